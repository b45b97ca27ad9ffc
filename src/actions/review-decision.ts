import { z } from 'zod'
import { ConflictError, InvalidInputError } from '../core/app-error.ts'

const DECISIONS = ['ACCEPT', 'AMEND', 'REJECT'] as const
type Decision = (typeof DECISIONS)[number]

export const STATUS_OF = { ACCEPT: 'ACCEPTED', AMEND: 'AMENDED', REJECT: 'REJECTED' } as const

const STATUSES = ['UNREVIEWED', 'ACCEPTED', 'AMENDED', 'REJECTED'] as const

/** What every review says. */
export const reviewFields = {
  id: z.number().int(),
  decision: z.enum(DECISIONS),
  expectedRevision: z.number().int().nullish(),
  expectedStatus: z.enum(STATUSES).nullish(),
}

export interface Review {
  readonly decision: Decision
  readonly expectedRevision?: number | null | undefined
  readonly changes?: object | null | undefined
  readonly expectedStatus?: (typeof STATUSES)[number] | null | undefined
}

/** What of a mention or figure a review looks at. */
export interface Reviewed {
  readonly articleId: number
  /** Whether it is of the article's current text. */
  readonly current: boolean
  readonly reviewStatus: (typeof STATUSES)[number]
}

/**
 * @throws {InvalidInputError} for changes without AMEND, and AMEND without changes
 * @throws {ConflictError} when somebody else decided meanwhile
 */
export function assertReview(
  { decision, changes, expectedStatus }: Review,
  { reviewStatus }: Pick<Reviewed, 'reviewStatus'>,
): void {
  const isChanged = Object.values(changes ?? {}).some((value) => value !== undefined)
  if (isChanged !== (decision === 'AMEND')) {
    throw new InvalidInputError(
      isChanged
        ? `input.changes: ${decision} changes nothing. Send the decision AMEND to change it.`
        : 'input.changes: AMEND needs what to change; ACCEPT leaves it as it is.',
      'input.changes',
    )
  }
  if (expectedStatus != null && expectedStatus !== reviewStatus) {
    throw new ConflictError(
      `input.expectedStatus: it is ${reviewStatus} by now, not ${expectedStatus}: somebody else decided meanwhile. Look at it again.`,
    )
  }
}
