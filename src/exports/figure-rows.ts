import { globalId } from '../core/global-id.ts'
import { figureOrders } from '../core/orders.ts'
import type { Db } from '../db/client.ts'
import { pageQuery } from '../db/keyset.ts'
import type { Viewer } from '../db/visibility.ts'
import { type FigureSelection, selectFigures } from './figure-selection.ts'
import type { Links } from './links.ts'
import { type ExportedFigure, figureColumns } from './read-figures.ts'
import { type Rows, readPages } from './rows.ts'

/** Enough that the statements do not count, few enough that a page is a few hundred kilobytes. */
const PAGE = 500
const ORDER = figureOrders.PUBLISHED_AT('ASC')

/** One figure as exports write it: a line of NDJSON. */
export type FigureRow = ReturnType<typeof toRow>

/** The figures of a selection, in the order in which their articles were published. */
export async function figureRows(
  { db, viewer, links }: { readonly db: Db; readonly viewer: Viewer; readonly links: Links },
  selection: FigureSelection,
): Promise<Rows<FigureRow>> {
  const wanted = await selectFigures(db, viewer, selection)
  async function* pages() {
    const rows = readPages<ExportedFigure>(PAGE, (last) => {
      const after = last && [last.orderedAt, last.id]
      const { where, orderBy } = pageQuery(ORDER, {
        size: PAGE,
        backwards: false,
        after,
        before: null,
      })
      return db.figure.findMany({
        where: { AND: [wanted, where] },
        orderBy,
        take: PAGE,
        ...figureColumns(viewer),
      })
    })
    for await (const page of rows) yield page.map((figure) => toRow(figure, links))
  }
  return { count: () => db.figure.count({ where: wanted }), pages }
}

function toRow(figure: ExportedFigure, links: Links) {
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
