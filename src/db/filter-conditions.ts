import { foldKey } from '../core/fold-key.ts'

export type Maybe<T> = T | null | undefined

/** `contains` ignores case, diacritics and punctuation; the others compare as written. */
export interface TextFilter {
  readonly eq?: Maybe<string>
  readonly in?: Maybe<readonly string[]>
  readonly contains?: Maybe<string>
}
export interface KeyFilter {
  readonly eq?: Maybe<string>
  readonly in?: Maybe<readonly string[]>
}
export interface ChoiceFilter<T> {
  readonly eq?: Maybe<T>
  readonly in?: Maybe<readonly T[]>
}
export interface RangeFilter<T> {
  readonly eq?: Maybe<T>
  readonly gt?: Maybe<T>
  readonly gte?: Maybe<T>
  readonly lt?: Maybe<T>
  readonly lte?: Maybe<T>
}

export type Condition<Where> = Where | null | undefined | '' | 0 | false

export const present = <Where>(conditions: readonly Condition<Where>[]): Where[] =>
  conditions.filter((condition): condition is Where => Boolean(condition))

export const allOf = <Where extends object>(
  base: Where,
  conditions: readonly Condition<Where>[],
): Where & { AND: Where[] } => ({ AND: [base, ...present(conditions)] }) as Where & { AND: Where[] }

export function exactly<T>(filter: ChoiceFilter<T>): { equals?: T; in?: T[] } {
  return {
    ...(filter.eq != null && { equals: filter.eq }),
    ...(filter.in != null && { in: [...filter.in] }),
  }
}

export function within<T>(filter: RangeFilter<T>): {
  equals?: T
  gt?: T
  gte?: T
  lt?: T
  lte?: T
} {
  return {
    ...(filter.eq != null && { equals: filter.eq }),
    ...(filter.gt != null && { gt: filter.gt }),
    ...(filter.gte != null && { gte: filter.gte }),
    ...(filter.lt != null && { lt: filter.lt }),
    ...(filter.lte != null && { lte: filter.lte }),
  }
}

/** `contains` reads the folded column, whose text holds no LIKE wildcard. */
export function text<Where>(
  filter: Maybe<TextFilter>,
  asWritten: (condition: { equals?: string; in?: string[] }) => Where,
  folded: (condition: { contains: string }) => Where,
): Condition<Where>[] {
  if (!filter) return []
  return [
    (filter.eq != null || filter.in != null) && asWritten(exactly(filter)),
    filter.contains != null && folded({ contains: foldKey(filter.contains).replace(/[%_]/g, '') }),
  ]
}
