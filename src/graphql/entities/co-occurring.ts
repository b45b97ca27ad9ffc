import { newestArticles } from '../../core/orders.ts'
import { readPage } from '../../core/page.ts'
import { type CoOccurrence, coOccurring } from '../../db/co-occurring.ts'
import { builder } from '../builder.ts'
import { EntityType } from '../enums.ts'
import { loadRows } from '../load-rows.ts'
import { Entity } from './entity.ts'

const CoOccurrenceType = builder.objectRef<CoOccurrence>('CoOccurrence').implement({
  description: 'An entity that the same articles name.',
  fields: (t) => ({
    entity: t.field({
      type: Entity,
      description: 'The other one.',
      resolve: async ({ entityId }, _args, context, info) => {
        const [entity] = await loadRows([entityId], { context, info }, (query) =>
          context.db.entity.findMany(query),
        )
        if (!entity) throw new Error(`The entity ${entityId} beside another is gone.`)
        return entity
      },
    }),
    articleCount: t.exposeInt('articleCount', { description: 'How many articles name both.' }),
  }),
})

builder.prismaInterfaceField(Entity, 'coOccurring', (t) =>
  t.field({
    type: [CoOccurrenceType],
    description:
      'Entities that its articles name besides, the most frequent first. Of an entity with more articles its 1,000 newest are counted.',
    args: {
      type: t.arg({ type: EntityType, description: 'Only entities of this type.' }),
      first: t.arg.int({ description: 'How many: 20 unless given, at most 100.' }),
    },
    resolve: async ({ id }, { type = null, first }, { batches, db, viewer }, info) => {
      const [field] = info.fieldNodes
      if (field === undefined) throw new Error('A resolver was called without a field.')
      const { size } = readPage({ first }, newestArticles)
      const lists = batches.of('beside', field, (ids) =>
        coOccurring(db, viewer, { ids, type, first: size }),
      )
      return lists.load(id)
    },
  }),
)
