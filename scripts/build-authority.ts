/**
 * Builds src/extraction/authority/known-titles.tsv from a list of Wikipedia's page titles with other names of the same thing;
 * source and licence are in the README beside it.
 *
 *   npx tsx scripts/build-authority.ts CURRENT_AFFAIRS_TSV
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { foldKey } from '../src/core/fold-key.ts'
import { groupBy } from '../src/core/group-by.ts'
import { transliterationKey } from '../src/core/transliteration-key.ts'

const TARGET = new URL('../src/extraction/authority/known-titles.tsv', import.meta.url)
const LETTERS: Readonly<Record<string, string>> = { PERSON: 'P', ORGANIZATION: 'O' }

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Name the TSV (see the top of this file).')
  process.exit(1)
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [title = '', type = '', links = '', forms = ''] = line.split('\t')
    // "President Zelenskyy" is a redirect to the page of a person who has another line.
    const letter = /^(?:President|King|Queen|Prince|Princess|Ayatollah) /.test(title)
      ? ''
      : (LETTERS[type] ?? '')
    return {
      title,
      letter,
      name: bare(title),
      links: Number(links),
      forms: forms.split('|'),
    }
  })
const named = rows.flatMap((row) =>
  [...new Set([row.name, ...row.forms.filter((form) => isName(row, form))].map(foldKey))].map(
    (key) => ({ key, row }),
  ),
)
const rowsOf = groupBy(named, ({ key }) => key)
// "Supreme Court", where there are a "Supreme Court of India" and others, is a page about none of them.
const kinds = new Set(rows.flatMap(({ title }) => title.match(/^(.+?) of /)?.[1] ?? []))

// Titles that are spellings of one person's name lead to one page: most links name it as the page does.
const people = rows.filter(({ letter, title, name }) => letter === 'P' && title === name)
const mostLinked = new Map(
  [...groupBy(people, ({ name }) => transliterationKey(name))].map(([key, spellings]) => [
    key,
    spellings.toSorted((a, b) => b.links - a.links)[0]?.title,
  ]),
)

// A title with brackets is one of several of that name; three letters stand for too many things.
const lines = rows
  .filter(
    ({ letter, title, name }) =>
      letter !== '' && title === name && title.length > 3 && !kinds.has(title),
  )
  .map((row) => {
    const isItsOwn = (form: string) => rowsOf.get(foldKey(form))?.length === 1
    const spellings = people
      .filter(({ name }) => transliterationKey(name) === transliterationKey(row.name))
      .flatMap(({ title, forms }) => [title, ...forms])
    const others = [...new Set(row.letter === 'P' ? spellings : row.forms)].filter(
      (form) => form !== row.title && isName(row, form),
    )
    return { ...row, isClear: isItsOwn(row.title), others: others.filter(isItsOwn) }
  })
  .filter(
    ({ isClear, letter, title }) =>
      isClear && (letter !== 'P' || mostLinked.get(transliterationKey(title)) === title),
  )
  .map(({ letter, title, others }) => [letter, title, ...others].join('\t'))
  .toSorted((a, b) => (a < b ? -1 : 1))
writeFileSync(TARGET, `${lines.join('\n')}\n`)
console.log(`${lines.length} lines`)

function bare(title: string): string {
  return title.replace(/ \(.*\)$/, '')
}

/** Whether a link text is the person's name in another form, not a description or something near it ("Russia"). */
function isName(
  { letter, name }: { readonly letter: string; readonly name: string },
  form: string,
): boolean {
  const words = form.split(' ')
  if (letter !== 'P' || /['’]s$/.test(form) || !words.every((word) => /^\p{Lu}/u.test(word))) {
    return false
  }
  const own = new Set(foldKey(name).split(' '))
  return (
    foldKey(form)
      .split(' ')
      .filter((word) => own.has(word)).length > 1
  )
}
