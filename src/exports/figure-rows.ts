import { globalId } from '../core/global-id.ts'
import type { Db } from '../db/client.ts'
import { countSelectedFigures, selectedFigureIds } from '../db/selected-figures.ts'
import type { Viewer } from '../db/visibility.ts'
import { type FigureSelection, resolveSelection } from './figure-selection.ts'
import type { Links } from './links.ts'
import { figureColumns } from './read-figures.ts'
import { type Rows, readPages } from './rows.ts'

/** Enough that the statements do not count, few enough that a page is a few hundred kilobytes. */
const PAGE = 500

/** A row names its claimant and its places; their ids elsewhere stand in the exports of articles. */
const COLUMNS = figureColumns({
  select: { slug: true, name: true, countryCode: true, latitude: true, longitude: true },
} as const)

/** One figure as exports write it: a line of NDJSON. */
export type FigureRow = ReturnType<typeof toRow>

/** The figures of a selection, in the order in which their articles were published. */
export async function figureRows(
  { db, viewer, links }: { readonly db: Db; readonly viewer: Viewer; readonly links: Links },
  selection: FigureSelection,
): Promise<Rows<FigureRow>> {
  const wanted = await resolveSelection(db, viewer, selection)
  async function* pages() {
    const figures = readPages<StoredFigure>(async (last) => {
      const after = last && [last.orderedAt, last.id]
      const ids = await selectedFigureIds(db, viewer, { wanted, after, size: PAGE })
      return readFigures(db, ids)
    })
    for await (const page of figures) yield page.map((figure) => toRow(figure, links))
  }
  return { count: () => countSelectedFigures(db, viewer, wanted), pages }
}

const readFigures = (db: Db, ids: readonly number[]) =>
  db.figure.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ orderedAt: 'asc' }, { id: 'asc' }],
    ...COLUMNS,
  })
type StoredFigure = Awaited<ReturnType<typeof readFigures>>[number]

function toRow(figure: StoredFigure, links: Links) {
  const { article, metric, claimant, periodStart, periodEnd } = figure
  return {
    id: globalId('Figure', figure.id),
    article: {
      slug: article.slug,
      headline: article.headline,
      url: article.canonicalUrl ?? links.article(article.slug),
      source: article.source.slug,
      publishedAt: article.publishedAt,
    },
    metric,
    value: figure.value,
    minValue: figure.minValue,
    maxValue: figure.maxValue,
    unit: figure.unit,
    qualifier: figure.qualifier,
    valueText: figure.valueText,
    population: figure.population,
    places: figure.places.map(({ place: { slug, name, countryCode, latitude, longitude } }) => ({
      slug,
      name,
      countryCode,
      latitude,
      longitude,
    })),
    period:
      periodStart && periodEnd
        ? { start: periodStart, end: periodEnd, precision: figure.periodPrecision }
        : null,
    attribution: {
      kind: figure.attributionKind,
      label: figure.attributionLabel,
      via: figure.attributionVia,
      claimant: claimant && { slug: claimant.slug, name: claimant.name },
    },
    span: {
      field: figure.field,
      start: figure.start,
      end: figure.end,
      exact: figure.exact,
      prefix: figure.prefix,
      suffix: figure.suffix,
    },
    claim: figure.claimId === null ? null : globalId('Claim', figure.claimId),
    confidence: figure.confidence,
    reviewStatus: figure.reviewStatus,
    status: figure.status,
  }
}
