import { readFileSync } from 'node:fs'
import { tokenise } from './tokenise.ts'

export type EntityTag = 'PER' | 'LOC' | 'ORG'

/** A named stretch of tokens; end is exclusive. */
export interface Name {
  readonly start: number
  readonly end: number
  readonly tag: EntityTag
}

export interface Sentence {
  readonly words: readonly string[]
  readonly names: readonly Name[]
}

/** Documents of a CoNLL file (token, tab, BIO tag), cut into our run-time tokens. MISC counts as outside. */
export function readConll(path: string): Sentence[][] {
  const documents: Sentence[][] = []
  for (const block of readFileSync(path, 'utf8').split(/\n\s*\n/)) {
    const rows = block.split('\n').flatMap((line) => {
      if (line.startsWith('-DOCSTART-')) documents.push([])
      return line.includes('\t') && !line.startsWith('-DOCSTART-') ? [line.split('\t')] : []
    })
    if (rows.length === 0) continue
    documents.at(-1)?.push(retokenise(rows as [string, string][]))
  }
  return documents.filter((document) => document.length > 0)
}

const ABBREVIATION =
  /^(\p{Lu}|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Lt|Col|Sgt|Rep|Sen|Gov|Inc|Corp|Co|Ltd|No)$/u

/** Whether a token stood against the one before it: the sets put spaces around "F . Kennedy", "14 . 2". */
function touches(before: string, word: string, next: string): boolean {
  if (word !== '.' && word !== ',') return false
  if (/\d$/.test(before) && /^\d/.test(next)) return true
  if (word === ',') return false
  return ABBREVIATION.test(before) || (/\w$/.test(before) && /^(com|org|net|tv|io)$/.test(next))
}

/** The same for the token after the point: "14.2", "Chess.com". */
function touchesDot(before: string, point: string, word: string): boolean {
  return touches(before, point, word) && /^(\d|(com|org|net|tv|io)$)/.test(word)
}

/** Splits the spaced text again and carries names over by character; a name grows to whole tokens. */
function retokenise(rows: readonly [string, string][]): Sentence {
  const spans: { start: number; end: number; tag: EntityTag }[] = []
  let text = ''
  let previous = 'O'
  for (const [i, [word, tag]] of rows.entries()) {
    const next = rows[i + 1]?.[0] ?? ''
    const before = rows[i - 1]?.[0] ?? ''
    if (
      text !== '' &&
      !touches(before, word, next) &&
      !touchesDot(rows[i - 2]?.[0] ?? '', before, word)
    ) {
      text += ' '
    }
    const type = tag.slice(2)
    const last = spans.at(-1)
    if (type === 'PER' || type === 'LOC' || type === 'ORG') {
      const continues = tag[0] === 'I' && previous.slice(2) === type && last !== undefined
      if (continues) last.end = text.length + word.length
      else spans.push({ start: text.length, end: text.length + word.length, tag: type })
    }
    text += word
    previous = tag
  }
  const words: string[] = []
  const names: { start: number; end: number; tag: EntityTag }[] = []
  let position = 0
  let next = 0
  for (const word of tokenise(text)) {
    const start = text.indexOf(word, position)
    if (start < 0) throw new Error(`Token "${word}" is not in "${text}"`)
    position = start + word.length
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1
    const span = spans[next]
    if (span && position > span.start) {
      const open = names.at(-1)
      if (open && open.end === words.length && start > span.start) open.end += 1
      else names.push({ start: words.length, end: words.length + 1, tag: span.tag })
    }
    words.push(word)
  }
  return { words, names }
}
