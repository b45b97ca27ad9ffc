import { foldKey } from '../core/fold-key.ts'
import type { Span } from '../core/span.ts'
import type { Tx } from '../db/client.ts'
import type { HintedAnnotations } from '../extraction/apply-hints.ts'
import type { Extractor, FoundFigure } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import { ensureMetrics } from './ensure-metrics.ts'
import { resolveEntities } from './resolve-entities.ts'
import type { WrittenArticle } from './write-article.ts'

interface Target extends WrittenArticle {
  readonly sourceSlug: string
  readonly hints: ArticleDraft['hints']
  readonly extractor: Extractor
}

/** Stores what was found in a new revision, and retires what hung on the one before. */
export async function writeAnnotations(
  tx: Tx,
  found: HintedAnnotations,
  target: Target,
): Promise<void> {
  const { articleId } = target
  const before = await tx.articleEntity.findMany({
    where: { articleId },
    select: { entityId: true },
  })
  await tx.mention.updateMany({ where: { articleId, current: true }, data: { current: false } })
  await tx.figure.updateMany({ where: { articleId, current: true }, data: { current: false } })
  await tx.articleEntity.deleteMany({ where: { articleId } })

  const entityIds = await resolveEntities(tx, found.entities, {
    hints: target.hints,
    sourceSlug: target.sourceSlug,
    previous: new Set(before.map(({ entityId }) => entityId)),
  })
  await writeMentions(tx, found, { ...target, entityIds })
  await writeFigures(tx, found.figures, { ...target, entityIds })
}

type Resolved = Target & { readonly entityIds: readonly number[] }

async function writeMentions(
  tx: Tx,
  { entities, mentions }: HintedAnnotations,
  target: Resolved,
): Promise<void> {
  const { articleId, revisionId, entityIds, orderedAt } = target
  const idOf = (index: number): number => entityIds[index] ?? 0
  await tx.mention.createMany({
    data: mentions.map(({ entity, span, metonym, confidence, provenance }) => ({
      articleId,
      revisionId,
      entityId: idOf(entity),
      originId: idOf(entity),
      ...span,
      metonym,
      confidence,
      ...(provenance === 'CMS' ? madeByCms(target) : madeByExtractor(target)),
    })),
  })
  const edges = new Map<number, { type: 'PERSON' | 'PLACE' | 'ORGANIZATION'; count: number }>()
  for (const { entity } of mentions) {
    const edge = edges.get(idOf(entity))
    if (edge) edge.count += 1
    else edges.set(idOf(entity), { type: entities[entity]?.type ?? 'PERSON', count: 1 })
  }
  await tx.articleEntity.createMany({
    data: [...edges].map(([entityId, { type, count }], position) => ({
      articleId,
      entityId,
      entityType: type,
      mentionCount: count,
      position,
      orderedAt,
    })),
  })
}

async function writeFigures(
  tx: Tx,
  figures: readonly FoundFigure[],
  target: Resolved,
): Promise<void> {
  if (figures.length === 0) return
  const metricIds = await ensureMetrics(
    tx,
    figures.flatMap(({ metric }) => (metric ? [metric] : [])),
  )
  const rows = await tx.figure.createManyAndReturn({
    data: figures.map((figure) => ({
      articleId: target.articleId,
      revisionId: target.revisionId,
      orderedAt: target.orderedAt,
      ...figureColumns(figure, target.entityIds),
      metricId: figure.metric ? (metricIds.get(figure.metric.key) ?? null) : null,
      ...madeByExtractor(target),
    })),
    select: { id: true, field: true, start: true, end: true },
  })
  const place = ({ field, start, end }: Pick<Span, 'field' | 'start' | 'end'>): string =>
    `${field} ${start} ${end}`
  const idAt = new Map(rows.map((row) => [place(row), row.id]))
  const ids = figures.map(({ span }) => idAt.get(place(span)) ?? 0)
  await tx.figurePlace.createMany({
    data: figures.flatMap(({ places }, i) =>
      [...new Set(places.map((index) => target.entityIds[index] ?? 0))].map(
        (placeId, position) => ({
          figureId: ids[i] ?? 0,
          placeId,
          originId: placeId,
          position,
        }),
      ),
    ),
  })
  for (const [i, { partOf }] of figures.entries()) {
    const whole = partOf === null ? undefined : ids[partOf]
    if (whole !== undefined) {
      await tx.figure.update({ where: { id: ids[i] ?? 0 }, data: { partOfId: whole } })
    }
  }
}

function figureColumns(figure: FoundFigure, entityIds: readonly number[]) {
  const { attribution, period, value, minValue, maxValue } = figure
  const { cue } = attribution
  return {
    ...figure.span,
    value,
    minValue,
    maxValue,
    orderValue: value ?? middle(minValue, maxValue),
    valueText: figure.valueText,
    qualifier: figure.qualifier,
    unit: figure.unit,
    measure: figure.measure,
    population: figure.population,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    periodPrecision: period?.precision ?? null,
    periodText: period?.text ?? null,
    actor: figure.actor,
    target: figure.target,
    attributionKind: attribution.kind,
    attributionLabel: attribution.label,
    attributionKey: attribution.label === null ? null : foldKey(attribution.label),
    attributionVia: attribution.via,
    claimantId: attribution.claimant === null ? null : (entityIds[attribution.claimant] ?? null),
    cueField: cue?.field ?? null,
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    cueExact: cue?.exact ?? null,
    cuePrefix: cue?.prefix ?? null,
    cueSuffix: cue?.suffix ?? null,
    confidence: figure.confidence,
  }
}

/** Where a figure without a single value stands among others: a range at its middle, "several" first. */
function middle(min: number | null, max: number | null): number {
  if (min !== null && max !== null) return (min + max) / 2
  return min ?? max ?? -1
}

const madeByExtractor = ({ extractor }: Target) => ({
  provenance: 'EXTRACTOR' as const,
  agent: extractor.name,
  agentVersion: extractor.version,
})

const madeByCms = ({ sourceSlug }: Target) => ({
  provenance: 'CMS' as const,
  agent: sourceSlug,
  agentVersion: null,
})
