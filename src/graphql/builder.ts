import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import { InvalidInputError } from '../core/app-error.ts'
import type { GeoFeatureCollection, GeoPoint } from '../core/geo-json.ts'
import { DEFAULT_PAGE, MAX_PAGE } from '../core/page.ts'
import type PrismaTypes from '../db/generated/pothos.ts'
import { getDatamodel } from '../db/generated/pothos.ts'
import type { Context } from './context.ts'
import { followMerges } from './follow-merges.ts'
import { QUERY_LIMITS, queryTooLarge } from './limits.ts'

export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  PrismaTypes: PrismaTypes
  Connection: { totalCount: () => Promise<number> }
  Scalars: {
    ID: { Input: string; Output: string | number }
    DateTime: { Input: Date; Output: Date }
    URL: { Input: string; Output: string }
    JSON: { Input: never; Output: unknown }
    GeoJSON: { Input: never; Output: GeoPoint | GeoFeatureCollection }
  }
}>({
  plugins: [ErrorsPlugin, RelayPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  relay: {
    cursorType: 'String',
    nodeTypeOptions: { description: 'An object with an id of its own.' },
    idFieldOptions: { description: 'Opaque id, stable for ever.' },
    pageInfoTypeOptions: {
      description: 'Where a page begins and ends, and whether there is more.',
    },
    hasNextPageFieldOptions: { description: 'Whether there is more behind the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before the page.' },
    startCursorFieldOptions: {
      description: 'Cursor of the first row: "before" this is the page before.',
    },
    endCursorFieldOptions: {
      description: 'Cursor of the last row: "after" this is the next page.',
    },
    pageInfoFieldOptions: { description: 'Where the page begins and ends.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The rows, in order.',
    },
    nodeFieldOptions: { nullable: false, description: 'The row itself.' },
    cursorFieldOptions: {
      description: 'The place of this row in the list: for "after" and "before".',
    },
    firstArgOptions: { description: 'How many rows from the start: 20 unless given, at most 100.' },
    afterArgOptions: { description: 'Only rows behind this cursor.' },
    lastArgOptions: { description: 'How many rows from the end, at most 100.' },
    beforeArgOptions: { description: 'Only rows before this cursor.' },
    nodeQueryOptions: {
      description: 'Any object by its id; null where there is none that you may see.',
      args: { id: { description: 'Its id; the old one of a merged entity gives what it is now.' } },
      resolve: async (_root, { id }, { db }, _info, resolveNode) => {
        await followMerges(db, [id])
        return resolveNode(id)
      },
    },
    nodesQueryOptions: {
      description: 'Several objects by their ids, in the same order.',
      args: { ids: { description: 'Their ids, at most 100.' } },
      resolve: async (_root, { ids }, { db }, _info, resolveNodes) => {
        if (ids.length > MAX_PAGE) {
          throw new InvalidInputError(
            `"ids" has ${ids.length} ids, but at most ${MAX_PAGE} are read at once.`,
            'ids',
          )
        }
        await followMerges(db, ids)
        return resolveNodes(ids)
      },
    },
  },
  prisma: {
    client: (context) => context.db,
    dmmf: getDatamodel(),
    onUnusedQuery: 'error',
  },
  complexity: {
    limit: QUERY_LIMITS,
    defaultListMultiplier: 1,
    /** A list costs as many times its content as it may have rows. */
    fieldComplexity: (args) => {
      const size = pageSize(args)
      return size === null
        ? { field: 1, multiplier: 1 }
        : { field: 1, multiplier: Math.max(1, size) }
    },
    complexityError: queryTooLarge,
  },
})

function pageSize(args: Record<string, unknown>): number | null {
  if (Array.isArray(args.ids)) return args.ids.length
  if (!('first' in args || 'last' in args)) return null
  const size = args.first ?? args.last ?? DEFAULT_PAGE
  return typeof size === 'number' ? size : DEFAULT_PAGE
}

builder.queryType({ description: 'Everything that can be read.' })
builder.mutationType({ description: 'Everything that can be changed. Each needs an API key.' })
builder.subscriptionType({
  description:
    'Everything that can be waited for, over server-sent events. Each event has an id: send the last one as the header Last-Event-ID, or as "after", and nothing is missed.',
})

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many rows the whole list has. Counted only when asked for.',
    resolve: (connection) => connection.totalCount(),
  }),
)
