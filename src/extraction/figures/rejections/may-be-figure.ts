import type { NumberReading } from '../numbers/number-reading.ts'
import type { Passage } from '../passage.ts'
import { isRateBase } from '../things/read-rate-base.ts'
import { isAge } from './is-age.ts'
import { isDeterminer } from './is-determiner.ts'
import { isEventName } from './is-event-name.ts'
import { isLabel } from './is-label.ts'
import { isListNumber } from './is-list-number.ts'
import { isPartOfWord } from './is-part-of-word.ts'
import { isPhoneNumber } from './is-phone-number.ts'
import { isPlacingDuration } from './is-placing-duration.ts'

/** One way in which a number counts nothing. */
type Rejection = (passage: Passage, number: NumberReading) => boolean

const REJECTIONS: readonly Rejection[] = [
  isPartOfWord,
  isLabel,
  isListNumber,
  isAge,
  isDeterminer,
  isPhoneNumber,
  isPlacingDuration,
  isEventName,
  (passage, { first }) => isRateBase(passage, first),
]

/** Whether a number can be a figure, before anything is known of what it counts. */
export function mayBeFigure(passage: Passage, number: NumberReading): boolean {
  return !REJECTIONS.some((isRejected) => isRejected(passage, number))
}
