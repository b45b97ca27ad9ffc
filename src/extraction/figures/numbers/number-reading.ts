import type { Qualifier } from '../../../core/qualifier.ts'

type NumberKind = 'COUNT' | 'MONEY' | 'PERCENT' | 'RATIO' | 'MEASURE' | 'DURATION' | 'SCORE'

/** A number as it stands in a sentence, with its unit and before anything is known of what it counts. */
export interface NumberReading {
  readonly kind: NumberKind
  /** Null for a range, a score and amounts without a number ("several"). */
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  /** What the number's own words imply: BETWEEN for a range, AT_LEAST for "hundreds". */
  readonly qualifier: Qualifier | null
  /** ISO 4217, "percent", a UCUM code; null for counts. */
  readonly unit: string | null
  /** UTF-16 offsets: the number as written, and where its unit ends. */
  readonly start: number
  readonly valueEnd: number
  readonly end: number
  /** Tokens that number and unit cover; `next` is exclusive. */
  readonly first: number
  readonly next: number
}

/** How the words of an amount without digits are read, for the passes that need to know. */
export const exactly = (value: number) =>
  ({ value, minValue: null, maxValue: null, qualifier: null }) as const
export const atLeast = (minValue: number) =>
  ({ value: null, minValue, maxValue: null, qualifier: 'AT_LEAST' }) as const
export const unspecified = () =>
  ({ value: null, minValue: null, maxValue: null, qualifier: 'UNSPECIFIED' }) as const
