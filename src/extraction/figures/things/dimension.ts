/** What units of measure measure: the end of a metric's key where the text has no noun for it. */
const DIMENSIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:m2|km2|har|\[acr_us\]|\[smi_us\]|\[sft_i\])$/, 'area'],
  [/^(?:mm|cm|m|km|\[mi_i\]|\[nmi_i\]|\[in_i\]|\[ft_i\]|\[yd_i\])$/, 'distance'],
  [/^(?:ug|mg|g|kg|t|kt|Mt|Gt|\[oz_av\]|\[lb_av\]|\[car_m\])$/, 'weight'],
  [/^(?:L|mL|m3|km3|\[cft_i\]|\[gal_us\]|\[bbl_us\])$/, 'volume'],
  [/^(?:W|kW|MW|GW|TW)$/, 'power'],
  [/^(?:.W\.h)$/, 'energy'],
  [/^(?:Cel|\[degF\])$/, 'temperature'],
  [/^(?:m\/s|km\/h|\[mi_i\]\/h|\[kn_i\])$/, 'speed'],
  [/^(?:s|min|h|d|wk|mo|a|10a|100a)$/, 'duration'],
  [/^magnitude$/, 'magnitude'],
]

/** "area" for "har", "speed" for "km/h"; null for units without a name of what they measure. */
export function dimensionOf(unit: string): string | null {
  return DIMENSIONS.find(([pattern]) => pattern.test(unit))?.[1] ?? null
}

const ADJECTIVES: Readonly<Record<string, string>> = {
  long: 'length',
  wide: 'width',
  tall: 'height',
  high: 'height',
  deep: 'depth',
  thick: 'thickness',
  heavy: 'weight',
}

/** "length" for the "long" of "2 km long"; null for other words. */
export const dimensionOfAdjective = (word: string): string | null => ADJECTIVES[word] ?? null
