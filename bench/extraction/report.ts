import { PARTS } from './judge-figure.ts'
import type { FigureTallies } from './score-figures.ts'
import { ENTITY_TYPES, type MentionTallies } from './score-mentions.ts'
import { addTallies, type Scores, scoresOf, type Tally } from './tally.ts'

/** What is measured of a folder or a file; also what --json prints. */
export interface Report {
  readonly name: string
  readonly articles?: number
  readonly mentions: Readonly<Record<string, Scores>>
  readonly figures?: Scores
  /** Percent right of the figures found, where judged. */
  readonly parts?: Readonly<Record<string, { readonly percent: number; readonly judged: number }>>
  readonly wordsPerSecond?: number
}

export function mentionScores(tallies: MentionTallies): Report['mentions'] {
  const all = ENTITY_TYPES.map((type) => tallies[type]).reduce(addTallies)
  const named: readonly (readonly [string, Tally])[] = [
    ...ENTITY_TYPES.map((type) => [type, tallies[type]] as const),
    ['ALL', all],
  ]
  return Object.fromEntries(named.map(([name, tally]) => [name, scoresOf(tally)]))
}

export function figureScores({
  found,
  parts,
}: FigureTallies): Pick<Required<Report>, 'figures' | 'parts'> {
  const percent = ({ right, judged }: { right: number; judged: number }) => ({
    percent: judged === 0 ? 100 : (100 * right) / judged,
    judged,
  })
  return {
    figures: scoresOf(found),
    parts: Object.fromEntries(PARTS.map((part) => [part, percent(parts[part])])),
  }
}

export function formatReport({
  name,
  articles,
  mentions,
  figures,
  parts,
  wordsPerSecond,
}: Report): string {
  const lines = [
    articles === undefined ? name : `${name} (${articles} articles)`,
    row('', ['precision', 'recall', 'F1', 'right', 'found', 'gold']),
    ...Object.entries(mentions).map(([type, scores]) => scoreRow(type, scores)),
    ...(figures ? [scoreRow('FIGURES', figures)] : []),
    ...(parts ? ['Of the figures found, right:'] : []),
    ...Object.entries(parts ?? {}).map(([part, { percent, judged }]) =>
      row(`  ${part}`, [`${percent.toFixed(1)} %`, `of ${judged}`]),
    ),
    ...(wordsPerSecond
      ? [`${Math.round(wordsPerSecond)} words/s of CPU time on one core, whole pipeline`]
      : []),
  ]
  return lines.join('\n')
}

const scoreRow = (name: string, { precision, recall, f1, right, found, gold }: Scores): string =>
  row(name, [
    ...[precision, recall, f1].map((share) => (100 * share).toFixed(1)),
    ...[right, found, gold].map(String),
  ])

const row = (name: string, cells: readonly string[]): string =>
  [name.padEnd(14), ...cells.map((cell) => cell.padStart(10))].join('')
