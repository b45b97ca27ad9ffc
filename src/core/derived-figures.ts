/** A stored figure as far as deriving from it needs it. */
export interface DerivableFigure {
  readonly id: number
  /** Null where the text gives no number or a range: nothing is derived from it. */
  readonly value: number | null
  /** "drones-intercepted"; null where the metric is unknown. */
  readonly metricKey: string | null
  /** The id of the whole that this figure counts a part of. */
  readonly partOfId: number | null
  /** The same for every figure of one claimant; null in the article's own voice. */
  readonly claimantKey: string | null
  readonly qualifier: string
}

/** A number computed from figures of one article and claimant; never stored. */
export interface DerivedFigure {
  /** "Drones intercepted of drones launched". */
  readonly label: string
  readonly value: number
  /** "587 / 635", "(587 + 34) / (635 + 38)". */
  readonly formula: string
  /** Ids of the figures it was computed from, in the order of the formula. */
  readonly operands: readonly number[]
  readonly unit: 'ratio'
  /** What the number must not be taken to say. */
  readonly caveat: string
}

/** What a share may not be read as, by what happened to the part. */
const CAVEATS: Readonly<Record<string, string>> = {
  intercepted: 'Not intercepted is not the same as hit.',
  vaccinated: 'Not vaccinated is not the same as not immune.',
  convicted: 'Not convicted is not the same as acquitted.',
  rescued: 'Not rescued is not the same as dead.',
}
const CAVEAT = 'Both numbers are as one claimant reports them; neither has been checked.'
const ROUGH = 'Computed from numbers that the text gives as approximate.'

interface Pair {
  readonly part: Known
  readonly whole: Known
  /** What both count ("drones") and what happened to each. */
  readonly noun: string
  readonly partEvent: string
  readonly wholeEvent: string
}

interface Known extends DerivableFigure {
  readonly value: number
  readonly metricKey: string
}

/**
 * The rates that follow from figures of one article: each part over its whole, and, where one
 * claimant gives the same pair of events for several things, all parts over all wholes.
 * Bounds ("at least 30 of 31") give no rate.
 */
export function deriveFigures(figures: readonly DerivableFigure[]): DerivedFigure[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const pairs = figures.flatMap((part) => {
    const pair = pairOf(part, byId.get(part.partOfId ?? Number.NaN))
    return pair ? [pair] : []
  })
  return [...pairs.map(rateOf), ...groupsOf(pairs).map(combinedRate)]
}

function pairOf(part: DerivableFigure, whole: DerivableFigure | undefined): Pair | null {
  if (!whole || !isUsable(part) || !isUsable(whole)) return null
  if (part.claimantKey !== whole.claimantKey) return null
  if (whole.value <= 0 || part.value < 0 || part.value > whole.value) return null
  const noun = commonNoun(part.metricKey, whole.metricKey)
  const event = (key: string) => key.slice(noun.length).replace(/^-/, '')
  return { part, whole, noun, partEvent: event(part.metricKey), wholeEvent: event(whole.metricKey) }
}

const isUsable = (figure: DerivableFigure): figure is Known =>
  figure.value !== null &&
  figure.metricKey !== null &&
  (figure.qualifier === 'EXACT' || figure.qualifier === 'ABOUT')

/** The words that both keys begin with: "drones" of "drones-launched" and "drones-intercepted". */
function commonNoun(a: string, b: string): string {
  const [left, right] = [a.split('-'), b.split('-')]
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return left.slice(0, length).join('-')
}

function rateOf({ part, whole, noun, partEvent }: Pair): DerivedFigure {
  return {
    label: `${sentence(part.metricKey)} of ${noun ? words(whole.metricKey) : `all ${words(whole.metricKey)}`}`,
    value: part.value / whole.value,
    formula: `${part.value} / ${whole.value}`,
    operands: [part.id, whole.id],
    unit: 'ratio',
    caveat: caveatOf(partEvent, [part, whole]),
  }
}

/** Pairs of the same events and claimant that count different things and so may be added up. */
function groupsOf(pairs: readonly Pair[]): Pair[][] {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const { noun, partEvent, wholeEvent, part } = pair
    if (!noun || !partEvent) continue
    const key = JSON.stringify([partEvent, wholeEvent, part.claimantKey])
    const group = groups.get(key) ?? []
    // The same thing twice is one number repeated, not two to add.
    if (!group.some((other) => other.noun === noun)) groups.set(key, [...group, pair])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

function combinedRate(pairs: readonly Pair[]): DerivedFigure {
  const parts = pairs.map(({ part }) => part)
  const wholes = pairs.map(({ whole }) => whole)
  const [{ partEvent, wholeEvent } = { partEvent: '', wholeEvent: '' }] = pairs
  const nouns = listed(pairs.map(({ noun }) => words(noun)))
  return {
    label: sentence(`${nouns} ${words(partEvent)} of those ${words(wholeEvent) || 'counted'}`),
    value: sum(parts) / sum(wholes),
    formula: `(${plus(parts)}) / (${plus(wholes)})`,
    operands: [...parts, ...wholes].map(({ id }) => id),
    unit: 'ratio',
    caveat: caveatOf(partEvent, [...parts, ...wholes]),
  }
}

function caveatOf(event: string, figures: readonly Known[]): string {
  const caveat = CAVEATS[event] ?? CAVEAT
  return figures.some(({ qualifier }) => qualifier === 'ABOUT') ? `${caveat} ${ROUGH}` : caveat
}

const sum = (figures: readonly Known[]): number =>
  figures.reduce((all, { value }) => all + value, 0)
const plus = (figures: readonly Known[]): string => figures.map(({ value }) => value).join(' + ')
const words = (key: string): string => key.replaceAll('-', ' ')
const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

function sentence(text: string): string {
  const plain = words(text)
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
