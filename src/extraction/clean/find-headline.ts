import { readDocument } from '../document.ts'
import type { Block } from './block.ts'
import { MAX_HEADLINE_LENGTH } from './check-raw-article.ts'

/** Longest line that is taken for a headline, and longest headline made from a sentence; code points. */
const LONGEST_HEADLINE = 200

/** "…in the city." but not "…with the U.S." */
const FULL_STOP = /(?<!\b\p{Lu}\.\p{Lu})[.。۔।]+["”’»)\]]*$/u

export interface FoundHeadline {
  readonly headline: string
  /** The block that the headline is, null where it is only made from one. */
  readonly block: Block | null
}

/**
 * The headline of a story that came without one: its h1; else its first block, if that is short and
 * does not end like a sentence; else the first sentence, cut, without its full stop.
 */
export function findHeadline(blocks: readonly Block[]): FoundHeadline {
  const title = blocks.find(
    ({ headingLevel, text }) => headingLevel === 1 && text.length <= MAX_HEADLINE_LENGTH,
  )
  if (title) return { headline: title.text, block: title }
  const [first] = blocks
  if (first === undefined) return { headline: '', block: null }
  if (lengthOf(first.text) <= LONGEST_HEADLINE && !FULL_STOP.test(first.text)) {
    return { headline: first.text, block: first }
  }
  const sentence = firstSentence(first.text).replace(FULL_STOP, '')
  return { headline: cut(sentence), block: null }
}

function firstSentence(text: string): string {
  // As many letters as no headline has, so that a text of one endless block costs nothing.
  const start = text.slice(0, 4 * LONGEST_HEADLINE).toWellFormed()
  const sentence = readDocument('BODY', start).sentences[0]
  return sentence ? start.slice(sentence.start, sentence.end) : start
}

function cut(text: string): string {
  if (lengthOf(text) <= LONGEST_HEADLINE) return text
  const start = Array.from(text)
    .slice(0, LONGEST_HEADLINE - 1)
    .join('')
  return `${start.replace(/\s+\S*$/u, '')}…`
}

const lengthOf = (text: string): number => Array.from(text).length
