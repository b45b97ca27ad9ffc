import type { NumberReading } from '../numbers/number-reading.ts'
import { readQualifier } from '../numbers/read-qualifier.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isInName } from '../rejections/is-in-name.ts'
import { isKnownAlready } from '../rejections/is-known-already.ts'
import { mayBeFigure } from '../rejections/may-be-figure.ts'
import type { Site } from '../site.ts'
import { readCounted } from './read-counted.ts'
import { type NounPhrase, readNounPhrase } from './read-noun-phrase.ts'
import { readRateBase } from './read-rate-base.ts'

const INCLUDING = /^(?:including|among|includes|included)$/

/** The numbers of a sentence that may be figures, each with its qualifier and the thing it counts. */
export function findSites(passage: Passage, numbers: readonly NumberReading[]): Site[] {
  const sites: Site[] = []
  for (const [i, number] of numbers.entries()) {
    const isWhole = sites.at(-1)?.part === 'OF_NUMBER'
    const site = readSite(passage, number, { following: numbers[i + 1] ?? null, isWhole })
    if (site) sites.push(withSharedPart(withWhole(site, sites[0]), sites.at(-1)))
  }
  return sites.map((site, i) => withNounAfter(site, sites[i + 1]))
}

/** "won five and three seats": the noun follows the second. */
function withNounAfter(site: Site, after: Site | undefined): Site {
  const { passage, number, phrase, part, next } = site
  if (phrase || part || number.kind !== 'COUNT' || after?.number.kind !== 'COUNT') return site
  const isPair = /^(?:and|or)$/.test(wordAt(passage, next)) && after.number.first === next + 1
  return isPair && after.phrase && !after.part ? { ...site, phrase: after.phrase } : site
}

/** "Of the 150 passengers, 12 were hurt": what follows counts parts of it. */
function withWhole(site: Site, opening: Site | undefined): Site {
  if (site.part || site.phrase || site.number.kind !== 'COUNT') return site
  if (isOfThose(site.passage)) return withNoun({ ...site, part: 'OF_PRONOUN' })
  if (!opening) return site
  const { passage, first } = opening
  const isOpened =
    /^(?:of|among)$/.test(wordAt(passage, passage.first)) && first <= passage.first + 2
  return isOpened ? { ...site, part: 'OF_PRONOUN' } : site
}

/** "Of those, 12 were miners." */
const isOfThose = (passage: Passage): boolean =>
  /^(?:of|among)$/.test(wordAt(passage, passage.first)) &&
  /^(?:them|those|these)$/.test(wordAt(passage, passage.first + 1)) &&
  !/^(?:NOUN|ADJ)$/.test(posAt(passage, passage.first + 2))

function withNoun(site: Site): Site {
  const { passage, next } = site
  if (!/^(?:are|were)$/.test(wordAt(passage, next))) return site
  const phrase = readNounPhrase(passage, next + 1, 'COUNTED')
  return phrase ? { ...site, phrase, next: phrase.next } : site
}

/** "including 618 men and 59 women": the second is a part as well. */
function withSharedPart(site: Site, before: Site | undefined): Site {
  if (before?.part !== 'INCLUDED' || site.part) return site
  const joint = wordAt(site.passage, before.next)
  const isNext = /^(?:and|,)$/.test(joint) && site.first - before.next <= 2
  return isNext ? { ...site, part: 'INCLUDED' } : site
}

/** "400 kg (880 lb)" says one thing twice. */
function isConversion(passage: Passage, { first, next, kind }: NumberReading): boolean {
  if (kind !== 'MEASURE' && kind !== 'MONEY') return false
  const opened = /^(?:\(|about|around|roughly|nearly|some)$/
  let at = first - 1
  while (opened.test(wordAt(passage, at)) && wordAt(passage, at) !== '(') at -= 1
  return wordAt(passage, at) === '(' && wordAt(passage, next) === ')' && isUnitBefore(passage, at)
}

const isUnitBefore = (passage: Passage, bracket: number): boolean => {
  const before = tokenAt(passage, bracket - 1)
  const number = tokenAt(passage, bracket - 2)
  return (
    before !== undefined && (/\d/.test(before.text) || /\d|illion|undred/.test(number?.text ?? ''))
  )
}

function readSite(
  passage: Passage,
  number: NumberReading,
  { following, isWhole }: { readonly following: NumberReading | null; readonly isWhole: boolean },
): Site | null {
  if (!mayBeFigure(passage, number)) return null
  if (isConversion(passage, number)) return null
  const counted = readCounted(passage, number, following)
  if (!counted) return null
  if (!isWhole && isInName(passage, number, counted.phrase)) return null
  const base = readRateBase(passage, counted.next)
  const { qualifier, first } = readQualifier(passage, number.first, number.next)
  const own = number.qualifier
  const site: Site = {
    passage,
    number,
    qualifier: own ?? (isPreposition(passage, number, counted.phrase) ? 'EXACT' : qualifier),
    first,
    ...counted,
    base,
    next: base?.next ?? counted.next,
    part: counted.part ?? partBefore(passage, first),
    elided: counted.elided || isRest(passage, first, counted.phrase),
  }
  return !isWhole && isKnownAlready(site) ? null : site
}

/** "jailed over a $2m fraud": over what, not over how much. "between 3" without "and" is no range. */
function isPreposition(
  passage: Passage,
  { first, next, kind }: NumberReading,
  phrase: NounPhrase | null,
): boolean {
  const article = /^an?$/.test(wordAt(passage, first - 1)) ? 1 : 0
  const before = wordAt(passage, first - 1 - article)
  return before === 'between' || (before === 'over' && kind === 'MONEY' && phrase?.first === next)
}

/** "the remaining four went to independents" */
const isRest = (passage: Passage, first: number, phrase: NounPhrase | null): boolean =>
  phrase === null &&
  /^(?:remaining|other)$/.test(wordAt(passage, first - 1)) &&
  wordAt(passage, first - 2) === 'the'

/** "including 12 children", "of which Ukraine intercepted 587", "of whom five died". */
function partBefore(passage: Passage, first: number): Site['part'] {
  if (INCLUDING.test(wordAt(passage, first - 1))) return 'INCLUDED'
  if (
    /^(?:them|whom|which)$/.test(wordAt(passage, first - 1)) &&
    /^(?:of|among)$/.test(wordAt(passage, first - 2))
  ) {
    return 'OF_PRONOUN'
  }
  return null
}
