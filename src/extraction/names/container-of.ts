import { choosePlace } from '../gazetteer/choose-place.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import type { GazetteerPlace } from '../gazetteer/gazetteer-place.ts'
import { kindAfter } from './kind-after.ts'
import { DIRECTIONS, PLACE_NOUNS } from './lexicon/place-words.ts'
import { words } from './lexicon/words.ts'
import type { Name } from './name.ts'
import { spanText } from './name.ts'

/** Words between a place and the larger one that it lies in: "Sieversk in Donetsk region", "Odessa, Texas". */
const LINKS = words(', in the ( a an of')
const MAX_LINKS = 6

/**
 * The region, country or city that the text puts a place in right after naming it.
 * @param following the next name in the text
 */
export function containerOf(name: Name, following: Name | undefined): GazetteerPlace | null {
  const { document, lastToken } = name
  if (following?.document !== document || following.type !== 'PLACE') return null
  if (following.firstToken - lastToken > MAX_LINKS) return null
  const between = document.tokens.slice(lastToken, following.firstToken).map(({ lower }) => lower)
  if (!between.every(isLink) || !between.some((word) => word === ',' || word === 'in')) return null
  const place = choosePlace(findPlaces(spanText(following)), {
    countries: new Map(),
    container: null,
    kind: kindAfter(document, following.lastToken)?.kind ?? null,
  })
  // "Kramatorsk, Sloviansk" is a list; only "in" puts a place into a city.
  return place?.kind === 'CITY' && !between.includes('in') ? null : place
}

const isLink = (word: string): boolean =>
  LINKS.has(word) || DIRECTIONS.has(word) || PLACE_NOUNS.has(word)
