import { words } from './words.ts'

/** Words that end a job title or honorific in front of a name ("Prime Minister", "Lt. Gen."). */
export const TITLE_HEADS: ReadonlySet<string> = words(
  'president presidents minister ministers premier chancellor secretary secretary-general governor mayor senator representative',
  'congressman congresswoman congressmember assemblyman councilman councilwoman councillor lawmaker legislator speaker ambassador',
  'envoy consul commissioner spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief director head leader deputy',
  'general colonel major captain lieutenant sergeant corporal private admiral commodore commander marshal brigadier commandant officer inspector detective constable sheriff superintendent',
  'judge justice magistrate prosecutor attorney lawyer solicitor advocate king queen prince princess duke duchess',
  'earl baron baroness count countess lord lady sir dame emperor empress emir sultan shah sheikh sheik tsar crown',
  'pope cardinal archbishop bishop patriarch metropolitan rabbi imam ayatollah mullah mufti reverend pastor father sister brother mother monsignor',
  'professor prof doctor dr mr mrs ms miss mx madam messrs coach manager captain skipper midfielder striker goalkeeper defender forward winger',
  'quarterback pitcher editor reporter correspondent journalist author writer actor actress singer rapper director analyst',
  'economist strategist activist founder co-founder ceo cfo coo cto chairman executive owner billionaire businessman businesswoman entrepreneur tycoon',
  'vice-president vice-chancellor mp mep md msp sen rep gov gen col maj capt lt sgt cpl cmdr adm brig supt insp rev hon atty pres',
  'negotiator adviser advisor aide diplomat historian scientist physicist biologist novelist poet composer filmmaker comedian musician',
  'president-elect pm prime first lady dictator taoiseach tánaiste caliph warlord candidate nominee regent treasurer whip',
  'spokesmen lawyers officials firefighter astronaut cosmonaut champion pilot driver rider swimmer sprinter boxer golfer cyclist',
  'teammate runner-up veteran dissident politician oligarch victim suspect defendant witness resident teacher student nurse farmer',
  'coordinator organizer organiser rapporteur inspector-general governor-general hostage prisoner',
  'husband wife son daughter widow uncle aunt auntie aunty cousin niece nephew grandson granddaughter',
  'alhaji alhaja oba baale datuk dato cllr shaikh sheikha',
)

/** Words that may stand before a title's head and belong to the title. */
export const TITLE_MODIFIERS: ReadonlySet<string> = words(
  'prime vice deputy first second acting interim former ex assistant associate senior junior chief lead executive',
  'foreign defence defense interior home finance health justice education energy economy economic trade transport transportation agriculture labour labor environment culture sports tourism',
  'treasury state press attorney lieutenant staff field rear wing air squadron master sergeant brigadier crown grand supreme',
  'managing general editor political military security national presidential governing opposition party majority minority house senate',
  'shadow cabinet permanent under joint head police fire army navy special regional district city county federal local central bank',
  'human rights external internal internal european development social affairs digital immigration migration climate emergency emergencies situations information communications public works veterans infrastructure industry',
  'district circuit supreme court appeals high county world olympic national retired late outgoing incoming then newly elected returning regional provincial municipal principal',
  'artistic creative financial operating technology marketing medical scientific research campaign communications',
)

/** Words that introduce a person like a title, but are no job. */
export const NO_JOBS: ReadonlySet<string> = words(
  'mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady dr dr. messrs madam hon hon. first',
  'father sister brother mother husband wife son daughter widow uncle aunt auntie aunty cousin niece nephew grandson victim suspect defendant witness resident hostage prisoner champion candidate nominee veteran runner-up teammate',
)
