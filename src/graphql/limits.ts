import type { ComplexityErrorFn } from '@pothos/plugin-complexity'
import { AppError } from '../core/app-error.ts'

/** Fields and arguments in one request: enough for any page, too few to hide a bomb in. */
export const MAX_TOKENS = 5_000
export const MAX_ALIASES = 50
/** A request's body in bytes; an article's text may be 2 million characters, of up to 4 bytes. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024

/**
 * Cost is counted before anything is read: each field 1, times the rows of the lists around it.
 * 100 articles with 20 mentions and 20 figures of five fields each cost 20,000.
 */
export const QUERY_LIMITS = { complexity: 50_000, depth: 20, breadth: 1_000 }

const WORDS = { Complexity: 'cost', Depth: 'depth', Breadth: 'number of fields' } as const

export const queryTooLarge: ComplexityErrorFn = (kind, result) => {
  const name = { Complexity: 'complexity', Depth: 'depth', Breadth: 'breadth' } as const
  const key = name[kind]
  return new AppError(
    'LIMIT_EXCEEDED',
    `This query's ${WORDS[kind]} is ${result[key]}, the limit is ${QUERY_LIMITS[key]}: ask for fewer fields, or for smaller pages ("first").`,
  )
}
