import type { EventWords } from '../events/event-vocabulary.ts'
import type { Passage } from '../passage.ts'
import type { Thing } from './thing.ts'

/** A figure already read, from which one with its noun left out may take it. */
export interface Antecedent {
  readonly thing: Thing
  readonly words: EventWords | null
  readonly passage: Passage
}
