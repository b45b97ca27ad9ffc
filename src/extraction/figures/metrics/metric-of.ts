import type { Aggregation, FoundMetric } from '../../extractor.ts'
import type { EventWords } from '../events/event-vocabulary.ts'
import type { Thing } from '../things/thing.ts'

/** Events whose name is another for some things: fired workers were laid off, seized towns captured. */
const REFINED: readonly {
  readonly event: string
  readonly things: RegExp
  readonly refined: string
}[] = [
  {
    event: 'seized',
    things: /(?:^|-)(?:towns|villages|settlements|cities|positions|areas|districts|bases|regions)$/,
    refined: 'captured',
  },
  {
    event: 'launched',
    things: /(?:^|-)(?:workers|employees|staff|teachers|officials|people)$/,
    refined: 'laid-off',
  },
  {
    event: 'lost',
    things: /(?:^|-)lives$/,
    refined: 'killed',
  },
]

/**
 * The metric of a thing and what happened to it: "drones" and "intercepted" give
 * "drones-intercepted". Shares and values have metrics of their own: "adults-vaccinated-share".
 */
export function metricOf(
  { key: thing, share, rate, worth }: Pick<Thing, 'key' | 'share' | 'rate' | 'worth'>,
  words: EventWords | null,
  { unit, aggregation }: { readonly unit: string | null; readonly aggregation: Aggregation },
): FoundMetric | null {
  if (!thing) return null
  const event = words && refine(thing, words.event)
  const kind = share ? '-share' : rate ? '-rate' : worth ? '-value' : ''
  const key = `${thing}${event ? `-${event}` : ''}${kind}`
  const label = key.replaceAll('-', ' ')
  return { key, label: label.charAt(0).toUpperCase() + label.slice(1), unit, aggregation }
}

function refine(thing: string, event: string): string {
  return REFINED.find((rule) => rule.event === event && rule.things.test(thing))?.refined ?? event
}
