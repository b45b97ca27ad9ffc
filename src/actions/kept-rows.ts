import type { Span } from '../core/span.ts'

/** What of a mention or figure says whether a person or the CMS decided about it. */
export interface DecidedRow {
  readonly provenance: 'EXTRACTOR' | 'HUMAN' | 'CMS'
  readonly reviewStatus: 'UNREVIEWED' | 'ACCEPTED' | 'AMENDED' | 'REJECTED'
}

/** Whether an extraction must leave the row alone: humans win. */
export const isKept = (
  { provenance, reviewStatus }: DecidedRow,
  cms: 'keep' | 'replace' = 'keep',
): boolean =>
  reviewStatus !== 'UNREVIEWED' ||
  provenance === 'HUMAN' ||
  (provenance === 'CMS' && cms === 'keep')

type Place = Pick<Span, 'field' | 'start' | 'end'>

/** Whether two rows of one revision share a character. */
export const overlaps = (a: Place, b: Place): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end

/** Equal for rows that stand on the same words. */
export const placeKey = ({ field, start, end }: Place): string => `${field} ${start} ${end}`
