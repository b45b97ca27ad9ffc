import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from '../../core/app-error.ts'
import { decodeText } from '../decode-text.ts'
import type { Importer, ImportItem } from '../importer.ts'
import { parseArticleJson } from './parse-article-json.ts'

/** Columns with several values, which are separated by semicolons. */
const LISTS = new Set(['authors', 'topics'])

interface Row {
  readonly info: { readonly lines: number }
  readonly record: Readonly<Record<string, string>>
}

/**
 * A table with a line of column names, those of IngestArticleInput, separated by commas, semicolons or tabs; empty cells
 * are absent, and authors and topics are lists with semicolons in between.
 */
export const csvImporter: Importer = {
  format: 'csv',

  accepts: ({ name }) => /\.(?:csv|tsv)$/i.test(name),

  *read(file, options): Iterable<ImportItem> {
    const table = readTable(file.bytes)
    if ('reason' in table) {
      yield { where: file.path, ...table }
      return
    }
    for (const { info, record } of table.rows) {
      yield { where: `${file.path}:${info.lines}`, ...parseArticleJson(toJson(record), options) }
    }
  },
}

function readTable(bytes: Uint8Array): { rows: readonly Row[] } | { reason: string } {
  try {
    const text = decodeText(bytes)
    const [header = ''] = text.split(/\r?\n/, 1)
    const delimiter = [',', ';', '\t'].reduce((best, next) =>
      header.split(next).length > header.split(best).length ? next : best,
    )
    const rows: unknown = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter,
      info: true,
      skip_empty_lines: true,
    })
    return { rows: rows as readonly Row[] }
  } catch (error) {
    if (error instanceof AppError || error instanceof CsvError) {
      return { reason: `This cannot be read as CSV: ${error.message}` }
    }
    throw error
  }
}

function toJson(record: Row['record']): Record<string, unknown> {
  const cells = Object.entries(record).filter(([, cell]) => cell.trim() !== '')
  return Object.fromEntries(
    cells.map(([name, cell]) => {
      if (!LISTS.has(name)) return [name, cell]
      const parts = cell.split(';').flatMap((part) => part.trim() || [])
      return [name, name === 'topics' ? parts.map((part) => ({ name: part })) : parts]
    }),
  )
}
