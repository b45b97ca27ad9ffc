import type { EventWords } from './event-vocabulary.ts'

/** What happened to what a number counts. */
export interface FigureEvent {
  readonly words: EventWords
  /** The token of its verb, noun or state. */
  readonly at: number
  /** The token after it where it follows the thing counted at once; null elsewhere. */
  readonly spanNext: number | null
  /** Who is counted: the verb's object ("killed 3", "3 were killed") or its subject ("3 died"). */
  readonly counted: 'OBJECT' | 'SUBJECT'
  readonly passive: boolean
}

/** An event whose verb or noun governs what is counted after it. */
export const activeEvent = (words: EventWords, at: number): FigureEvent => ({
  words,
  at,
  spanNext: null,
  counted: 'OBJECT',
  passive: false,
})
