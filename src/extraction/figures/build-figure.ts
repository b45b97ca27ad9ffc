import type { FoundFigure } from '../extractor.ts'
import type { FigureDraft } from './figure-draft.ts'
import { metricOf } from './metrics/metric-of.ts'
import { readAggregation } from './metrics/read-aggregation.ts'
import { resolveCurrency } from './numbers/shared-currencies.ts'
import { tokenAt } from './passage.ts'
import type { EventSite } from './site.ts'

/**
 * Makes the figure that is returned of its draft.
 * @param partOf the index of its whole
 * @param countries ISO 3166-1 alpha-2, the most named first: whose crowns and dinars are meant
 */
export function buildFigure(
  draft: FigureDraft,
  partOf: number | null,
  countries: readonly string[],
): FoundFigure {
  const { site, thing, words, attribution, places, period, parties, population } = draft
  const { passage, number, qualifier } = site
  const aggregation = readAggregation(site, { words, measure: thing.measure })
  const isCount = number.kind === 'COUNT'
  const written = site.base ? thing.unit : (number.unit ?? thing.unit)
  const unit = written && number.kind === 'MONEY' ? resolveCurrency(written, countries) : written
  const counted = isCount && thing.key && !site.base ? thing.key.replaceAll('-', ' ') : unit
  return {
    span: passage.document.spanned.span(number.start, endOf(site)),
    value: number.value,
    minValue: number.minValue,
    maxValue: number.maxValue,
    valueText: passage.text.slice(number.start, number.valueEnd),
    qualifier,
    unit,
    measure: thing.measure,
    metric: metricOf(thing, words, { unit: counted, aggregation }),
    population,
    places,
    period,
    ...parties,
    attribution,
    partOf,
    confidence: confidenceOf(draft),
  }
}

/** Number, thing and the event that follows at once: "three civilians were killed". */
function endOf({ passage, number, phrase, base, event }: EventSite): number {
  const last = event?.spanNext ?? base?.next ?? (phrase ? phrase.next : null)
  const covered = last === null ? undefined : tokenAt(passage, last - 1)?.end
  return Math.max(number.end, covered ?? 0)
}

/** How sure the rules are: less without a thing, an event or a number. */
function confidenceOf({ site: { number }, thing, words }: FigureDraft): number {
  const named = thing.measure === null ? 0 : 0.2
  const happened = words === null ? 0 : 0.1
  const written = number.value === null && number.minValue === null ? 0 : 0.1
  return Number((0.55 + named + happened + written).toFixed(2))
}
