import type { Passage } from '../passage.ts'
import type { Interval } from './calendar.ts'

/** Words that say when. */
export interface DateExpression {
  /** Tokens of the passage's document; `next` is exclusive. */
  readonly first: number
  readonly next: number
  /** Null where the words, or the article's missing date, do not tell. */
  readonly interval: Interval | null
}

/** One family of date rules: reads an expression that starts exactly at a token. */
export type DateReader = (
  passage: Passage,
  at: number,
  publishedAt: Date | null,
) => DateExpression | null
