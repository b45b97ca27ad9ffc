import type { Tx } from '../db/client.ts'

type FigureRow = NonNullable<Awaited<ReturnType<Tx['figure']['findFirst']>>>

/** Rows of the places of a figure, in their order. */
export const placeRows = (placeIds: readonly number[]) =>
  placeIds.map((placeId, position) => ({ placeId, originId: placeId, position }))

/** What a person may change of a figure: what a later decision needs to undo one. */
export const decidedPart = ({
  places,
  ...row
}: FigureRow & { readonly places: readonly { readonly placeId: number }[] }) => ({
  value: row.value,
  minValue: row.minValue,
  maxValue: row.maxValue,
  qualifier: row.qualifier,
  unit: row.unit,
  metricId: row.metricId,
  population: row.population,
  placeIds: places.map(({ placeId }) => placeId),
  periodStart: row.periodStart?.toISOString() ?? null,
  periodEnd: row.periodEnd?.toISOString() ?? null,
  periodPrecision: row.periodPrecision,
  periodText: row.periodText,
  attributionKind: row.attributionKind,
  attributionLabel: row.attributionLabel,
  attributionVia: row.attributionVia,
  claimantId: row.claimantId,
  reviewStatus: row.reviewStatus,
})
