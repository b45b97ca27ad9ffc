import { describe, expect, it } from 'vitest'
import { readCardinal } from '../../../../../src/extraction/figures/numbers/read-cardinal.ts'

const numberIn = (text: string, money = false) => readCardinal(text, 0, money)?.value ?? null

describe('readCardinal', () => {
  it.each([
    ['7 dogs', 7],
    ['1,234,567 votes', 1_234_567],
    ['1,00,000 farmers', 100_000],
    ['10 000 people', 10_000],
    ['10\u202f000 people', 10_000],
    ['3.75 litres', 3.75],
    ['3½ hours', 3.5],
    ['11 and a half years', 11.5],
    ['a quarter of a million', 250_000],
    ['1.1 million homes', 1_100_000],
    ['3 thousand', 3000],
    ['2.5bn', 2_500_000_000],
    ['40 lakh', 4_000_000],
    ['-4.5', -4.5],
    ['\u22124.5', -4.5],
    ['2,5 %', 2.5],
    ['5k runners', 5000],
    ['5m people', 5_000_000],
    ['2 dozen', 24],
  ])('reads the digits of %j', (text, value) => expect(numberIn(text)).toBe(value))

  it.each([
    ['three', 3],
    ['Twenty-five', 25],
    ['a dozen', 12],
    ['half a dozen', 6],
    ['half a million', 500_000],
    ['a hundred and five', 105],
    ['two hundred and fifty thousand', 250_000],
    ['three million two hundred thousand', 3_200_000],
    ['two and a half million', 2_500_000],
    ['one and a half', 1.5],
    ['two hundred million', 200_000_000],
  ])('reads the words of %j', (text, value) => expect(numberIn(text)).toBe(value))

  it.each([
    '3rd',
    '21st',
    '1990s',
    '3:30',
    '3/4',
    '1.2.3',
    '5G',
    '4x4',
    'and',
    'threesome',
    'a man',
  ])('reads no number in %j', (text) => expect(numberIn(text)).toBeNull())

  it('takes letters for millions and billions only of money or before what is counted', () => {
    expect(numberIn('5m', true)).toBe(5_000_000)
    expect(numberIn('5b', true)).toBe(5_000_000_000)
    expect(numberIn('5m tall')).toBe(5)
    expect(numberIn('5km')).toBe(5)
  })

  it('stops where a second number begins', () => {
    expect(numberIn('one two three')).toBe(1)
    expect(numberIn('ten twenty')).toBe(10)
  })

  it('takes a serial number for none', () => {
    expect(numberIn('1'.repeat(400))).toBeNull()
  })
})
