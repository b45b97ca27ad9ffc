/** How a text qualifies a number. */
export const QUALIFIERS = [
  'EXACT',
  'ABOUT',
  'AT_LEAST',
  'AT_MOST',
  'MORE_THAN',
  'LESS_THAN',
  'BETWEEN',
  'UNSPECIFIED',
] as const

export type Qualifier = (typeof QUALIFIERS)[number]
