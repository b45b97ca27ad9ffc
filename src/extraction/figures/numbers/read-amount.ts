import { matchAt } from '../match-at.ts'
import { type Passage, tokenAfter, tokenAt } from '../passage.ts'
import { currencyOfSign } from './currencies.ts'
import { exactly, type NumberReading } from './number-reading.ts'
import { type Cardinal, readCardinal } from './read-cardinal.ts'
import { readUnit, type Unit } from './read-unit.ts'

const SIGN =
  /[-\u2212]?((?:[A-Z]{1,2})?[$]|(?:GH)?[€£¥₹₽₴₩₪₺₦₱₫฿₾₵₿]|[A-Z]{3}|Rs\.?|RM|Rp|[KTU]?Shs?|Ksh|Tk|[RNPK](?=\d{1,3}(?:,\d{3}|(?:\.\d+)?(?: ?[mb]illion|bn|m)\b))) ?(?=\d)/y

/** An amount and the scale it was multiplied by. */
export interface Amount {
  readonly reading: NumberReading
  readonly scale: number
}

/** Reads a number with its currency or unit that starts exactly at a token: "635", "$3.2bn", "5 km". */
export function readAmount(passage: Passage, at: number): Amount | null {
  const token = tokenAt(passage, at)
  return token ? readAmountAt(passage, at, token.start) : null
}

/** The same at an offset inside a token, for the second half of "3-5". */
export function readAmountAt(passage: Passage, at: number, start: number): Amount | null {
  const { text } = passage
  const sign = matchAt(SIGN, text, start)
  const currency = sign?.[1] ? currencyOfSign(sign[1]) : null
  if (sign && currency === null) return null
  const number = readCardinal(text, start + (sign?.[0].length ?? 0), currency !== null)
  if (!number) return null
  return { reading: withUnit(passage, { at, start, number, currency }), scale: number.scale }
}

interface Read {
  readonly at: number
  readonly start: number
  readonly number: Cardinal
  readonly currency: string | null
}

function withUnit(passage: Passage, { at, start, number, currency }: Read): NumberReading {
  const unit: Unit | null = currency === null ? readUnit(passage.text, number.end) : null
  const end = unit?.end ?? number.end
  return {
    ...exactly(number.value),
    kind: currency === null ? (unit?.kind ?? 'COUNT') : 'MONEY',
    unit: currency ?? unit?.code ?? null,
    start,
    valueEnd: number.end,
    end,
    first: at,
    next: Math.max(at + 1, tokenAfter(passage, at, end)),
  }
}
