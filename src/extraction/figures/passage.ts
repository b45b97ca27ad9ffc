import { partitionPoint } from '../../core/partition-point.ts'
import type { Document, PartOfSpeech, Sentence, Token } from '../document.ts'

/** One sentence as the figure passes read it: a window on the document's tokens. */
export interface Passage {
  readonly document: Document
  readonly text: string
  readonly tokens: readonly Token[]
  /** Indexes into tokens; `last` is exclusive. */
  readonly first: number
  readonly last: number
  readonly paragraph: number
  /** Set Like A Headline, where capitals tell nothing and the tagger takes nouns for names. */
  readonly titleCase: boolean
}

/** The sentences of a document, read with its tokens as they are retagged. A break inside a word ("magnitude-6.4") is the splitter's error and is undone. */
export function readPassages(document: Document, tokens = document.tokens): Passage[] {
  const { text } = document
  const merged: Sentence[] = []
  for (const sentence of document.sentences) {
    const before = merged.at(-1)
    if (before?.end === sentence.start && before.paragraph === sentence.paragraph) {
      const { end, lastToken } = sentence
      merged[merged.length - 1] = { ...before, end, lastToken }
    } else merged.push(sentence)
  }
  return merged.map(({ firstToken: first, lastToken: last, paragraph }) => {
    const titleCase = isTitleCase(tokens, first, last)
    return { document, text, tokens, first, last, paragraph, titleCase }
  })
}

function isTitleCase(tokens: readonly Token[], first: number, last: number): boolean {
  let long = 0
  let capital = 0
  for (let i = first; i < last; i += 1) {
    const text = tokens[i]?.text ?? ''
    if (text.length < 4 || !/^\p{L}/u.test(text)) continue
    long += 1
    if (/^\p{Lu}/u.test(text)) capital += 1
  }
  return long >= 3 && capital / long > 0.8
}

/** The token at an index of the passage; undefined outside it. */
export function tokenAt(passage: Passage, at: number): Token | undefined {
  return at >= passage.first && at < passage.last ? passage.tokens[at] : undefined
}

/** The word at an index in lower case, '' outside the passage. */
export function wordAt(passage: Passage, at: number): string {
  return tokenAt(passage, at)?.lower ?? ''
}

/** The part of speech at an index, 'SPACE' outside the passage. */
export function posAt(passage: Passage, at: number): PartOfSpeech {
  return tokenAt(passage, at)?.pos ?? 'SPACE'
}

/** The first token at or after `from` that starts at or after a UTF-16 offset. */
export function tokenAfter(passage: Passage, from: number, offset: number): number {
  let at = from
  while (at < passage.last && (passage.tokens[at]?.start ?? offset) < offset) at += 1
  return at
}

/** The first token of the passage that ends after a UTF-16 offset. */
export function tokenFrom({ tokens, first, last }: Passage, offset: number): number {
  return partitionPoint(first, last, (i) => (tokens[i]?.end ?? 0) <= offset)
}

/** The passage's words from one token to another (exclusive), as written. */
export function wordsBetween(passage: Passage, from: number, to: number): string {
  const start = tokenAt(passage, from)?.start
  const end = tokenAt(passage, to - 1)?.end
  return start === undefined || end === undefined ? '' : passage.text.slice(start, end)
}

/** Whether token `at` touches the one before it: "12-member", "$3". */
export function isAttached(passage: Passage, at: number): boolean {
  const before = tokenAt(passage, at - 1)
  return before !== undefined && before.end === tokenAt(passage, at)?.start
}
