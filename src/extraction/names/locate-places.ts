import type { PlaceKind } from '../../core/place-kind.ts'
import type { FoundPlace } from '../extractor.ts'
import type { PlaceContext } from '../gazetteer/choose-place.ts'
import { choosePlace } from '../gazetteer/choose-place.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import type { GazetteerPlace, PlaceMatch } from '../gazetteer/gazetteer-place.ts'
import { respellPlaceName } from '../gazetteer/respell-place-name.ts'
import { containerOf } from './container-of.ts'
import { countriesOf } from './countries-of.ts'
import type { KindWord } from './kind-after.ts'
import { kindAfter } from './kind-after.ts'
import { PLACE_FIRSTS, PLACE_HEADS } from './lexicon/place-words.ts'
import type { Name } from './name.ts'
import { spanText } from './name.ts'

/** A place of the article under one of its names. */
export interface LocatedPlace {
  /** "Donetsk region": the name, completed by its kind where the text gives one. */
  readonly name: string
  readonly place: FoundPlace
  /** Two names with the same gazetteer entry are one place. */
  readonly gazetteerId: number | null
}

/**
 * Finds each place name of an article in the gazetteer, with the rest of the article as context.
 * @param names all names, in the order of the text
 */
export function locatePlaces(names: readonly Name[]): Map<Name, LocatedPlace> {
  const countries = countriesOf(names)
  const groups = new Map<string, PlaceGroup>()
  for (const [i, name] of names.entries()) {
    if (name.type !== 'PLACE') continue
    const kindWord = kindAfter(name.document, name.lastToken)
    const key = `${spanText(name)} ${isRegional(kindWord) ? kindWord.word : ''}`
    const group = groups.get(key) ?? { names: [], containers: [], kindWord }
    group.names.push(name)
    const container = containerOf(name, names[i + 1])
    if (container !== null) group.containers.push(container)
    groups.set(key, group)
  }
  return new Map(
    [...groups.values()].flatMap((group) => {
      const place = locate(group, countries)
      return group.names.map((name) => [name, place] as const)
    }),
  )
}

/** Mentions of one place under one name. */
interface PlaceGroup {
  readonly names: Name[]
  readonly containers: GazetteerPlace[]
  readonly kindWord: KindWord | null
}

/** Whether the kind word tells two places apart: "Donetsk region" is not Donetsk. */
const isRegional = (word: KindWord | null): word is KindWord =>
  word !== null && word.kind !== 'CITY' && word.kind !== 'STREET'

function locate(group: PlaceGroup, countries: ReadonlyMap<string, number>): LocatedPlace {
  const { names, containers, kindWord } = group
  const text = names[0] === undefined ? '' : spanText(names[0])
  const container = containers.find(({ kind }) => kind !== 'COUNTRY') ?? containers[0] ?? null
  const context = { countries, container, kind: null }
  const full = isRegional(kindWord) ? `${text} ${kindWord.word}` : text
  const found =
    (isRegional(kindWord) ? choosePlace(findPlaces(full), context) : null) ??
    choosePlace(candidatesFor(text, countries), { ...context, kind: kindWord?.kind ?? null }) ??
    chooseWithoutHead(text, context)
  const complete = found?.kind === 'AREA' || found?.kind === 'COUNTRY'
  return {
    name: complete ? text : full,
    gazetteerId: found?.id ?? null,
    place: {
      kind: found?.kind ?? kindWord?.kind ?? sharedKind(findPlaces(text)) ?? kindFromName(text),
      countryCode: found?.countryCode ?? container?.countryCode ?? null,
      latitude: found?.latitude ?? null,
      longitude: found?.longitude ?? null,
      geonamesId: found?.geonamesId ?? null,
    },
  }
}

/** "Garissa County" and "Indus River" are filed under their first words. */
function chooseWithoutHead(name: string, context: PlaceContext): GazetteerPlace | null {
  const head = name.split(' ').at(-1) ?? ''
  const kind = PLACE_HEADS.get(head.toLowerCase())
  if (kind === undefined || kind === 'CITY' || head === name) return null
  return choosePlace(findPlaces(name.slice(0, -head.length)), { ...context, kind })
}

/** Under its own name, else under another spelling in a country that the article is about. */
function candidatesFor(
  name: string,
  countries: ReadonlyMap<string, number>,
): readonly PlaceMatch[] {
  const places = findPlaces(name)
  if (places.length > 0) return places
  return respellPlaceName(name)
    .flatMap((spelling) => findPlaces(spelling))
    .filter(({ countryCode }) => countryCode !== null && countries.has(countryCode))
}

/** The kind of all places of a name, where they agree. */
function sharedKind([first, ...others]: readonly GazetteerPlace[]): PlaceKind | null {
  return first !== undefined && others.every(({ kind }) => kind === first.kind) ? first.kind : null
}

function kindFromName(name: string): PlaceKind {
  const words = name.toLowerCase().split(' ')
  if (words.length === 1) return 'AREA'
  return PLACE_HEADS.get(words.at(-1) ?? '') ?? PLACE_FIRSTS.get(words[0] ?? '') ?? 'AREA'
}
