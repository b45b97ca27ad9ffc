import { findPlaces } from '../gazetteer/find-places.ts'
import { respellPlaceName } from '../gazetteer/respell-place-name.ts'
import { containerOf } from './container-of.ts'
import { ONLY_ORGANIZATION_HEADS } from './lexicon/organization-words.ts'
import { ONLY_PLACE_HEADS } from './lexicon/place-words.ts'
import { isWellKnown } from './lexicon/well-known.ts'
import { words } from './lexicon/words.ts'
import { withoutHead } from './link-organizations.ts'
import type { Name } from './name.ts'
import { spanText, textBetween } from './name.ts'
import { isExplained, isIntroduced } from './organization-cues.ts'
import { hasParticle, shortForms, withSmallParticle } from './person-forms.ts'

/** Below this the tagger hesitates, and the gazetteer may decide. */
const DOUBTFUL = 0.6
/** From here on it knows better than a list: "Chelsea" the district, "Amazon" the river. */
const CERTAIN = 0.95
/** "UN", "EU": no town is called so. */
const INITIALS = /^\p{Lu}{2,}$/u
const SITES = words('in from near')
const AFTER_DATELINE = words(', ( — – -')

/**
 * Decides again where the article or the gazetteer knows better than the tagger: datelines, places
 * that are put into a larger one, and organizations without their head ("Wagner" of Wagner Group).
 * @param names in the order of the text
 */
export function settleTypes(names: readonly Name[]): Name[] {
  const organizations = shortOrganizations(names)
  const people = shortPeople(names)
  const isOrganization = (name: Name): boolean =>
    isKnownOrganization(name) ||
    isCalledSo(name) ||
    (!people.has(spanText(name)) && isNobody(name, organizations.parts))
  return names.map((name, i) => {
    if (name.type === 'ORGANIZATION' && isParticled(name, people))
      return { ...name, type: 'PERSON' }
    const type = typeByHead(name) ?? (isOrganization(name) ? 'ORGANIZATION' : name.type)
    if (type === 'PLACE' || type !== name.type) return { ...name, type }
    if (isDateline(name) || isLocated(name, names[i + 1]) || isSite(name))
      return { ...name, type: 'PLACE' }
    return organizations.whole.has(spanText(name)) ? { ...name, type: 'ORGANIZATION' } : name
  })
}

/** "van den Berg", where somebody of the article is called so. */
function isParticled(name: Name, people: ReadonlySet<string>): boolean {
  const text = withSmallParticle(spanText(name))
  return name.confidence < CERTAIN && hasParticle(text) && people.has(text)
}

/** What the last word of a longer name says for certain: a street, a hospital. */
function typeByHead({ document, firstToken, lastToken, type }: Name): Name['type'] | null {
  if (lastToken - firstToken < 2 || type === 'PERSON') return null
  const head = document.tokens[lastToken - 1]?.lower ?? ''
  if (ONLY_ORGANIZATION_HEADS.has(head)) return 'ORGANIZATION'
  const isPlace =
    ONLY_PLACE_HEADS.has(head) && !isWellKnown(textBetween(document, firstToken, lastToken))
  return isPlace ? 'PLACE' : null
}

/** "the UN", "Telegram": everybody knows them, and no place has the name. */
function isKnownOrganization(name: Name): boolean {
  const text = spanText(name)
  return (
    name.type === 'PLACE' &&
    (name.confidence < CERTAIN || INITIALS.test(text)) &&
    isWellKnown(text) &&
    !isDateline(name)
  )
}

/** "Baltia shareholders", "Lumio, a Lagos lender": not "Singapore shares". */
function isCalledSo(name: Name): boolean {
  const { firstToken, lastToken, type, confidence } = name
  if (lastToken !== firstToken + 1 || confidence >= CERTAIN || type === 'ORGANIZATION') return false
  if (type === 'PLACE' && findPlaces(spanText(name)).length > 0) return isExplained(name)
  return isIntroduced(name)
}

/** "Eli Lilly", and "Villa" after Aston Villa, where nobody has that name. */
function isNobody(name: Name, parts: ReadonlySet<string>): boolean {
  const { firstToken, lastToken, type, confidence } = name
  const text = spanText(name)
  if (type !== 'PERSON') return false
  if (isWellKnown(text)) return true
  return confidence < CERTAIN && lastToken === firstToken + 1 && parts.has(text)
}

/** Forms under which the people of the article may be named again. */
const shortPeople = (names: readonly Name[]): ReadonlySet<string> =>
  new Set(
    names
      .filter(({ type }) => type === 'PERSON')
      .map(spanText)
      .flatMap((text) => (text.includes(' ') ? shortForms(text) : [])),
  )

/** What organizations may be called in short. */
interface ShortOrganizations {
  /** Without a generic head: "Wagner" of Wagner Group. */
  readonly whole: ReadonlySet<string>
  /** The first word and the last: "Rayo" of Rayo Vallecano, "Villa" of Aston Villa. */
  readonly parts: ReadonlySet<string>
}

function shortOrganizations(names: readonly Name[]): ShortOrganizations {
  const people = shortPeople(names)
  const texts = names.filter(({ type }) => type === 'ORGANIZATION').map(spanText)
  const isFree = (short: string): boolean => !short.includes(' ') && !people.has(short)
  return {
    whole: new Set(
      texts
        .filter((text) => text !== withoutHead(text))
        .map(withoutHead)
        .filter(isFree),
    ),
    parts: new Set(
      texts.flatMap((text) => {
        const [first = '', ...others] = text.split(' ')
        return [first, others.at(-1) ?? first]
      }),
    ),
  }
}

/** "HARROGATE, England - ": a town in capitals at the start of a paragraph. */
function isDateline(name: Name): boolean {
  const { document, firstToken, lastToken } = name
  const text = spanText(name)
  if (text !== text.toUpperCase() || !AFTER_DATELINE.has(document.tokens[lastToken]?.text ?? ''))
    return false
  const start = document.tokens[firstToken]?.start ?? 0
  return (start === 0 || document.text[start - 1] === '\n') && findPlaces(text).length > 0
}

/** "from Oadby", where the gazetteer has it. */
function isSite({ document, firstToken, lastToken, confidence }: Name): boolean {
  const before = document.tokens[firstToken - 1]?.text ?? ''
  return (
    confidence < DOUBTFUL &&
    SITES.has(before) &&
    findPlaces(textBetween(document, firstToken, lastToken)).length > 0
  )
}

/** "Sieversk in eastern Ukraine": the gazetteer has it, if spelled otherwise. */
function isLocated(name: Name, next: Name | undefined): boolean {
  if (name.confidence >= DOUBTFUL || containerOf(name, next) === null) return false
  const text = spanText(name)
  return [text, ...respellPlaceName(text)].some((spelling) => findPlaces(spelling).length > 0)
}
