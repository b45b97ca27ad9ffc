const DIGITS = Array.from('0123456789+-')
const SUPERSCRIPTS = pairDigits('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻')
const SUBSCRIPTS = pairDigits('₀₁₂₃₄₅₆₇₈₉₊₋')

function pairDigits(characters: string): ReadonlyMap<string, string> {
  return new Map(Array.from(characters, (character, i) => [DIGITS[i] ?? '', character]))
}

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
  if (!/^[0-9+-]+$/.test(text)) return text
  return Array.from(text, (digit) => digits.get(digit) ?? digit).join('')
}
