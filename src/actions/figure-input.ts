import { z } from 'zod'
import { InvalidInputError, NotFoundError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import { QUALIFIERS } from '../core/qualifier.ts'
import type { Tx } from '../db/client.ts'
import { findMetric } from '../db/find-metric.ts'
import type { Viewer } from '../db/visibility.ts'
import { orderValue } from './figure-columns.ts'
import { findEntity } from './find-entity.ts'

const TEXT = z.string().trim().min(1, 'must not be empty').max(300)
const NUMBER = z.number().refine(Number.isFinite, 'must be a number')

/** What a person says of a figure. What is absent is not said; null says that the text gives none. */
export const figureInputSchema = z.strictObject({
  value: NUMBER.nullish(),
  minValue: NUMBER.nullish(),
  maxValue: NUMBER.nullish(),
  qualifier: z.enum(QUALIFIERS).optional(),
  unit: TEXT.nullish(),
  metric: TEXT.nullish(),
  population: TEXT.nullish(),
  placeIds: z.array(z.number().int()).max(50).optional(),
  period: z
    .strictObject({
      start: z.date(),
      end: z.date(),
      precision: z.enum(['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR']),
      text: TEXT.nullish(),
    })
    .nullish(),
  attribution: z
    .strictObject({
      kind: z.enum(['NAMED', 'COLLECTIVE', 'ANONYMOUS', 'ARTICLE_VOICE']),
      label: TEXT.nullish(),
      via: TEXT.nullish(),
      claimantId: z.number().int().nullish(),
    })
    .optional(),
})

export type FigureInput = z.output<typeof figureInputSchema>

/** The numbers of a figure as they will be stored. */
interface Numbers {
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  readonly qualifier: NonNullable<FigureInput['qualifier']>
}

interface Said {
  readonly input: FigureInput
  /** What stands unless the input says otherwise. */
  readonly stored: Numbers
  readonly viewer: Viewer
  /** Where the input stands in what was sent. */
  readonly path: string
}

/**
 * The columns that the input speaks of, and the places where it gives any.
 *
 * @throws {InvalidInputError} when the numbers contradict each other or the period is no time
 * @throws {NotFoundError} when there is no such metric or entity
 */
export async function readFigureInput(tx: Tx, { input, stored, viewer, path }: Said) {
  const numbers = {
    value: input.value === undefined ? stored.value : input.value,
    minValue: input.minValue === undefined ? stored.minValue : input.minValue,
    maxValue: input.maxValue === undefined ? stored.maxValue : input.maxValue,
    qualifier: input.qualifier ?? stored.qualifier,
  }
  assertNumbers(numbers, path)
  const columns = {
    ...numbers,
    orderValue: orderValue(numbers),
    ...(input.unit !== undefined && { unit: input.unit }),
    ...(input.population !== undefined && { population: input.population }),
    ...(input.metric !== undefined && {
      metricId:
        input.metric === null ? null : await metricId(tx, { key: input.metric, viewer, path }),
    }),
    ...(input.period !== undefined && periodColumns(input.period, path)),
    ...(input.attribution && (await attributionColumns(tx, { input, stored, viewer, path }))),
  }
  const places = []
  for (const id of input.placeIds ?? []) {
    const place = await findEntity(tx, { id, viewer, path: `${path}.places` })
    if (place.type !== 'PLACE') {
      throw new InvalidInputError(`${path}.places: "${place.name}" is no place.`, `${path}.places`)
    }
    places.push(place.id)
  }
  return { columns, placeIds: input.placeIds ? [...new Set(places)] : null }
}

function assertNumbers({ value, minValue, maxValue, qualifier }: Numbers, path: string): void {
  const isRange = qualifier === 'BETWEEN'
  const problem =
    isRange && (minValue === null || maxValue === null || value !== null)
      ? 'BETWEEN needs "minValue" and "maxValue", and null as "value"'
      : value !== null && (minValue !== null || maxValue !== null)
        ? 'give a "value" or a range, and null for the other'
        : minValue !== null && maxValue !== null && minValue >= maxValue
          ? '"minValue" must be less than "maxValue"'
          : null
  if (problem !== null) throw new InvalidInputError(`${path}: ${problem}.`, path)
}

async function metricId(
  tx: Tx,
  { key, viewer, path }: { key: string; viewer: Viewer; path: string },
): Promise<number> {
  const metric = await findMetric(tx, viewer, key)
  if (metric === null) {
    throw new NotFoundError(
      `${path}.metric: there is no metric "${key}": "metrics" lists those there are.`,
    )
  }
  return metric.id
}

function periodColumns(period: FigureInput['period'], path: string) {
  if (period && period.start >= period.end) {
    throw new InvalidInputError(
      `${path}.period: "end" is the first moment behind it, so it must come after "start".`,
      `${path}.period`,
    )
  }
  return {
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    periodPrecision: period?.precision ?? null,
    periodText: period?.text ?? null,
  }
}

async function attributionColumns(tx: Tx, { input, viewer, path }: Said) {
  const { kind, label, via, claimantId } = input.attribution ?? { kind: 'ARTICLE_VOICE' }
  const at = `${path}.attribution`
  const claimant =
    claimantId == null ? null : await findEntity(tx, { id: claimantId, viewer, path: at })
  const isVoice = kind === 'ARTICLE_VOICE'
  const name = label ?? claimant?.name ?? null
  if (isVoice === (name !== null)) {
    throw new InvalidInputError(
      isVoice
        ? `${at}: ARTICLE_VOICE has neither a label nor a claimant.`
        : `${at}: ${kind} needs a "label", who says so in the words of the text, or a "claimant".`,
      at,
    )
  }
  return {
    attributionKind: kind,
    attributionLabel: name,
    attributionKey: name === null ? null : foldKey(name),
    attributionVia: via ?? null,
    claimantId: claimant?.id ?? null,
    claimantOriginId: claimant?.id ?? null,
  }
}
