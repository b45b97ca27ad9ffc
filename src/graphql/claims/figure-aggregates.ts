import { aggregateClaims, firstId, type GroupBy } from '../../core/claim-aggregates.ts'
import { mostClaims } from '../../core/orders.ts'
import { placesOverlap } from '../../core/places-overlap.ts'
import { fewClaims } from '../../db/few-rows.ts'
import { claimWhere } from '../../db/filters.ts'
import { metricAggregations } from '../../db/metric-aggregations.ts'
import { placeParents } from '../../db/place-parents.ts'
import { type ClaimSelection, reportedClaims } from '../../db/reported-claims.ts'
import { resolveClaimFilter } from '../../db/resolve-filter.ts'
import { builder } from '../builder.ts'
import { listConnection } from '../connection.ts'
import type { Context } from '../context.ts'
import { AggregateGroup } from '../enums.ts'
import { ClaimFilterInput } from '../filter-inputs.ts'
import { type Aggregate, FigureAggregateType } from './figure-aggregate.ts'

const FigureAggregateConnection = builder.connectionObject(
  {
    type: FigureAggregateType,
    name: 'FigureAggregateConnection',
    description: 'A page of groups of claims.',
  },
  { name: 'FigureAggregateEdge', description: 'A row of the page and its cursor.' },
)

/** Groups of the claims that the viewer may see. */
export async function readAggregates(
  { db, viewer }: Context,
  selection: ClaimSelection,
  groupBy: GroupBy,
): Promise<Aggregate[]> {
  const claims = await reportedClaims(db, viewer, selection)
  const [aggregations, parents] = await Promise.all([
    metricAggregations(
      db,
      claims.map(({ metricId }) => metricId),
    ),
    placeParents(
      db,
      claims.flatMap(({ placeIds }) => placeIds),
    ),
  ])
  const overlap = placesOverlap(parents)
  return aggregateClaims(claims, { groupBy, aggregations, overlap }).map((row) => ({
    ...row,
    groupBy,
  }))
}

builder.queryField('figureAggregates', (t) =>
  t.connection(
    {
      type: FigureAggregateType,
      description:
        'Claims of each metric and unit, grouped, with count, lowest, highest, latest and, where values may be added up, sum; most claims first.',
      args: {
        filter: t.arg({ type: ClaimFilterInput, description: 'Only claims that match.' }),
        groupBy: t.arg({ type: AggregateGroup, required: true, description: 'By what.' }),
      },
      resolve: async (_root, args, context) => {
        const { db, viewer } = context
        const filter = await resolveClaimFilter({ db, viewer }, args.filter)
        const where = { AND: [claimWhere(filter, viewer), await fewClaims(db, filter)] }
        const groups = await readAggregates(context, { where }, args.groupBy)
        return listConnection({ args, order: mostClaims }, groups, (group) => [
          group.claims.length,
          firstId(group),
          group.placeId ?? 0,
        ])
      },
    },
    FigureAggregateConnection,
  ),
)
