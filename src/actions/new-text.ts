import type { Span } from '../core/span.ts'

/** The new text of an article, and how to find words of the one before in it. */
export interface NewText {
  readonly articleId: number
  readonly revisionId: number
  /** Where the spans of these rows are now, by the rows' ids. Rows whose words are gone are left out. */
  readonly find: <Row extends Span & { readonly id: number }>(
    rows: readonly Row[],
    minContext?: number,
  ) => Map<number, Span>
}

/** Whether a row must be told where its words stand now. */
export const isMoved = (row: Span, span: Span): boolean =>
  row.start !== span.start || row.prefix !== span.prefix || row.suffix !== span.suffix
