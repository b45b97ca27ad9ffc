import { matchAt } from '../match-at.ts'
import { currencyOfWords } from './currencies.ts'
import { durationUnit, measureUnit } from './measure-units.ts'

type UnitKind = 'PERCENT' | 'MONEY' | 'MEASURE' | 'DURATION'

export interface Unit {
  readonly kind: UnitKind
  /** ISO 4217, "percent", "percentage points", "basis points" or a UCUM code. */
  readonly code: string
  /** UTF-16 offset after the unit. */
  readonly end: number
}

const PERCENT = /\s?[%٪]|[ \u00a0-]?(?:per[ -]?cent|pct|pc)(?![\p{L}\d])/iuy
const POINTS = /[ -]?(?:age)?[ -]points?\b/y
const PERCENTAGE_POINTS = /[ -](?:percentage|per ?cent)[ -]points?\b| pps?\b/iy
const BASIS_POINTS = /[ -]basis[ -]points?\b|[ ]?bps?\b/iy
const CURRENCY_SIGN = /\s?[€£¥₹₽₴₩₪₺]/y
/** Up to three words that may name a unit; signs like °C and km/h count as words. */
const WORDS = /[ \u00a0-]?([°\p{L}µ][\p{L}\d²³/.-]*|°)(?:([ -])([\p{L}/]+)(?:([ -])([\p{L}]+))?)?/uy
const ON_FOOT = / (?:passenger|soldier|patrol|officer|traffic)/y
/** Letters that are units only where they are written on to the number. */
const ONLY_WRITTEN_ON = /^(?:[cfglpwv]|in)$/i
/** "7 May" is no metre, "an s" no second. */
const WEIGHT_AFTER = / of (?!money|aid|debt|investment|funding|damage)/y

/** Reads the unit that follows a number at `offset`: "%", " million"-less words like " km" or " euros". */
export function readUnit(text: string, offset: number): Unit | null {
  return readPercent(text, offset) ?? readCurrency(text, offset) ?? readMeasure(text, offset)
}

function readPercent(text: string, offset: number): Unit | null {
  const points = matchAt(PERCENTAGE_POINTS, text, offset)
  if (points) return percent('percentage points', offset + points[0].length)
  const basis = matchAt(BASIS_POINTS, text, offset)
  if (basis) return percent('basis points', offset + basis[0].length)
  const sign = matchAt(PERCENT, text, offset)
  if (!sign) return null
  const end = offset + sign[0].length
  const after = matchAt(POINTS, text, end)
  return after ? percent('percentage points', end + after[0].length) : percent('percent', end)
}

const percent = (code: string, end: number): Unit => ({ kind: 'PERCENT', code, end })

function readCurrency(text: string, offset: number): Unit | null {
  const sign = matchAt(CURRENCY_SIGN, text, offset)
  const code = sign && currencyOfWords(sign[0].trim())
  if (sign && code) return { kind: 'MONEY', code, end: offset + sign[0].length }
  return longest(text, offset, (words, end) => {
    const isWon = words === 'won' && text.slice(offset - 6, offset) === 'illion'
    // "4.6 trillion won" is money, "5 won" a victory.
    const currency = isWon ? 'KRW' : currencyOfWords(words)
    if (currency === null) return null
    const weight = /^pounds?$/i.test(words) && matchAt(WEIGHT_AFTER, text, end)
    return weight
      ? { kind: 'MEASURE', code: '[lb_av]', end }
      : { kind: 'MONEY', code: currency, end }
  })
}

function readMeasure(text: string, offset: number): Unit | null {
  return longest(text, offset, (words, end) => {
    const spaced = /\s/.test(text[offset] ?? '')
    if (spaced && ONLY_WRITTEN_ON.test(words)) return null
    // "9,450 foot passengers" are no lengths.
    if (words === 'foot' && matchAt(ON_FOOT, text, end)) return null
    const measure = measureUnit(words)
    if (measure !== null) return { kind: 'MEASURE', code: measure, end }
    const duration = durationUnit(words)
    return duration === null ? null : { kind: 'DURATION', code: duration, end }
  })
}

/** Tries three words, two, then one: "Hong Kong dollars" before "Hong Kong". */
function longest(
  text: string,
  offset: number,
  read: (words: string, end: number) => Unit | null,
): Unit | null {
  const found = matchAt(WORDS, text, offset)
  if (!found) return null
  const [all, one = '', , two, , three] = found
  const lead = all.startsWith(one) ? 0 : 1
  const ends = [one.length]
  if (two !== undefined) ends.push(one.length + 1 + two.length)
  if (three !== undefined) ends.push(all.length - lead)
  for (const length of ends.toReversed()) {
    const end = offset + lead + length
    const words = text.slice(offset + lead, end).replace(/[.-]+$/, '')
    const unit = words && read(words, offset + lead + words.length)
    if (unit) return unit
  }
  // "340-metre-wide"
  const [short = ''] = one.split('-')
  return short === '' || short === one ? null : read(short, offset + lead + short.length)
}
