import type { EventWords } from '../events/event-vocabulary.ts'
import type { Passage } from '../passage.ts'
import type { Site } from '../site.ts'
import type { Thing } from './thing.ts'

/** A figure already read, from which one with its noun left out may take it. */
export interface Antecedent {
  readonly thing: Thing
  readonly words: EventWords | null
  readonly passage: Passage
  readonly site: Pick<Site, 'number'>
}

/** The figures before, from which one with its noun left out may take it. */
export interface Antecedents {
  /** The last one that counts. */
  readonly counted: Antecedent | null
  /** The last one of any kind. */
  readonly any: Antecedent | null
}
