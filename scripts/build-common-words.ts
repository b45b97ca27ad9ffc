/**
 * Builds src/extraction/names/lexicon/common-words.txt from annotated texts; their licences are in the
 * README beside it.
 *
 *   npx tsx scripts/build-common-words.ts ANNOTATED_FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TARGET = new URL('../src/extraction/names/lexicon/', import.meta.url)
/** CC BY and CC BY-SA texts whose lower-case words count as common ones; test sets are left out. */
const CORPORA = ['current_events', 'gum_strict', 'wikigold', 'ewt_dev', 'sec_FIN5']
const [annotated] = process.argv.slice(2)
if (annotated === undefined) {
  console.error('Name the annotated folder (see the top of this file).')
  process.exit(1)
}
write('common-words.txt', readCommonWords(annotated))

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
