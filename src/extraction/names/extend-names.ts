import type { Sentence } from '../document.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { ORGANIZATION_HEADS } from './lexicon/organization-words.ts'
import { PARTICLES } from './lexicon/sentence-words.ts'
import { isWellKnown } from './lexicon/well-known.ts'
import { words } from './lexicon/words.ts'
import type { Name } from './name.ts'
import { spanText, textBetween } from './name.ts'
import { isCapitalised, isNameToken } from './name-token.ts'
import { hasParticle, shortForms, withSmallParticle } from './person-forms.ts'
import { isTitleHead } from './read-job-title.ts'

/** They are called by their country: "Ecuadorian Air Force". */
const FORCES = words('army navy force forces police guard corps command')
const POSSESSIVE = /^['’]s$/

/**
 * Gives names the words that the tagger cut off in front: "All Progressives" of a Congress, "Nurhaina
 * binti" of an Abdullah, "von der" of Ursula von der Leyen; and what it cut off behind: the "'s" of "Sotheby's", the Office of a "Sheriff's Office".
 * @param names of one document, in the order of the text
 * @param sentences those where a capital says something
 */
export function extendNames(names: readonly Name[], sentences: readonly Sentence[]): Name[] {
  const plain = new Set<number>()
  for (const sentence of sentences) {
    // The first word of a sentence has its capital from there.
    for (let i = sentence.firstToken + 1; i < sentence.lastToken; i += 1) plain.add(i)
  }
  for (const { firstToken, lastToken } of names) {
    for (let i = firstToken; i < lastToken; i += 1) plain.delete(i)
  }
  const particled = new Set(
    names
      .filter(({ type }) => type === 'PERSON')
      .flatMap((name) => shortForms(withSmallParticle(spanText(name))))
      .filter(hasParticle),
  )
  const extended = names.map((name) => {
    const office = officeOf(name)
    if (office !== null) return office
    const lastToken = lastOf(name, plain)
    return { ...name, firstToken: firstOf({ ...name, lastToken }, { plain, particled }), lastToken }
  })
  return extended.filter((name, i) => name.firstToken >= (extended[i - 1]?.lastToken ?? 0))
}

interface Context {
  /** Tokens inside sentences of ordinary case that belong to no name. */
  readonly plain: ReadonlySet<number>
  /** "von der Leyen": what people of the document may be called. */
  readonly particled: ReadonlySet<string>
}

function firstOf(
  { document, firstToken, lastToken, type }: Name,
  { plain, particled }: Context,
): number {
  const { tokens } = document
  const isFree = (at: number): boolean =>
    plain.has(at) && isNameToken(tokens[at]) && !isTitleHead(tokens[at])
  let first = firstToken
  if (type === 'ORGANIZATION' && ORGANIZATION_HEADS.has(tokens[lastToken - 1]?.lower ?? '')) {
    while (isFree(first - 1)) first -= 1
    // "Peruvian Congress": the tagger knows better where an adjective belongs to the name.
    const isOwn =
      FORCES.has(tokens[lastToken - 1]?.lower ?? '') ||
      tokens.slice(first, firstToken).some((token) => !isDemonym(token.text))
    if (!isOwn) return firstToken
    const { text = '', lower = '' } = tokens[first - 1] ?? {}
    // "All Progressives Congress"
    if (first < firstToken && plain.has(first - 1) && isCapitalised(text) && lower !== 'the')
      first -= 1
    return first
  }
  if (type !== 'PERSON') return first
  while (plain.has(first - 1) && isParticle(tokens[first - 1]?.text)) first -= 1
  if (first < firstToken && particled.has(textBetween(document, first, lastToken))) return first
  if (first === firstToken || !isFree(first - 1)) return firstToken
  while (isFree(first - 1)) first -= 1
  return first
}

const isParticle = (text: string | undefined): boolean =>
  text !== undefined && text !== 'y' && text !== 'e' && PARTICLES.has(text)

/** "Tulsa County Sheriff's Office" of a Tulsa County Sheriff. */
function officeOf(name: Name): Name | null {
  const { document, lastToken } = name
  const [mark, head] = document.tokens.slice(lastToken, lastToken + 2)
  const isOffice =
    isTitleHead(document.tokens[lastToken - 1]) &&
    POSSESSIVE.test(mark?.text ?? '') &&
    isNameToken(head) &&
    ORGANIZATION_HEADS.has(head?.lower ?? '')
  return isOffice ? { ...name, lastToken: lastToken + 2, type: 'ORGANIZATION' } : null
}

/** "Sotheby's", "Moody's"; "Nissan Motor" of a Nissan. */
function lastOf(
  { document, firstToken, lastToken, type }: Name,
  plain: ReadonlySet<number>,
): number {
  if (type === 'ORGANIZATION') {
    let last = lastToken
    while (plain.has(last) && isNameToken(document.tokens[last])) last += 1
    if (ORGANIZATION_HEADS.has(document.tokens[last - 1]?.lower ?? '')) return last
  }
  const isPossessive = POSSESSIVE.test(document.tokens[lastToken]?.text ?? '')
  return isPossessive && isWellKnown(textBetween(document, firstToken, lastToken + 1))
    ? lastToken + 1
    : lastToken
}
