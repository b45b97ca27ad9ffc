import { matchAt } from '../match-at.ts'
import { SCALE_LETTERS, SCALES } from './number-words.ts'
import { readNumberWords } from './read-number-words.ts'

/** A number in the text: what it is worth and where it ends (UTF-16, exclusive). */
export interface Cardinal {
  readonly value: number
  readonly end: number
  /** What a scale word multiplied it by, so that "$3-5 million" can share it; 1 without one. */
  readonly scale: number
}

const DIGITS =
  /[-+\u2212]?(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|[1-9]\d{0,2}(?: \d{3}){1,4}(?![\d,.:/]| \p{Lu}{2})|\d+)(?:\.\d+)?[¼½¾]?/uy
const DECIMAL_COMMA = /[-+\u2212]?\d+,\d{1,2}(?=\s?%| per ?cent| (?:m|b|tr)illion)/y
/** What may not follow digits: they are then part of a date, a time, a version or a name. */
const BROKEN_OFF = /[.,]\d|[/:]\d|[\p{L}_]/uy
/** Units that may be written on to their number: "5km", "30C"; "1080p" is how fine a picture is. */
const UNIT_WRITTEN_ON =
  /(?:[kcm]?m[²³]?|k[gw]|[mg]|mg|[kMGT]Wh?|kph|mph|km\/h|ft|lbs?|[KMGT]B|ha|hrs?|[CF]|pc|pct|(?<!480|720|1080|1440|2160)p|c|bps)(?![\p{L}\d])/uy
const AND_A_HALF = / and a half(?= )/y
const SCALE_WORD = /[\s\u00a0-]?([A-Za-z]+)(?![\p{L}\d])/uy
/** "5m people" are millions; "5m high" are metres. */
const COUNTED_AFTER = /[ -](?:[a-z]+ )?(?:[a-z]+s|people|children|men|women)\b/y
const LENGTH_AFTER = / (?:tall|high|long|deep|wide|across|freestyle|hurdles|met(?:re|er)s)\b/y
const VULGAR = new Map([
  ['¼', 0.25],
  ['½', 0.5],
  ['¾', 0.75],
])
/** Beyond this a run of digits is an account or a serial number. */
const MAX_VALUE = 1e18

/**
 * Reads the cardinal number that starts exactly at `offset`: digits with separators, decimals and
 * a scale ("1,200", "3.2bn"), or words ("twenty-five", "half a million", "two and a half").
 * @param money whether a currency stands before it, which turns "m" into millions
 */
export function readCardinal(text: string, offset: number, money = false): Cardinal | null {
  const digits = readDigits(text, offset)
  if (!digits) return readNumberWords(text, offset)
  const number = readScale(text, withHalf(text, digits), money)
  if (number.end === digits.end && isBrokenOff(text, number.end)) return null
  return Math.abs(number.value) <= MAX_VALUE ? number : null
}

const isBrokenOff = (text: string, end: number): boolean =>
  matchAt(BROKEN_OFF, text, end) !== null && matchAt(UNIT_WRITTEN_ON, text, end) === null

function readDigits(text: string, offset: number): Cardinal | null {
  const comma = matchAt(DECIMAL_COMMA, text, offset)
  const written = (comma ?? matchAt(DIGITS, text, offset))?.[0]
  if (!written) return null
  const fraction = VULGAR.get(written.slice(-1)) ?? 0
  const plain = written.replace(/[¼½¾]$/, '').replace('\u2212', '-')
  const value = comma ? plain.replace(',', '.') : plain.replaceAll(/[,\u00a0\u202f ]/g, '')
  return { value: Number(value) + fraction, end: offset + written.length, scale: 1 }
}

/** "11 and a half years" */
function withHalf(text: string, number: Cardinal): Cardinal {
  const half = matchAt(AND_A_HALF, text, number.end)
  return half ? { ...number, value: number.value + 0.5, end: number.end + half[0].length } : number
}

function readScale(text: string, number: Cardinal, money: boolean): Cardinal {
  const found = matchAt(SCALE_WORD, text, number.end)
  const word = found?.[1]
  if (!found || !word) return number
  const end = number.end + found[0].length
  const attached = found[0] === word
  const known = SCALES.get(word.toLowerCase())
  const scale = known ?? (isScaleLetter(text, word, { attached, money, end }) ? letter(word) : null)
  if (scale === null) return number
  return { value: multiply(number.value, scale), end, scale }
}

const letter = (word: string): number | null => SCALE_LETTERS.get(word.toLowerCase()) ?? null

interface LetterSite {
  readonly attached: boolean
  readonly money: boolean
  readonly end: number
}

function isScaleLetter(text: string, word: string, { attached, money, end }: LetterSite): boolean {
  if (money) return attached || word === 'm'
  if (!attached) return false
  if (/^k$/i.test(word)) return true
  if (!/^m$/i.test(word) || matchAt(LENGTH_AFTER, text, end)) return false
  return matchAt(COUNTED_AFTER, text, end) !== null
}

/** Products of decimals as they are written: 1.1 million is 1100000, not 1100000.0000000001. */
export function multiply(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15))
}
