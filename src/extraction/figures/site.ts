import type { Qualifier } from '../../core/qualifier.ts'
import type { FigureEvent } from './events/figure-event.ts'
import type { NumberReading } from './numbers/number-reading.ts'
import type { Passage } from './passage.ts'
import type { NounPhrase } from './things/read-noun-phrase.ts'
import type { RateBase } from './things/read-rate-base.ts'

/** A number in its sentence with the noun phrase that follows it. */
export interface Site {
  readonly passage: Passage
  readonly number: NumberReading
  readonly qualifier: Qualifier
  /** The first token of number and qualifier. */
  readonly first: number
  /** What stands after the number as the thing it counts. */
  readonly phrase: NounPhrase | null
  /** What a rate is given for: "23 cases per 100,000 people". */
  readonly base: RateBase | null
  /** The token after number and phrase. */
  readonly next: number
  /** Counts a part of something: "of which", "28 of 31", "12 of them". */
  readonly part: 'OF_NUMBER' | 'OF_PRONOUN' | 'OF_PHRASE' | 'INCLUDED' | null
  /** Its noun is left out: "others injured", "killed 3". */
  readonly elided: boolean
}

/** A site and what happened to what it counts. */
export interface EventSite extends Site {
  readonly event: FigureEvent | null
}
