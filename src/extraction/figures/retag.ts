import type { Document, PartOfSpeech, Token } from '../document.ts'
import type { MentionIndex } from './attribution/mention-index.ts'
import { isPlural } from './things/plural.ts'

/** Words that the tagger takes for adjectives even where no noun follows them. */
const NOUNS_TOO = new Set(
  (
    'civilian military official individual patient criminal adult minor teenager veteran suspect ' +
    'unemployed jobless homeless elderly disabled wounded injured dead poor rich young captive ' +
    'migrant militant dissident conservative liberal democrat republican independent professional ' +
    'executive representative relative native national local foreigner private reservist total'
  ).split(' '),
)
const ENDS_PHRASE = new Set<PartOfSpeech>([
  'AUX',
  'VERB',
  'PUNCT',
  'ADP',
  'PART',
  'CCONJ',
  'SCONJ',
  'PRON',
])
/** States are nouns only after these: "the wounded", "2.3 million unemployed". */
const STATES = new Set(['dead', 'wounded', 'injured', 'homeless'])
/** What a "number of" counts without a noun. */
const TOLLED = new Set(['dead', 'wounded', 'injured', 'missing', 'displaced', 'homeless'])

/**
 * The tokens of a document with the tagger's commonest errors put right: words inside a name are
 * names ("Red Cross"), the capital that opens a sentence is none ("Attendance was 62,000"), and some
 * adjectives without a noun are nouns ("one civilian was hurt").
 */
export function retag(
  { tokens, sentences }: Document,
  { mentions }: MentionIndex,
): readonly Token[] {
  const openers = new Set(sentences.map(({ firstToken }) => firstToken))
  let next = 0
  return tokens.map((token, i) => {
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1
    const mention = mentions[next]
    const isInName = mention !== undefined && mention.start <= token.start
    if (isInName && /^\p{Lu}/u.test(token.text)) return asName(token)
    const isOpener = token.pos === 'PROPN' && openers.has(i) && tokens[i + 1]?.pos !== 'PROPN'
    if (isVerbTakenForNoun(tokens, i)) return withPos(token, 'VERB')
    if (/^(?:dearer|cheaper|costlier|pricier)$/.test(token.lower)) return withPos(token, 'ADJ')
    return isOpener || isNounHere(tokens, i) || isNounTakenForVerb(tokens, i)
      ? withPos(token, 'NOUN')
      : token
  })
}

/** "the WHO", "the US", "IT" as names must not be read as the words they spell in lower case. */
const asName = (token: Token): Token =>
  /^(?:WHO|US|IT|IS|AS|AT|IN|OR)$/.test(token.text)
    ? { ...token, pos: 'PROPN', lower: token.text }
    : withPos(token, 'PROPN')

const withPos = (token: Token, pos: PartOfSpeech): Token =>
  token.pos === pos ? token : { ...token, pos }

function isNounHere(tokens: readonly Token[], at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  if (token && isTolled(tokens, at)) return true
  // "the Lagos-based firm SBM"
  if (token?.lower === 'firm' && after?.pos === 'PROPN') return true
  if (token?.pos !== 'ADJ' || !NOUNS_TOO.has(token.lower)) return false
  if (STATES.has(token.lower) || (after && !ENDS_PHRASE.has(after.pos))) return false
  return /^(?:DET|NUM|ADJ|PART|NOUN|PROPN)$/.test(before?.pos ?? '')
}

/** "the number of injured rose to 12" */
function isTolled(tokens: readonly Token[], at: number): boolean {
  if (!TOLLED.has(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower !== 'of') return false
  const counts = /^(?:number|toll|total|tally|count)$/.test(tokens[at - 2]?.lower ?? '')
  return counts && !/^(?:NOUN|ADJ|PROPN)$/.test(tokens[at + 1]?.pos ?? '')
}

/** "11 rebounds", "according to police", "wants a raise of 12 percent", "hate crimes". */
function isNounTakenForVerb(tokens: readonly Token[], at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  if (token?.pos !== 'VERB' || !before) return false
  if (token.lower === 'hate') return /^crimes?$/.test(after?.lower ?? '')
  if (isAfterSum(tokens, at)) return true
  if (before.pos === 'NUM') return isPluralAfter(before, token)
  if (before.pos === 'DET') return /^an?$/.test(before.lower) && after?.lower === 'of'
  return before.lower === 'to' && tokens[at - 2]?.lower === 'according'
}

/** "a $50m grant for": an article and a sum lead to a noun. */
const isAfterSum = (tokens: readonly Token[], at: number): boolean =>
  [2, 3].some(
    (step) => tokens[at - step]?.pos === 'SYM' && /^an?$/.test(tokens[at - step - 1]?.lower ?? ''),
  )

/** "two face trial", "a third lack toilets"; but "two face masks". */
function isVerbTakenForNoun(tokens: readonly Token[], at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  // "The agency forecasts growth of 2%"
  if (/^(?:forecasts|projects|estimates)$/.test(token?.lower ?? '')) {
    const isSubject =
      before?.pos === 'NOUN' && tokens[at - 2]?.pos === 'DET' && !isPlural(before.lower)
    return isSubject && /^(?:NOUN|DET|ADJ|PRON|SCONJ)$/.test(after?.pos ?? '')
  }
  if (!/^(?:face|lack|need|live|remain)$/.test(token?.lower ?? '')) return false
  if (before?.pos === 'NUM') return after?.pos === 'NOUN' && !isPlural(after.lower)
  return /^(?:third|quarter|half|fifth|tenth)$/.test(before?.lower ?? '')
}

/** No verb in -s agrees with a number above one; after a year it may ("2024 sees"). */
const isPluralAfter = (number: Token, { lower }: Token): boolean =>
  /[^s]s$/.test(lower) &&
  !/^(?:is|was|has|does|one|1)$/.test(lower) &&
  !/^(?:one|1|(?:19|20)\d\d)$/.test(number.lower)
