import type { Span } from '../core/span.ts'

/** The order of annotations: headline first, then by start. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  if (a.span.field !== b.span.field) return a.span.field === 'HEADLINE' ? -1 : 1
  return a.span.start - b.span.start || a.span.end - b.span.end
}
