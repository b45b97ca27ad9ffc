import type { GraphQLResolveInfo } from 'graphql'
import { requireScope } from '../../auth/actor.ts'
import { InvalidInputError } from '../../core/app-error.ts'
import { leastConfident } from '../../core/orders.ts'
import { readPage } from '../../core/page.ts'
import { type QueuedRow, reviewQueue, reviewQueueLength } from '../../db/review-queue.ts'
import { builder } from '../builder.ts'
import { toConnection } from '../connection.ts'
import type { Context } from '../context.ts'
import { Mention } from '../entities/mention.ts'
import { ReviewKindEnum, ReviewStatus } from '../enums.ts'
import { Figure } from '../figures/figure.ts'
import { nodeQuery } from '../node-query.ts'

const ReviewItem = builder.unionType('ReviewItem', {
  description: 'What a person can decide about.',
  types: [Figure, Mention],
})

const ReviewItemConnection = builder.connectionObject(
  { type: ReviewItem, name: 'ReviewItemConnection', description: 'A page of the review queue.' },
  { name: 'ReviewItemEdge', description: 'A row of the page and its cursor.' },
)

builder.queryField('reviewQueue', (t) =>
  t.connection(
    {
      type: ReviewItem,
      description:
        'Mentions and figures of current texts that wait for review, the least certain first. Needs REVIEW.',
      args: {
        kinds: t.arg({ type: [ReviewKindEnum], description: 'Only these; both when absent.' }),
        status: t.arg({
          type: ReviewStatus,
          required: true,
          defaultValue: 'UNREVIEWED',
          description: 'What was decided so far: REJECTED lists what can be brought back.',
        }),
        maxConfidence: t.arg.float({ description: 'Only those of at most this confidence.' }),
      },
      resolve: async (_root, { kinds, status, maxConfidence, ...args }, context, info) => {
        requireScope(context.actor, 'REVIEW')
        if (maxConfidence != null && !(maxConfidence >= 0 && maxConfidence <= 1)) {
          throw new InvalidInputError('"maxConfidence" is between 0 and 1.', 'maxConfidence')
        }
        const page = readPage(args, leastConfident)
        const wanted = kinds ?? (['FIGURE', 'MENTION'] as const)
        const filter = { kinds: [...new Set(wanted)], status, maxConfidence: maxConfidence ?? 1 }
        const { db, viewer } = context
        const rows = await reviewQueue(db, viewer, { filter, order: leastConfident, page })
        const items = await loadItems(rows, { context, info })
        return toConnection(
          rows.flatMap(({ kind, id, key }) => {
            const node = items.get(`${kind} ${id}`)
            return node ? [{ node, key }] : []
          }),
          {
            order: leastConfident,
            page,
            totalCount: () => reviewQueueLength(db, viewer, filter),
          },
        )
      },
    },
    ReviewItemConnection,
  ),
)

type Item = typeof ReviewItem.$inferType

/** The rows with what the query asks of each type: at most one load for each. */
async function loadItems(
  rows: readonly QueuedRow[],
  { context, info }: { context: Context; info: GraphQLResolveInfo },
): Promise<ReadonlyMap<string, Item>> {
  const items = new Map<string, Item>()
  const query = (kind: QueuedRow['kind'], typeName: string) => ({
    ...nodeQuery({ context, info }, { path: ['edges', 'node'], typeName }),
    where: { id: { in: rows.filter((row) => row.kind === kind).map(({ id }) => id) } },
  })
  const kinds = new Set(rows.map(({ kind }) => kind))
  if (kinds.has('FIGURE')) {
    for (const row of await context.db.figure.findMany(query('FIGURE', 'Figure'))) {
      items.set(`FIGURE ${row.id}`, Figure.addBrand(row))
    }
  }
  if (kinds.has('MENTION')) {
    for (const row of await context.db.mention.findMany(query('MENTION', 'Mention'))) {
      items.set(`MENTION ${row.id}`, Mention.addBrand(row))
    }
  }
  return items
}
