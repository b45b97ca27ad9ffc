import type { Rows } from './rows.ts'

/** Rows as JSON, one a line. */
export async function* ndjsonText<Row>(
  rows: Rows<Row>,
  toJson: (row: Row) => unknown = (row) => row,
): AsyncGenerator<string> {
  for await (const page of rows.pages()) {
    yield page.map((row) => `${JSON.stringify(toJson(row))}\n`).join('')
  }
}
