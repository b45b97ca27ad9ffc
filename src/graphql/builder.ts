import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type { GeoPoint } from '../core/geo-json.ts'
import { DEFAULT_PAGE } from '../core/page.ts'
import type PrismaTypes from '../db/generated/pothos.ts'
import { getDatamodel } from '../db/generated/pothos.ts'
import type { Context } from './context.ts'
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
    GeoJSON: { Input: never; Output: GeoPoint }
  }
}>({
  plugins: [ErrorsPlugin, RelayPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  relay: {
    cursorType: 'String',
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
    nodeQueryOptions: {
      description: 'Any object by its id; null where there is none that you may see.',
    },
    nodesQueryOptions: { description: 'Several objects by their ids, in the same order.' },
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
  if (!('first' in args || 'last' in args)) return null
  const size = args.first ?? args.last ?? DEFAULT_PAGE
  return typeof size === 'number' ? size : DEFAULT_PAGE
}

builder.queryType({ description: 'Everything that can be read.' })
builder.mutationType({ description: 'Everything that can be changed. Each needs an API key.' })

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many rows the whole list has. Counted only when asked for.',
    resolve: (connection) => connection.totalCount(),
  }),
)
