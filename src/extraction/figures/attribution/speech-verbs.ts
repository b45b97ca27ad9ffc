/** Verbs of saying in every finite form. What follows them is what their subject claims. */
const ALWAYS =
  'said says say told tells stated states state announced announces announce claimed claims claim ' +
  'confirmed confirms confirm estimated estimates estimate declared declares declare wrote writes ' +
  'warned warns warn insisted insists argued argues acknowledged acknowledges ' +
  'alleged alleges tweeted reported reports report reiterated stressed explained explains ' +
  'predicted predicts forecast forecasts projected projects testified asserted asserts believes ' +
  'believe'

/** Verbs that also have nothing to do with saying: they need "that" or a quotation. */
const WITH_THAT =
  'accused accuses added adds noted notes posted posts revealed reveals disclosed discloses emphasized emphasised ' +
  'concluded concludes maintained maintains mentioned pointed indicated indicates suggested ' +
  'suggests calculates admitted admits recalled puts put placed found finds shared ' +
  'highlighted complained responded replied continued expects expect'

/** Verbs by which data speak: "figures showed", "a survey found". */
const OF_DATA =
  'showed shows show found finds indicated indicates suggested suggests revealed reveals'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const SPEECH = set(ALWAYS)
const SPEECH_WITH_THAT = set(WITH_THAT)
const DATA_SPEECH = set(OF_DATA)

/** How sure a word is a verb of saying; null when it is none. */
export type SpeechKind = 'ALWAYS' | 'WITH_THAT'

export function speechKind(word: string): SpeechKind | null {
  if (SPEECH.has(word)) return 'ALWAYS'
  return SPEECH_WITH_THAT.has(word) || DATA_SPEECH.has(word) ? 'WITH_THAT' : null
}

export const isDataSpeech = (word: string): boolean => DATA_SPEECH.has(word)

const DATA =
  /^(?:data|figures?|stud(?:y|ies)|surveys?|polls?|reports?|research|results?|analys[ie]s|statistics|documents?|census|reviews?|investigation|audit|records|filings?|estimates?|count|tally|statement|numbers|bulletin|briefing)$/

/** Whether a noun is a record that can speak: "the census". */
export const isDataNoun = (noun: string): boolean => DATA.test(noun)
