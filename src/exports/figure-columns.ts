import type { Column } from './csv.ts'
import type { FigureRow } from './figure-rows.ts'

/** What separates several values in one cell; slugs and names of places hardly ever have it. */
const SEPARATOR = '; '

/** The table of figures. docs/exports.md describes each column. */
export const FIGURE_TABLE: readonly Column<FigureRow>[] = [
  ['id', ({ id }) => id],
  ['article', ({ article }) => article.slug],
  ['headline', ({ article }) => article.headline],
  ['url', ({ article }) => article.url],
  ['source', ({ article }) => article.source],
  ['published_at', ({ article }) => article.publishedAt],
  ['metric', ({ metric }) => metric?.key ?? null],
  ['metric_label', ({ metric }) => metric?.label ?? null],
  ['aggregation', ({ metric }) => metric?.aggregation ?? null],
  ['value', ({ value }) => value],
  ['min_value', ({ minValue }) => minValue],
  ['max_value', ({ maxValue }) => maxValue],
  ['unit', ({ unit }) => unit],
  ['qualifier', ({ qualifier }) => qualifier],
  ['value_text', ({ valueText }) => valueText],
  ['population', ({ population }) => population],
  ['places', ({ places }) => places.map(({ slug }) => slug).join(SEPARATOR)],
  ['place_names', ({ places }) => places.map(({ name }) => name).join(SEPARATOR)],
  ['latitude', ({ places: [first] }) => first?.latitude ?? null],
  ['longitude', ({ places: [first] }) => first?.longitude ?? null],
  ['period_start', ({ period }) => period?.start ?? null],
  ['period_end', ({ period }) => period?.end ?? null],
  ['period_precision', ({ period }) => period?.precision ?? null],
  ['attribution_kind', ({ attribution }) => attribution.kind],
  ['attribution', ({ attribution }) => attribution.label],
  ['claimant', ({ attribution }) => attribution.claimant?.slug ?? null],
  ['claimant_name', ({ attribution }) => attribution.claimant?.name ?? null],
  ['via', ({ attribution }) => attribution.via],
  ['quote', ({ span }) => span.exact],
  ['context', ({ span }) => `${span.prefix}${span.exact}${span.suffix}`.replace(/\s+/g, ' ')],
  ['claim', ({ claim }) => claim],
  ['confidence', ({ confidence }) => confidence],
  ['review_status', ({ reviewStatus }) => reviewStatus],
  ['status', ({ status }) => status],
]
