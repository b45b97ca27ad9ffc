import { findPlaces } from '../gazetteer/find-places.ts'
import { respellPlaceName } from '../gazetteer/respell-place-name.ts'
import { containerOf } from './container-of.ts'
import { isWellKnown } from './lexicon/well-known.ts'
import { words } from './lexicon/words.ts'
import { withoutHead } from './link-organizations.ts'
import type { Name } from './name.ts'
import { spanText } from './name.ts'
import { shortForms } from './person-forms.ts'

/** Below this the tagger hesitates, and the gazetteer may decide. */
const DOUBTFUL = 0.6
/** From here on it knows better than a list: "Chelsea" the district, "Amazon" the river. */
const CERTAIN = 0.95
const AFTER_DATELINE = words(', ( — – -')

/**
 * Decides again where the article or the gazetteer knows better than the tagger: datelines, places
 * that are put into a larger one, and organizations without their head ("Wagner" of Wagner Group).
 * @param names in the order of the text
 */
export function settleTypes(names: readonly Name[]): Name[] {
  const organizations = shortOrganizations(names)
  return names.map((name, i) => {
    if (isKnownOrganization(name)) return { ...name, type: 'ORGANIZATION' }
    if (name.type === 'PLACE') return name
    if (isDateline(name) || isLocated(name, names[i + 1])) return { ...name, type: 'PLACE' }
    return organizations.has(spanText(name)) ? { ...name, type: 'ORGANIZATION' } : name
  })
}

/** "the UN", "Telegram": everybody knows them, and no place has the name; a "Ford" may be somebody. */
const isKnownOrganization = (name: Name): boolean =>
  name.type === 'PLACE' &&
  name.confidence < CERTAIN &&
  isWellKnown(spanText(name)) &&
  !isDateline(name)

/** What organizations are called without their head, unless somebody has that name. */
function shortOrganizations(names: readonly Name[]): ReadonlySet<string> {
  const texts = (type: Name['type']): string[] =>
    names.filter((name) => name.type === type).map(spanText)
  const people = new Set(
    texts('PERSON').flatMap((text) => (text.includes(' ') ? shortForms(text) : [])),
  )
  return new Set(
    texts('ORGANIZATION')
      .filter((text) => text !== withoutHead(text))
      .map(withoutHead)
      .filter((short) => !short.includes(' ') && !people.has(short)),
  )
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

/** "Sieversk in eastern Ukraine": the gazetteer has it, if spelled otherwise. */
function isLocated(name: Name, next: Name | undefined): boolean {
  if (name.confidence >= DOUBTFUL || containerOf(name, next) === null) return false
  const text = spanText(name)
  return [text, ...respellPlaceName(text)].some((spelling) => findPlaces(spelling).length > 0)
}
