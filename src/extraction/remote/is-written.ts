const SCALES = [1, 1e3, 1e6, 1e9, 1e12]

/**
 * Whether a number can be read from its words: digits must be there, as they stand, scaled
 * ("3.2 million") or as one part of another ("1 in 5"). Numbers in words cannot be checked so.
 */
export function isWritten(value: number, valueText: string): boolean {
  const digits = valueText.match(/\d[\d,]*(?:\.\d+)?/g)
  if (digits === null) return true
  const written = digits.map((text) => Number(text.replaceAll(',', '')))
  const [first = 0, second = 0] = written
  const ratios = second === 0 ? [] : [first / second, (100 * first) / second]
  const readings = [
    ...written.flatMap((number) => SCALES.map((scale) => number * scale)),
    ...ratios,
  ]
  return readings.some((reading) => isClose(reading, Math.abs(value)))
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, a)
