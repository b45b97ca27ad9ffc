/** Verbs of saying in every finite form. What follows them is what their subject claims. */
const ALWAYS =
  'said says say told tells stated states state announced announces announce claimed claims claim ' +
  'confirmed confirms confirm estimated estimates estimate declared declares declare wrote writes ' +
  'warned warns warn insisted insists argued argues acknowledged acknowledges cautioned cautions ' +
  'alleged alleges tweeted reported reports report reiterated stressed explained explains ' +
  'predicted predicts forecast forecasts projected projects testified asserted asserts believes ' +
  'believe blamed blames reckon reckons reckoned'

/** Verbs that also have nothing to do with saying: they need more to be taken for it. */
const SOMETIMES =
  'accused accuses accuse added adds noted notes posted posts revealed reveals disclosed discloses ' +
  'emphasized emphasised concluded concludes maintained maintains mentioned pointed suggested ' +
  'suggests calculates calculated admitted admits recalled put puts placed shared highlighted complained conceded lamented commented remarked ' +
  'responded replied continued expects expect called counted counts recorded records documented ' +
  'registered logged tallied gave gives given raised revised lowered'

/** Verbs by which data speak: "figures showed", "a survey found". */
const OF_DATA =
  'showed shows show found finds indicated indicates indicate revealed reveals suggest suggests suggested'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const SPEECH = set(ALWAYS)
const SOMETIMES_SPEECH = set(SOMETIMES)
const DATA_SPEECH = set(OF_DATA)

/** How sure a word is a verb of saying; null when it is none. */
export type SpeechKind = 'ALWAYS' | 'SOMETIMES'

export function speechKind(word: string): SpeechKind | null {
  if (SPEECH.has(word)) return 'ALWAYS'
  return SOMETIMES_SPEECH.has(word) || DATA_SPEECH.has(word) ? 'SOMETIMES' : null
}

export const isDataSpeech = (word: string): boolean => DATA_SPEECH.has(word)

const DATA =
  /^(?:data|figures?|stud(?:y|ies)|surveys?|polls?|reports?|research|results?|analys[ie]s|statistics|documents?|census|reviews?|investigation|audits?|records|filings?|estimates?|count|tally|statement|numbers|bulletin|briefing)$/

/** Whether a noun is a record that can speak: "the census". */
export const isDataNoun = (noun: string): boolean => DATA.test(noun)
