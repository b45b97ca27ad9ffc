import { foldKey } from '../core/fold-key.ts'
import type { Span } from '../core/span.ts'
import type { FoundFigure } from '../extraction/extractor.ts'
import type { Choice } from './choice.ts'

/** The columns of a figure that come from the text; `resolved` are the found entities. */
export function figureColumns(figure: FoundFigure, resolved: readonly Choice[]) {
  const { attribution, period, value, minValue, maxValue } = figure
  const { cue } = attribution
  const claimant = attribution.claimant === null ? null : resolved[attribution.claimant]
  return {
    ...figure.span,
    value,
    minValue,
    maxValue,
    orderValue: orderValue(figure),
    valueText: figure.valueText,
    qualifier: figure.qualifier,
    unit: figure.unit,
    measure: figure.measure,
    population: figure.population,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    periodPrecision: period?.precision ?? null,
    periodText: period?.text ?? null,
    actor: figure.actor,
    target: figure.target,
    attributionKind: attribution.kind,
    attributionLabel: attribution.label,
    attributionKey: attribution.label === null ? null : foldKey(attribution.label),
    attributionVia: attribution.via,
    claimantId: claimant?.id ?? null,
    claimantOriginId: claimant?.originId ?? null,
    ...cueColumns(cue),
    confidence: figure.confidence,
  }
}

/** Where a figure stands among others: by its value, a range at its middle, "several" first. */
export function orderValue({
  value,
  minValue,
  maxValue,
}: Pick<FoundFigure, 'value' | 'minValue' | 'maxValue'>): number {
  if (minValue !== null && maxValue !== null) return (minValue + maxValue) / 2
  return value ?? minValue ?? maxValue ?? -1
}

/** The columns of the words that say whose figure it is. */
export const cueColumns = (cue: Span | null | undefined) => ({
  cueField: cue?.field ?? null,
  cueStart: cue?.start ?? null,
  cueEnd: cue?.end ?? null,
  cueExact: cue?.exact ?? null,
  cuePrefix: cue?.prefix ?? null,
  cueSuffix: cue?.suffix ?? null,
})
