/** What a figure says, as its row has it. */
export interface ToldFigure {
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  readonly qualifier: keyof typeof QUALIFIERS
  readonly unit: string | null
  readonly measure: string | null
  readonly periodText: string | null
  readonly attributionKind: 'NAMED' | 'COLLECTIVE' | 'ANONYMOUS' | 'ARTICLE_VOICE'
  readonly attributionLabel: string | null
  readonly attributionVia: string | null
  readonly metric: { readonly key: string; readonly label: string } | null
  readonly claimant: { readonly slug: string; readonly name: string } | null
  readonly places: readonly { readonly place: { readonly slug: string; readonly name: string } }[]
}

type Stated = Pick<ToldFigure, 'value' | 'minValue' | 'maxValue' | 'qualifier' | 'unit'>

const QUALIFIERS = {
  EXACT: '',
  ABOUT: 'about ',
  AT_LEAST: 'at least ',
  AT_MOST: 'at most ',
  MORE_THAN: 'more than ',
  LESS_THAN: 'less than ',
  BETWEEN: '',
  UNSPECIFIED: '',
}
const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

/** "1,200", "12.5%", "3 kilometres", "5,000 USD". */
function withUnit(value: number, unit: string | null): string {
  const number = NUMBERS.format(value)
  if (unit === null) return number
  return unit === 'percent' ? `${number}%` : `${number} ${unit}`
}

/** "at least 4", "40 to 50"; where the text gives no number, that it does not. */
export function statedNumber({ value, minValue, maxValue, qualifier, unit }: Stated): string {
  const words = QUALIFIERS[qualifier]
  if (value !== null) return `${words}${withUnit(value, unit)}`
  if (minValue !== null && maxValue !== null) {
    return `${words}${NUMBERS.format(minValue)} to ${withUnit(maxValue, unit)}`
  }
  const end = minValue ?? maxValue
  return end === null ? 'no number given' : `${words}${withUnit(end, unit)}`
}

/** Who says it: the known claimant, the words for an unknown one, or nobody but the article. */
export const claimantName = ({
  claimant,
  attributionLabel,
}: Pick<ToldFigure, 'claimant' | 'attributionLabel'>): string =>
  claimant?.name ?? attributionLabel ?? 'the article itself'

/** All of it in a line: "drones launched: 635. Says: the Air Force, via Telegram. Time: on Tuesday. In: Kyiv." */
export function figureSentence(figure: ToldFigure): string {
  const { metric, measure, periodText, attributionVia, places } = figure
  const what = metric?.label ?? measure
  return [
    `${what === null ? '' : `${what}: `}${statedNumber(figure)}.`,
    `Says: ${claimantName(figure)}${attributionVia === null ? '' : `, via ${attributionVia}`}.`,
    ...(periodText === null ? [] : [`Time: ${periodText}.`]),
    ...(places.length === 0 ? [] : [`In: ${places.map(({ place }) => place.name).join(', ')}.`]),
  ].join(' ')
}

const DATES = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** "24 December 2025", in UTC. */
export const dayWords = (time: Date): string => DATES.format(time)
