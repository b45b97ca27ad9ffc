import type { Span, SpanField } from '../../core/span.ts'
import { builder } from '../builder.ts'
import { Entity } from '../entities/entity.ts'
import { AttributionKind } from '../enums.ts'
import { loadRows } from '../load-rows.ts'
import { SpanType } from './span.ts'

/** The columns of a figure that say who says it. */
export const ATTRIBUTION_COLUMNS = {
  attributionKind: true,
  attributionLabel: true,
  attributionVia: true,
  cueField: true,
  cueStart: true,
  cueEnd: true,
  cueExact: true,
  cuePrefix: true,
  cueSuffix: true,
} as const

interface AttributionRow {
  readonly attributionKind: 'NAMED' | 'COLLECTIVE' | 'ANONYMOUS' | 'ARTICLE_VOICE'
  readonly attributionLabel: string | null
  readonly attributionVia: string | null
  readonly cueField: SpanField | null
  readonly cueStart: number | null
  readonly cueEnd: number | null
  readonly cueExact: string | null
  readonly cuePrefix: string | null
  readonly cueSuffix: string | null
  /** Where it is loaded already; else `claimantId` tells who. */
  readonly claimant?: { id: number; type: 'PERSON' | 'PLACE' | 'ORGANIZATION' } | null
  readonly claimantId?: number | null
}

export const AttributionType = builder.objectRef<AttributionRow>('Attribution').implement({
  description: 'Who says a figure.',
  fields: (t) => ({
    kind: t.expose('attributionKind', {
      type: AttributionKind,
      description: 'How the source is named.',
    }),
    label: t.exposeString('attributionLabel', {
      nullable: true,
      description: "The source as the text names it; null in the article's own voice.",
    }),
    claimant: t.field({
      type: Entity,
      nullable: true,
      description: 'The person or organization that says so, where it is a known one.',
      resolve: async ({ claimant, claimantId }, _args, context, info) => {
        if (claimant !== undefined || claimantId == null) return claimant ?? null
        const [loaded] = await loadRows([claimantId], { context, info }, (query) =>
          context.db.entity.findMany(query),
        )
        return loaded ?? null
      },
    }),
    cue: t.field({
      type: SpanType,
      nullable: true,
      description: 'The words that attribute: "according to the Ukrainian Air Force".',
      resolve: cueSpan,
    }),
    via: t.exposeString('attributionVia', {
      nullable: true,
      description: 'The channel: "Telegram".',
    }),
  }),
})

function cueSpan(row: AttributionRow): Span | null {
  const { cueField, cueStart, cueEnd, cueExact, cuePrefix, cueSuffix } = row
  if (cueField === null || cueStart === null || cueEnd === null || cueExact === null) return null
  return {
    field: cueField,
    start: cueStart,
    end: cueEnd,
    exact: cueExact,
    prefix: cuePrefix ?? '',
    suffix: cueSuffix ?? '',
  }
}
