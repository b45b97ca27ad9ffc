import { stringify } from 'csv-stringify/sync'
import type { Rows } from './rows.ts'

export type Cell = string | number | Date | null

/** A column of a table: its name, and what a row has in it. */
export type Column<Row> = readonly [name: string, read: (row: Row) => Cell]

/** What spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/

/**
 * Text that a spreadsheet shows instead of running it: a leading apostrophe where it starts like a formula and is no plain
 * number (OWASP, "CSV Injection").
 */
const guardFormula = (text: string): string =>
  FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text

/** A table as CSV (RFC 4180) in UTF-8, with a line of names; times in ISO 8601. */
export async function* csvText<Row>(
  rows: Rows<Row>,
  columns: readonly Column<Row>[],
): AsyncGenerator<string> {
  yield lines([columns.map(([name]) => name)])
  for await (const page of rows.pages()) {
    yield lines(page.map((row) => columns.map(([, read]) => read(row))))
  }
}

const lines = (cells: readonly (readonly Cell[])[]): string =>
  stringify(cells as Cell[][], {
    record_delimiter: 'windows',
    // Readers take either of the two for the end of a line.
    quoted_match: /[\r\n]/,
    cast: { string: guardFormula, date: (date) => date.toISOString() },
  })
