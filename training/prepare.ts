/** Turns the annotated sets into arrays for train.py: repaired, split by document, augmented. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { HashIndex } from '../src/extraction/tagger/hash-index.ts'
import type { Lexicon } from '../src/extraction/tagger/lexicon.ts'
import { characterCodes, documentFlags, shapeOf } from '../src/extraction/tagger/token-features.ts'
import { wordRow } from '../src/extraction/tagger/word-vectors.ts'
import { type NamePool, swapNames, toCapitals, toTitleCase } from './augment.ts'
import type { Name, Sentence } from './conll.ts'
import { inventOrganization, inventPerson, inventPlace, type NameParts } from './invent-names.ts'
import { Random } from './random.ts'
import { readSet, SETS } from './sets.ts'
import { type TemplateNames, writeTemplates } from './templates.ts'
import { tokenise } from './tokenise.ts'

const [dataFolder = '', affairsFile = '', workFolder = ''] = process.argv.slice(2)
const view = <T>(name: string, make: (buffer: ArrayBuffer) => T) =>
  make(new Uint8Array(readFileSync(`${workFolder}/${name}`)).buffer)
const lexicon: Lexicon = {
  index: new HashIndex(view('lexicon-hashes.u32', (b) => new Uint32Array(b))),
  kinds: view('lexicon-kinds.u16', (b) => new Uint16Array(b)),
}
const vectorIndex = new HashIndex(view('vector-hashes.u32', (b) => new Uint32Array(b)))
const random = new Random(7)
const LONGEST_SENTENCE = 150
/** Invented names of each type that stand beside the listed ones when names are swapped. */
const INVENTED = 6000

const documents = Object.keys(SETS).map((set) => ({ set, ...readSet(dataFolder, set, lexicon) }))

