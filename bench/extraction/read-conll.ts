import { readFileSync } from 'node:fs'
import type { EntityType } from '../../src/extraction/extractor.ts'
import type { ArticleText } from './find-quote.ts'
import type { GoldMention } from './resolve-annotations.ts'

const TYPES: ReadonlyMap<string, EntityType> = new Map([
  ['PER', 'PERSON'],
  ['PERSON', 'PERSON'],
  ['LOC', 'PLACE'],
  ['GPE', 'PLACE'],
  ['FAC', 'PLACE'],
  ['ORG', 'ORGANIZATION'],
])

export interface ConllDocument {
  readonly text: ArticleText
  readonly mentions: readonly GoldMention[]
}

/**
 * Documents of a CoNLL file: lines of a token and, last, its BIO tag, between tabs or spaces; an
 * empty line ends a sentence, -DOCSTART- starts a document. Tokens are joined by single spaces, as
 * in training, and sentences become paragraphs. Other tags (MISC) count as no name.
 */
export function readConll(path: string): ConllDocument[] {
  return readFileSync(path, 'utf8')
    .replaceAll('\r\n', '\n')
    .split(/^-DOCSTART-.*$/m)
    .map((part) => readDocument(part.split(/\n\s*\n/)))
    .filter(({ text }) => text.body !== '')
}

interface Row {
  readonly word: string
  readonly tag: string
}

function readDocument(blocks: readonly string[]): ConllDocument {
  const mentions: GoldMention[] = []
  let body = ''
  // Code points, which spans count in.
  let length = 0
  for (const rows of blocks.map(readRows)) {
    if (rows.length === 0) continue
    if (body !== '') {
      body += '\n'
      length += 1
    }
    mentions.push(...namesOf(rows, length))
    const sentence = rows.map(({ word }) => word).join(' ')
    body += sentence
    length += [...sentence].length
  }
  return { text: { headline: '', body }, mentions }
}

const readRows = (block: string): Row[] =>
  block
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const columns = line.split(line.includes('\t') ? '\t' : ' ')
      return { word: (columns[0] ?? '').trim(), tag: (columns.at(-1) ?? '').trim() }
    })

function namesOf(rows: readonly Row[], offset: number): GoldMention[] {
  const names: { readonly type: EntityType; readonly start: number; end: number }[] = []
  let open = ''
  let start = offset
  for (const { word, tag } of rows) {
    const end = start + [...word].length
    const label = tag.replace(/^[BIES]-/, '')
    const type = TYPES.get(label)
    const last = names.at(-1)
    if (type && last && tag.startsWith('I-') && open === label) last.end = end
    else if (type) names.push({ type, start, end })
    open = label
    start = end + 1
  }
  return names.map(({ type, start: from, end }) => ({
    type,
    spans: [{ field: 'BODY', start: from, end }],
  }))
}
