import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readConfig } from '../config.ts'
import { InvalidInputError } from '../core/app-error.ts'
import type { Db } from '../db/client.ts'
import type { Viewer } from '../db/visibility.ts'
import { articleNinjs } from '../exports/article-ninjs.ts'
import { ARTICLE_TABLE, articleRows } from '../exports/article-rows.ts'
import { type Column, csvText } from '../exports/csv.ts'
import { FIGURE_TABLE } from '../exports/figure-columns.ts'
import { figureRows } from '../exports/figure-rows.ts'
import { parseSelection } from '../exports/figure-selection.ts'
import { type Feature, figureFeature, geoJsonText, placeFeature } from '../exports/geo-json-text.ts'
import { createLinks } from '../exports/links.ts'
import { ndjsonText } from '../exports/ndjson-text.ts'
import { PLACE_TABLE, placeRows } from '../exports/place-rows.ts'
import type { Rows } from '../exports/rows.ts'
import { startProgressBar } from './progress-bar.ts'

export type ExportKind = 'figures' | 'articles' | 'places'
export type ExportFormat = 'csv' | 'ndjson' | 'geojson'

interface ExportOptions {
  readonly kind: ExportKind
  readonly format: ExportFormat
  /** Null for standard output. */
  readonly out: string | null
  readonly unpublished: boolean
  readonly filters: Readonly<Record<string, unknown>>
}

/** Writes an export, and shows how far it is. Returns how many rows there were. */
export async function exportRows(db: Db, options: ExportOptions): Promise<number> {
  const { kind, format, out } = options
  const { publicUrl, host, port } = readConfig()
  const links = createLinks(publicUrl ?? `http://${host}:${port}`)
  const viewer: Viewer = { seesUnpublished: options.unpublished, now: new Date() }
  const request = { db, viewer, links }
  if (kind === 'figures') {
    const rows = await figureRows(request, parseSelection(options.filters))
    return write({ rows, columns: FIGURE_TABLE, toFeature: figureFeature }, { kind, format, out })
  }
  if (kind === 'places') {
    const columns = PLACE_TABLE
    return write(
      { rows: placeRows(request), columns, toFeature: placeFeature },
      { kind, format, out },
    )
  }
  return write(
    {
      rows: articleRows(db, viewer),
      columns: ARTICLE_TABLE,
      toJson: (article) => articleNinjs(article, links),
    },
    { kind, format, out },
  )
}

interface Table<Row> {
  readonly rows: Rows<Row>
  readonly columns: readonly Column<Row>[]
  readonly toJson?: (row: Row) => unknown
  readonly toFeature?: (row: Row) => Feature | null
}

async function write<Row>(
  table: Table<Row>,
  { kind, format, out }: Pick<ExportOptions, 'kind' | 'format' | 'out'>,
): Promise<number> {
  const bar = startProgressBar(await table.rows.count(), kind)
  let done = 0
  async function* counted() {
    for await (const page of table.rows.pages()) {
      yield page
      done += page.length
      bar?.update(done, { [kind]: done })
    }
  }
  try {
    const rows = { ...table.rows, pages: counted }
    await save(Readable.from(textOf({ ...table, rows }, format)), out)
  } finally {
    bar?.stop()
  }
  return done
}

function textOf<Row>(
  { rows, columns, toJson, toFeature }: Table<Row>,
  format: ExportFormat,
): AsyncIterable<string> {
  if (format === 'csv') return csvText(rows, columns)
  if (format === 'ndjson') return ndjsonText(rows, toJson)
  if (toFeature === undefined) {
    throw new InvalidInputError('Articles have no place on a map: choose csv or ndjson.', 'format')
  }
  return geoJsonText(rows, toFeature)
}

/** A file takes its name when it is whole, so that what was cut short is never taken for it. */
async function save(text: Readable, out: string | null): Promise<void> {
  if (out === null) return pipe(text)
  const unfinished = `${out}.part`
  try {
    await pipeline(text, createWriteStream(unfinished))
    await rename(unfinished, out)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw isFileError(error)
      ? new InvalidInputError(
          `"${out}" cannot be written (${error.code}): choose another file.`,
          'out',
        )
      : error
  }
}

async function pipe(text: Readable): Promise<void> {
  try {
    await pipeline(text, process.stdout, { end: false })
  } catch (error) {
    // The reader has what it wanted ("| head").
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

const isFileError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
