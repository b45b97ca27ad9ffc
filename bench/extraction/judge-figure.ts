import type { FoundFigure } from '../../src/extraction/extractor.ts'
import { headNoun } from './head-noun.ts'
import type { GoldFigure } from './resolve-annotations.ts'

export const PARTS = ['value', 'unit', 'thing', 'qualifier', 'attribution'] as const

export type FigurePart = (typeof PARTS)[number]

/** Whether each part of a figure that was found is right; null where the annotation leaves it open. */
export type FigureJudgement = Readonly<Record<FigurePart, boolean | null>>

export function judgeFigure(gold: GoldFigure, found: FoundFigure): FigureJudgement {
  return {
    value: judgeValue(gold, found),
    unit: judgeUnit(gold, found),
    thing: judgeThing(gold, found.measure),
    qualifier: judge(gold.qualifier ?? 'EXACT', (answer) => answer === found.qualifier),
    attribution: judge(gold.attribution ?? 'ARTICLE_VOICE', (answer) => isSaidBy(found, answer)),
  }
}

type Answers = string | readonly string[]

const listOf = (answers: Answers): readonly string[] =>
  typeof answers === 'string' ? [answers] : answers

function judge(answers: Answers, isRight: (answer: string) => boolean): boolean | null {
  const list = listOf(answers)
  return list.includes('*') ? null : list.some(isRight)
}

function judgeValue(gold: GoldFigure, found: FoundFigure): boolean | null {
  const { value, minValue, maxValue } = gold
  if (value === undefined) return null
  return (
    isSame(value, found.value) &&
    (minValue === undefined || isSame(minValue, found.minValue)) &&
    (maxValue === undefined || isSame(maxValue, found.maxValue))
  )
}

/** To one part in a thousand: a third is written 0.3333. */
const isSame = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= Math.abs(a) / 1000

function judgeUnit({ unit, measure }: GoldFigure, found: FoundFigure): boolean | null {
  if (unit !== undefined) return judge(unit, (answer) => answer === found.unit)
  return measure === undefined ? null : judgeThing({ measure }, found.unit)
}

/** By the head of the noun phrase: "police officers" is right for "traffic police officers". */
function judgeThing(
  { measure }: Pick<GoldFigure, 'measure'>,
  found: string | null,
): boolean | null {
  if (measure === undefined) return null
  return judge(measure, (answer) => found !== null && headNoun(answer) === headNoun(found))
}

/** Kind and label: "Savchenko" and "Governor Ihor Savchenko" are one speaker. */
function isSaidBy({ attribution }: FoundFigure, answer: string): boolean {
  const [kind, label] = answer.split(/: (.*)/)
  if (kind !== attribution.kind) return false
  if (label === undefined || attribution.label === null) return label === undefined
  const [a, b] = [label, attribution.label].map(padded)
  return (a ?? '').includes(b ?? '') || (b ?? '').includes(a ?? '')
}

const padded = (label: string): string =>
  ` ${label
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[’']s\b/g, '')} `
