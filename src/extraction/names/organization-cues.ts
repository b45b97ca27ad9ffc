import type { PartOfSpeech, Token } from '../document.ts'
import { words } from './lexicon/words.ts'
import type { NameSpan } from './name.ts'
import { textBetween } from './name.ts'
import { isTitleHead } from './read-job-title.ts'

/** What a text calls an organization right before its name: "the chipmaker Infineon". */
const KINDS_BEFORE = words(
  'airline airlines automaker carmaker truckmaker chipmaker drugmaker planemaker shipbuilder brewer retailer insurer conglomerate supermarket startup start-up subsidiary',
  'broadcaster newspaper tabloid magazine journal newswire charity nonprofit non-profit militia band trio duo quartet quintet',
)
/** In apposition, also words that elsewhere stand before people, places and things: "a bank Smith robbed". */
const KINDS_AFTER: ReadonlySet<string> = new Set([
  ...KINDS_BEFORE,
  ...words(
    'firm company manufacturer lender bank fund carrier utility publication outlet network platform app website daily weekly',
    'party union federation agency ministry university hospital club think-tank watchdog',
  ),
])
/** "a paper in Nature Astronomy" */
const PAPERS = words('paper study article editorial published writing')
/** "posted on X", and what the platform is called. */
const X_AFTER = words('on via platform network site app')
/** "ORF", "VRT" */
const INITIALS = /^\p{Lu}{2,4}$/u
const SHARES = words('shares share stock stake stakes')
const HELD = words('shares shareholders shareholder stock bonds investors subsidiary')
const HOLDS = words('in of')
const ARTICLES = words('a an the one')
const POSSESSIVE = /^['’]s?$/
const ENDS: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['ADP', 'PUNCT', 'PRON', 'SCONJ'])
/** The longest apposition: ", the second largest Danish maker of wind turbines,". */
const MAX_APPOSITION = 7

/**
 * Whether the text says that a name is an organization: by what it calls it before ("the airline
 * Baltia"), by its shares, or in apposition ("Lumio, a Lagos lender").
 */
export const isIntroduced = (name: NameSpan): boolean =>
  (isOrganizationKind(tokenAt(name, -1)?.text) &&
    !isTitleHead(name.document.tokens[name.firstToken])) ||
  isShareIssuer(name) ||
  isExplained(name)

/** "airline" of "the airline Baltia"; in lower case. */
export const isOrganizationKind = (word: string | undefined): boolean =>
  word !== undefined && KINDS_BEFORE.has(word)

/** Whether capitalised words, of no other type, are where news comes from: "told ORF", "a paper in Nature Astronomy". */
export function isMedium(name: NameSpan): boolean {
  const { document, firstToken, lastToken } = name
  const before = tokenAt(name, -1)?.lower ?? ''
  const text = textBetween(document, firstToken, lastToken)
  if (text === 'X') return X_AFTER.has(before)
  if (before === 'told') return INITIALS.test(text)
  if (before === 'in') return PAPERS.has(tokenAt(name, -2)?.lower ?? '')
  return before === ',' && document.tokens[lastToken]?.lower === 'reported'
}

/** "Shares in Adani", "Baltia shareholders", "Salini's shares". */
function isShareIssuer(name: NameSpan): boolean {
  const { document, lastToken } = name
  const isOf = HOLDS.has(tokenAt(name, -1)?.lower ?? '')
  if (isOf && SHARES.has(tokenAt(name, -2)?.lower ?? '')) return true
  const isOwner = POSSESSIVE.test(document.tokens[lastToken]?.text ?? '')
  return HELD.has(document.tokens[isOwner ? lastToken + 1 : lastToken]?.text ?? '')
}

/** "Lumio, a Lagos lender, raised": an apposition that ends in a kind of organization. */
export function isExplained({ document: { tokens }, lastToken }: NameSpan): boolean {
  if (tokens[lastToken]?.text !== ',' || !ARTICLES.has(tokens[lastToken + 1]?.lower ?? ''))
    return false
  const limit = lastToken + 1 + MAX_APPOSITION
  for (let i = lastToken + 2; i < limit; i += 1) {
    // What follows explains the kind, which stands before it: "a maker of wind turbines".
    if (ENDS.has(tokens[i]?.pos ?? 'PUNCT')) return KINDS_AFTER.has(tokens[i - 1]?.text ?? '')
  }
  return false
}

/** The token so many after the first of a name, or before it. */
const tokenAt = ({ document, firstToken }: NameSpan, offset: number): Token | undefined =>
  document.tokens[firstToken + offset]
