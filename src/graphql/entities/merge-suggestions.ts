import { requireScope } from '../../auth/actor.ts'
import type { MergeReason } from '../../core/merge-reason.ts'
import { bestSuggestions } from '../../core/orders.ts'
import { ALL_SUGGESTIONS, entitySuggestions, openSuggestions } from '../../db/merge-suggestions.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { EntityType, MergeReasonEnum } from '../enums.ts'
import { Entity } from './entity.ts'

const MergeSuggestion = builder.prismaObject('MergeSuggestion', {
  description: 'Two entities that may be one: for mergeEntities or markNotSame to decide.',
  select: { id: true },
  fields: (t) => ({
    a: t.relation('a', { type: Entity, description: 'The one that was known first.' }),
    b: t.relation('b', { type: Entity, description: 'The other.' }),
    score: t.exposeFloat('score', { description: 'How likely they are one, 0 to 1.' }),
    reasons: t.field({
      type: [MergeReasonEnum],
      description: 'What speaks for it, the strongest first.',
      select: { reasons: true },
      resolve: ({ reasons }) => reasons as MergeReason[],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was found.' }),
  }),
})

const MergeSuggestionConnection = builder.connectionObject(
  {
    type: MergeSuggestion,
    name: 'MergeSuggestionConnection',
    description: 'A page of suggestions.',
  },
  { name: 'MergeSuggestionEdge', description: 'A row of the page and its cursor.' },
)

builder.queryField('mergeSuggestions', (t) =>
  t.connection(
    {
      type: MergeSuggestion,
      description:
        'Entities that may be one, the likeliest first; without those that people merged or marked as not the same. Needs REVIEW.',
      args: {
        type: t.arg({ type: EntityType, description: 'Only entities of this type.' }),
        minScore: t.arg.float({ description: 'Only from this score on, 0 to 1.' }),
      },
      resolve: (_root, { type, minScore, ...args }, context, info) => {
        requireScope(context.actor, 'REVIEW')
        return nestedConnection({ args, context, info, order: bestSuggestions }, ALL_SUGGESTIONS, {
          relation: openSuggestions(context.viewer, { type, minScore }),
          rows: (query) => context.db.mergeSuggestion.findMany(query),
        })
      },
    },
    MergeSuggestionConnection,
  ),
)

builder.prismaInterfaceField(Entity, 'suggestions', (t) =>
  t.connection(
    {
      type: MergeSuggestion,
      description:
        'Entities that may be the same as this one, the likeliest first; without those that people merged or marked as not the same. Needs REVIEW.',
      resolve: ({ id }, args, context, info) => {
        requireScope(context.actor, 'REVIEW')
        return nestedConnection({ args, context, info, order: bestSuggestions }, id, {
          relation: entitySuggestions(context.viewer),
          rows: (query) => context.db.mergeSuggestion.findMany(query),
        })
      },
    },
    MergeSuggestionConnection,
  ),
)
