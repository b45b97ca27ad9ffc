import { comparableUnit } from './comparable-unit.ts'
import { fingerprint } from './fingerprint.ts'
import { foldKey } from './fold-key.ts'
import type { Qualifier } from './qualifier.ts'

/** What of a figure decides which claim it supports, apart from its time. */
export interface ClaimableFigure {
  readonly metricId: number | null
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  readonly qualifier: Qualifier
  readonly unit: string | null
  readonly population: string | null
  readonly placeIds: readonly number[]
  readonly attributionKind: 'NAMED' | 'COLLECTIVE' | 'ANONYMOUS' | 'ARTICLE_VOICE'
  readonly claimantId: number | null
  /** The claimant's name, folded. */
  readonly attributionKey: string | null
}

/** Rewording changes no claim: "about 300" repeats "300", "over 150" repeats "at least 150". */
const STATEMENTS: Readonly<Record<Qualifier, string>> = {
  EXACT: 'POINT',
  ABOUT: 'POINT',
  UNSPECIFIED: 'POINT',
  AT_LEAST: 'LOWER_BOUND',
  MORE_THAN: 'LOWER_BOUND',
  AT_MOST: 'UPPER_BOUND',
  LESS_THAN: 'UPPER_BOUND',
  BETWEEN: 'RANGE',
}

/**
 * Equal for figures that say the same of the same, whoever prints them and in which words. Null for
 * a figure that claims nothing comparable: without a metric, or without any number.
 */
export function claimKey(figure: ClaimableFigure): string | null {
  const { metricId, value, minValue, maxValue } = figure
  if (metricId === null || (value === null && minValue === null && maxValue === null)) return null
  return fingerprint([
    metricId,
    comparableUnit(figure.unit),
    [...new Set(figure.placeIds)].sort((a, b) => a - b),
    figure.population === null ? null : foldKey(figure.population),
    claimantKey(figure),
    STATEMENTS[figure.qualifier],
    [value, minValue, maxValue],
  ])
}

/** Who says it: an entity, the words for somebody unknown, or null, nobody but the articles themselves. */
function claimantKey({
  attributionKind,
  claimantId,
  attributionKey,
}: Pick<ClaimableFigure, 'attributionKind' | 'claimantId' | 'attributionKey'>): string | null {
  if (attributionKind === 'ARTICLE_VOICE') return null
  if (claimantId !== null) return `#${claimantId}`
  return attributionKey
}
