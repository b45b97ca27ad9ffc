import { z } from 'zod'
import { InvalidInputError } from '../../core/app-error.ts'
import type { SeriesSelection } from '../../db/read-series.ts'

const INTERVALS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'AS_REPORTED'] as const
const WHEN = 'must be a date or time as ISO 8601: 2025-12-24 or 2025-12-24T08:00:00Z'

const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: WHEN })
  .transform((text) => new Date(text))
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)
const query = z.strictObject(
  {
    claimants: list.optional(),
    places: list.optional(),
    from: time.optional(),
    to: time.optional(),
    interval: z.preprocess(
      (text) => (typeof text === 'string' ? text.toUpperCase() : text),
      z.enum(INTERVALS, { error: `must be one of ${INTERVALS.join(', ')}` }).default('AS_REPORTED'),
    ),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown: ${issue.keys.join(', ')}; known are claimants, places, from, to and interval`
        : undefined,
  },
)

/** The query string of a chart: claimants and places separated by commas, from, to, interval. Throws InvalidInputError. */
export function readSelection(
  metric: string,
  parameters: Readonly<Record<string, string>>,
): SeriesSelection {
  const { success, data, error } = query.safeParse(parameters)
  if (success) return { metric, ...data }
  const [issue] = error.issues
  const path = issue?.path.join('.') ?? ''
  throw new InvalidInputError(
    `${path === '' ? 'The query string' : `"${path}"`}: ${issue?.message ?? ''}.`,
    path || null,
  )
}
