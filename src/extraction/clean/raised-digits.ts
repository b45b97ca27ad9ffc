const SUPERSCRIPTS = new Map(
  [...'0123456789+-'].map((digit, i) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][i] ?? '']),
)
const SUBSCRIPTS = new Map(
  [...'0123456789+-'].map((digit, i) => [digit, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][i] ?? '']),
)

/** "10" + raised "6" must not read 106: digits become characters of their own (10⁶, km²). */
export function superscript(text: string): string {
  return mapDigits(text, SUPERSCRIPTS)
}

/** As in CO₂. */
export function subscript(text: string): string {
  return mapDigits(text, SUBSCRIPTS)
}

/** Other text (1st, Mme) stays as it is. */
function mapDigits(text: string, digits: ReadonlyMap<string, string>): string {
  return /^[0-9+-]+$/.test(text)
    ? [...text].map((digit) => digits.get(digit) ?? digit).join('')
    : text
}
