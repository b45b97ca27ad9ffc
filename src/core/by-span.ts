import type { Span } from './span.ts'

type Place = Pick<Span, 'field' | 'start' | 'end'>

/** The order of the text: headline first, then by start, shorter ones first. */
export function bySpan(a: Place, b: Place): number {
  if (a.field !== b.field) return a.field === 'HEADLINE' ? -1 : 1
  return a.start - b.start || a.end - b.end
}
