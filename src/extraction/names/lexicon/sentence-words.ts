import { words } from './words.ts'

/** Words that no name begins or consists of, even where a sentence capitalises them. */
export const FUNCTION_WORDS: ReadonlySet<string> = words(
  'a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself themselves myself who whom whose which what',
  'and or but nor so yet for if because although though while whereas unless until since when whenever where wherever before after once as than whether how why',
  'of in on at by with without within from to into onto toward towards upon over under above below between among amongst against about across along around behind beside besides beyond despite during except inside outside near off out per through throughout till via amid amidst following including regarding concerning',
  'is are was were be been being am has have had having do does did done will would shall should can could may might must ought',
  'not no yes never always often sometimes usually also too very just only even still already again then there here now thus hence however therefore meanwhile moreover furthermore nevertheless nonetheless instead otherwise indeed perhaps maybe later earlier soon today tomorrow yesterday tonight recently currently formerly previously',
  'all any both each either every few many more most much neither none other others another several some such same own enough less least',
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens hundreds thousands millions first second third last next',
  'according asked speaking writing citing noting adding told said says earlier separately elsewhere politically economically officially reportedly finally additionally',
  'mr mrs ms dr let',
)

/** Small words that may stand inside the name of a person or place: "Ursula von der Leyen". */
export const PARTICLES: ReadonlySet<string> = words(
  'de del della dela da das dos do di du la las le les van von der den ter ten zu zum bin binti bint ibn ben abu y e',
)

/** Verbs of saying: who stands before them speaks. */
export const SAYING_VERBS: ReadonlySet<string> = words(
  'said says say told tells tell added adds stated states announced announces claimed claims confirmed confirms denied denies declared declares warned warns',
  'argued argues acknowledged acknowledges explained explains insisted insists noted notes reported reports replied replies wrote writes tweeted posted testified suggested suggests',
  'emphasized emphasised stressed urged urges vowed vows promised promises pledged pledges praised praises condemned condemns criticized criticised accused accuses thanked thanks asked asks predicted conceded admitted admits recalled concluded',
)
