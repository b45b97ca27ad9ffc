import { ReadableStream } from 'node:stream/web'
import type { Hono } from 'hono'
import { stateTag } from '../../db/state-tag.ts'
import { csvText } from '../../exports/csv.ts'
import { FIGURE_TABLE } from '../../exports/figure-columns.ts'
import { type FigureRow, figureRows } from '../../exports/figure-rows.ts'
import { parseSelection } from '../../exports/figure-selection.ts'
import { figureFeature, geoJsonText, placeFeature } from '../../exports/geo-json-text.ts'
import { ndjsonText } from '../../exports/ndjson-text.ts'
import { placeRows } from '../../exports/place-rows.ts'
import type { Rows } from '../../exports/rows.ts'
import type { AppDependencies } from '../app.ts'
import { addExportRoute, type Exported, type ExportRequest } from './export-route.ts'

const GEO_JSON = 'application/geo+json; charset=utf-8'

const FIGURES: readonly {
  readonly suffix: string
  readonly contentType: string
  readonly write: (rows: Rows<FigureRow>) => AsyncIterable<string>
}[] = [
  {
    suffix: 'csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    write: (rows) => csvText(rows, FIGURE_TABLE),
  },
  {
    suffix: 'ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    write: (rows) => ndjsonText(rows),
  },
  {
    suffix: 'geojson',
    contentType: GEO_JSON,
    write: (rows) => geoJsonText(rows, figureFeature),
  },
]

/** /export/figures.csv, .ndjson and .geojson, /export/places.geojson: as streams, whatever their length. */
export function addTableRoutes(app: Hono, deps: AppDependencies): void {
  for (const { suffix, contentType, write } of FIGURES) {
    addExportRoute(app, `/export/figures.${suffix}`, {
      deps,
      write: async (request) => {
        const rows = await figureRows(request, parseSelection(request.http.req.query()))
        return stream(request, { contentType, text: write(rows), name: `figures.${suffix}` })
      },
    })
  }
  addExportRoute(app, '/export/places.geojson', {
    deps,
    write: (request) =>
      stream(request, {
        contentType: GEO_JSON,
        text: geoJsonText(placeRows(request), placeFeature),
        name: 'places.geojson',
      }),
  })
}

async function stream(
  { db, viewer, http }: ExportRequest,
  { contentType, text, name }: { contentType: string; text: AsyncIterable<string>; name: string },
): Promise<Exported> {
  const { pathname, search } = new URL(http.req.url)
  http.header('Content-Disposition', `inline; filename="${name}"`)
  return {
    contentType,
    body: ReadableStream.from(encoded(text)) as Exported['body'],
    tag: await stateTag(db, viewer, pathname + search),
  }
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
