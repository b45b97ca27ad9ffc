import { inflections } from './inflections.ts'
import type { SearchTerm } from './search-lexemes.ts'
import type { SearchNode } from './search-query.ts'
import { spaceOut } from './space-out.ts'

/** Columns of the articles' full-text table. */
const COLUMNS = {
  headline: 'headline',
  dek: 'dek',
  body: 'body',
  name: 'entities',
  figure: 'figures',
} as const

type WriteTerm = (term: SearchTerm, excluded: boolean) => string | null

/**
 * The query in FTS5's language, for articles. Every word of the user's stands in quotes and every operator is ours, so no
 * input is a syntax error. A single word is also found in its other number: drone, drones; unless `exact`, which finds a
 * part of that, for ranking. What is left out is left out in both numbers.
 */
export function articleMatch(query: SearchNode, { exact = false } = {}): string {
  const writeTerm: WriteTerm = (term, excluded) => writeArticleTerm(term, exact && !excluded)
  return write(query, writeTerm, false) ?? '""'
}

/**
 * The same for the names of entities; null where no name can match, since every way to match names another field.
 * Names are searched as they are written.
 */
export function nameMatch(query: SearchNode): string | null {
  return write(query, writeNameTerm, false)
}

function writeArticleTerm({ text, phrase, prefix, field }: SearchTerm, exact: boolean): string {
  const written = spaceOut(text)
  const forms = exact || phrase || prefix ? [] : inflections(text)
  const term =
    forms.length === 0
      ? `${quote(written)}${prefix ? ' *' : ''}`
      : `(${[written, ...forms].map(quote).join(' OR ')})`
  return field === null ? term : `{${COLUMNS[field]}} : ${term}`
}

/** A name in a script without spaces is one word to the index: it is found by its beginning. */
const writeNameTerm: WriteTerm = ({ text, prefix, field }) =>
  field === null || field === 'name'
    ? `${quote(text)}${prefix || spaceOut(text) !== text ? ' *' : ''}`
    : null

function write(node: SearchNode, writeTerm: WriteTerm, excluded: boolean): string | null {
  if (node.kind === 'term') return writeTerm(node, excluded)
  if (node.kind === 'not') return null // belongs to the `all` around it
  if (node.kind === 'any') {
    const parts = node.parts
      .map((part) => write(part, writeTerm, excluded))
      .filter((part) => part !== null)
    return parts.length === 0 ? null : `(${parts.join(' OR ')})`
  }
  const wanted = node.parts
    .filter(({ kind }) => kind !== 'not')
    .map((part) => write(part, writeTerm, excluded))
  if (wanted.some((part) => part === null)) return null
  const unwanted = node.parts
    .flatMap((part) => (part.kind === 'not' ? [write(part.part, writeTerm, true)] : []))
    .filter((part) => part !== null)
  const found = `(${wanted.join(' AND ')})`
  return unwanted.length === 0 ? found : `(${found} NOT (${unwanted.join(' OR ')}))`
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
