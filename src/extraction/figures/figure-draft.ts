import type { FoundAttribution, FoundPeriod } from '../extractor.ts'
import type { Parties } from './context/read-parties.ts'
import type { EventWords } from './events/event-vocabulary.ts'
import type { EventSite } from './site.ts'
import type { Thing } from './things/thing.ts'

/** A figure whose parts are found and which is not yet linked to the others. */
export interface FigureDraft {
  readonly site: EventSite
  readonly thing: Thing
  readonly words: EventWords | null
  /** Which sentence of the article it stands in, over all fields. */
  readonly sentence: number
  readonly attribution: FoundAttribution
  readonly places: readonly number[]
  readonly period: FoundPeriod | null
  readonly parties: Parties
  readonly population: string | null
}
