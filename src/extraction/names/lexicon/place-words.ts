import type { PlaceKind } from '../../../core/place-kind.ts'
import { words } from './words.ts'

/** The last word of a capitalised run -> what kind of place the run names. */
export const PLACE_HEADS: ReadonlyMap<string, PlaceKind> = new Map<string, PlaceKind>([
  ...kind(
    'STREET',
    'street st road avenue ave boulevard blvd lane drive square highway expressway motorway turnpike freeway interstate alley prospekt plaza piazza platz',
  ),
  ...kind(
    'WATER',
    'river sea ocean lake bay gulf strait canal channel creek lagoon reservoir falls fjord basin bosphorus',
  ),
  ...kind(
    'FACILITY',
    'airport airfield station stadium arena bridge tower palace castle cathedral mosque temple monastery abbey museum gallery theatre theater prison jail dam plant refinery port harbour harbor terminal base barracks camp hall hotel mall market park zoo cemetery tunnel garden gardens reactor oval playfield dock docks pier racecourse raceway speedway ballpark',
  ),
  ...kind(
    'REGION',
    'province oblast region state governorate prefecture krai voivodeship canton emirate territory republic',
  ),
  ...kind(
    'DISTRICT',
    'district county township municipality borough parish raion regency quarter neighborhood neighbourhood',
  ),
  ...kind(
    'AREA',
    'island islands isle isles peninsula valley mountains mountain hills hill desert plateau plains forest coast cape heights archipelago delta corridor strip highlands lowlands glacier volcano ridge beach atoll shoal reef rainforest outback',
  ),
  ...kind('CITY', 'city town village'),
])

/** The first word of a capitalised run -> kind of place. */
export const PLACE_FIRSTS: ReadonlyMap<string, PlaceKind> = new Map<string, PlaceKind>([
  ...kind('WATER', 'lake gulf strait lago lac rio río'),
  ...kind('AREA', 'mount mt mt. cape isle monte isla île'),
  ...kind('FACILITY', 'fort camp estadio estádio stadio stade'),
  ...kind('STREET', 'rue via avenida calle plaza piazza'),
  ...kind('CITY', 'port'),
])

/** Of these heads, those that no organization's name ends in: "Gtech Community Stadium". */
export const ONLY_PLACE_HEADS: ReadonlySet<string> = words(
  'street road avenue boulevard highway expressway motorway airport stadium arena bridge river lake island islands valley beach prison mosque temple park station square',
)

/** Lower-case words after a name that tell its kind: "Donetsk region". Plurals are shared: "Kherson and Zaporizhzhia regions". */
export const KIND_AFTER: ReadonlyMap<string, PlaceKind> = new Map<string, PlaceKind>([
  ...withPlural(
    'REGION',
    'region province oblast governorate prefecture krai voivodeship state canton emirate',
  ),
  ...withPlural(
    'DISTRICT',
    'district county municipality borough raion township parish suburb neighborhood neighbourhood',
  ),
  ...withPlural('AREA', 'peninsula island valley archipelago desert mountain'),
  ...withPlural('WATER', 'river sea strait reservoir lake'),
  ...withPlural('CITY', 'city town village'),
  ...withPlural('STREET', 'street road highway'),
  ...withPlural('FACILITY', 'airport station prison stadium bridge'),
  ...kind('DISTRICT', 'counties municipalities'),
  ...kind('AREA', 'valleys'),
  ...kind('CITY', 'cities'),
])

/** Lower-case nouns before a name, with or without "of": "the town of Vovchansk", "the capital, Kyiv". */
export const PLACE_NOUNS: ReadonlySet<string> = words(
  'city town village capital region province district state county island port suburb neighborhood neighbourhood settlement hamlet municipality area country nation republic kingdom stronghold outskirts coast port resort peninsula cities towns villages',
)

/** Compass words in front of a place: "southern Moscow". */
export const DIRECTIONS: ReadonlySet<string> = words(
  'north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western central downtown mainland occupied rural upper lower nearby neighbouring neighboring inner outer greater northernmost southernmost',
)

function kind(of: PlaceKind, list: string): [string, PlaceKind][] {
  return list.split(' ').map((word) => [word, of])
}

function withPlural(of: PlaceKind, list: string): [string, PlaceKind][] {
  return list.split(' ').flatMap((word) => [
    [word, of],
    [`${word}s`, of],
  ])
}