const pool: NamePool = { PER: [[], []], LOC: [[], []], ORG: [[], []] }
const addToPool = (tag: Name['tag'], words: string[]) => {
  if (/^\p{Lu}/u.test(words[0] ?? '')) pool[tag][words.length > 1 ? 1 : 0].push(words)
}
for (const { train } of documents) {
  for (const { words, names } of train.flat()) {
    for (const name of names) addToPool(name.tag, words.slice(name.start, name.end))
  }
}
const affairs: Record<string, string[][]> = {}
for (const line of readFileSync(affairsFile, 'utf8').split('\n')) {
  const [title = '', type = ''] = line.split('\t')
  const words = tokenise(title.replace(/ \(.*| ?,.*/, ''))
  affairs[type] ??= []
  affairs[type].push(words)
  const tag = { PERSON: 'PER', ORGANIZATION: 'ORG', PLACE_POLITICAL: 'LOC', PLACE: 'LOC' }[type]
  if (tag) addToPool(tag as Name['tag'], words)
}
const lines = (name: string) => readFileSync(new URL(`lexicon/${name}`, import.meta.url), 'utf8')
const clubs = lines('clubs.txt').trim().split(/[|\n]/).map(tokenise)
for (const club of clubs) addToPool('ORG', club)

const parts: NameParts & { readonly countries: readonly string[] } = JSON.parse(
  readFileSync(`${workFolder}/name-parts.json`, 'utf8'),
)
for (let i = 0; i < INVENTED; i += 1) {
  addToPool('ORG', tokenise(inventOrganization(parts, random)))
  addToPool('PER', tokenise(inventPerson(parts, random)))
  addToPool('PER', tokenise(random.pick(parts.surnames)))
  addToPool('LOC', tokenise(inventPlace(parts, random)))
}

for (const { set, train, held } of documents) {
  const { swap, recase } = SETS[set] as (typeof SETS)[string]
  write(`${set}.train`, train, () => true)
  write(`${set}.dev`, held, () => true)
  if (swap > 0) {
    const swapped = train.filter(() => random.next() < swap)
    write(
      `${set}.swap`,
      swapped.map((document) => swapNames(document, pool, random)),
      () => true,
    )
  }
  if (recase === 0) continue
  const changed = new Set<Sentence>()
  const cased = train.map((document) =>
    document.map((sentence) => {
      if (random.next() > recase || sentence.names.length === 0) return sentence
      const draw = random.next()
      const short = shorten(sentence)
      const out = draw < 0.4 ? toCapitals(short) : toTitleCase(short, draw < 0.6)
      changed.add(out)
      return out
    }),
  )
  write(`${set}.case`, cased, (sentence) => changed.has(sentence))
}

const people = Array.from({ length: 3000 }, () => tokenise(inventPerson(parts, random)))
people.push(...(affairs.PERSON ?? []).filter((words) => words.length > 1))
const organizations = [...pool.ORG[0], ...pool.ORG[1]]
const COMMON_COUNTRIES = [
  'U.S.',
  'U.S.',
  'Britain',
  'England',
  'Scotland',
  'Wales',
  'Russia',
  'Germany',
  'France',
  'Spain',
  'Italy',
  'Australia',
  'China',
  'Japan',
  'South Korea',
]
const AGENCIES = [
  'Reuters',
  'AP',
  'AFP',
  'TASS',
  'Xinhua',
  'BBC',
  'CNN',
  'Interfax',
  'Bloomberg',
  'Associated Press',
  'Al Jazeera',
  'dpa',
  'UPI',
  'Kyodo',
  'Politico',
  'The New York Times',
]
/** A result list says "Boston" for the Boston Celtics. */
const cityNames = new Set(parts.cities)
const shortClubs = clubs
  .map((club) => club.slice(0, -1))
  .filter((club) => cityNames.has(club.join(' ')))
const firstCounty = clubs.findIndex((club) => club.join(' ') === 'Derbyshire')
const COUNTIES = 17
const templateNames: TemplateNames = {
  club: [...clubs, ...shortClubs],
  county: clubs.slice(firstCounty, firstCounty + COUNTIES),
  org: organizations,
  agency: AGENCIES.map(tokenise),
  platform: [
    'Telegram',
    'Twitter',
    'Facebook',
    'TikTok',
    'YouTube',
    'Truth Social',
    'WhatsApp',
  ].map(tokenise),
  city: parts.cities.map(tokenise),
  country: [...parts.countries, ...COMMON_COUNTRIES, ...COMMON_COUNTRIES, ...COMMON_COUNTRIES].map(
    tokenise,
  ),
  person: people,
  surname: people.map((words) => words.slice(-1)),
  initialed: people.map(([first = '', ...rest]) => [`${first[0]}.`, ...rest.slice(-1)]),
}
const written = Array.from({ length: 900 }, () => writeTemplates(templateNames, 8, random))
write('templates.train', written, () => true)

const parity = readFileSync(new URL('parity.txt', import.meta.url), 'utf8')
const paritySentences = parity
  .trim()
  .split('\n')
  .map((line) => ({ words: tokenise(line), names: [] }))
write('parity', [paritySentences], () => true)
writeFileSync(
  `${workFolder}/sets/parity/words.json`,
  JSON.stringify(paritySentences.map((sentence) => sentence.words)),
)

/** Headlines are short: cut a long sentence at a comma or after a dozen words, outside names. */
function shorten(sentence: Sentence): Sentence {
  const { words, names } = sentence
  if (words.length <= 14) return sentence
  for (let end = 9 + random.below(5); end > 4; end -= 1) {
    if (!names.some((name) => name.start < end && name.end > end)) {
      return { words: words.slice(0, end), names: names.filter((name) => name.end <= end) }
    }
  }
  return sentence
}

/** Label 0 is outside; then per tag B, I, L(ast), U(nit). */
function labels({ words, names }: Sentence): Uint8Array {
  const out = new Uint8Array(words.length)
  for (const { start, end, tag } of names) {
    const base = 1 + 4 * ['PER', 'LOC', 'ORG'].indexOf(tag)
    if (end === start + 1) out[start] = base + 3
    else {
      out.fill(base + 1, start, end)
      out[start] = base
      out[end - 1] = base + 2
    }
  }
  return out
}

function write(name: string, all: readonly Sentence[][], keep: (s: Sentence) => boolean): void {
  const rows: number[] = []
  const characters: number[] = []
  const shapes: number[] = []
  const lexicons: number[] = []
  const contexts: number[] = []
  const tags: number[] = []
  const starts: number[] = [0]
  for (const document of all) {
    const flags = documentFlags(
      lexicon,
      document.map((sentence) => sentence.words),
    )
    for (const [s, sentence] of document.entries()) {
      if (!keep(sentence) || sentence.words.length > LONGEST_SENTENCE) continue
      for (const word of sentence.words) {
        rows.push(wordRow(vectorIndex, word))
        characters.push(...characterCodes(word))
        shapes.push(shapeOf(word))
      }
      lexicons.push(...(flags[s]?.lexicon ?? []))
      contexts.push(...(flags[s]?.context ?? []))
      tags.push(...labels(sentence))
      starts.push(rows.length)
    }
  }
  const folder = `${workFolder}/sets/${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/rows.i32`, Int32Array.from(rows))
  writeFileSync(`${folder}/characters.u8`, Uint8Array.from(characters))
  writeFileSync(`${folder}/shapes.u8`, Uint8Array.from(shapes))
  writeFileSync(`${folder}/lexicon.u32`, Uint32Array.from(lexicons))
  writeFileSync(`${folder}/context.u8`, Uint8Array.from(contexts))
  writeFileSync(`${folder}/labels.u8`, Uint8Array.from(tags))
  writeFileSync(`${folder}/starts.i32`, Int32Array.from(starts))
  const unknown = rows.filter((row) => row === 0).length
  console.log(
    `${name}: ${starts.length - 1} sentences, ${rows.length} tokens, ${unknown} without vector`,
  )
}
