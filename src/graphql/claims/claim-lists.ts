import { newestClaims, newestFigures } from '../../core/orders.ts'
import {
  claimantClaims,
  claimFigures,
  entityClaims,
  metricClaims,
  placeClaims,
} from '../../db/relations.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { Entity } from '../entities/entity.ts'
import { ClaimRole } from '../enums.ts'
import { Figure, FigureConnection } from '../figures/figure.ts'
import { Metric } from '../figures/metric.ts'
import { Claim, ClaimConnection } from './claim.ts'

const CLAIMS_OF = { CLAIMANT: claimantClaims, PLACE: placeClaims }

builder.prismaObjectField(Claim, 'figures', (t) =>
  t.connection(
    {
      type: Figure,
      description: 'Every place where an article prints it, newest first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestFigures }, id, {
          relation: claimFigures(context.viewer),
          rows: (query) => context.db.figure.findMany(query),
        }),
    },
    FigureConnection,
  ),
)

builder.prismaObjectField(Figure, 'claim', (t) =>
  t.relation('claim', {
    nullable: true,
    description:
      'What it says, with all other articles that say it; null without a metric or a number.',
  }),
)

builder.prismaObjectField(Metric, 'claims', (t) =>
  t.connection(
    {
      type: Claim,
      description: 'What is claimed of it, latest recorded first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestClaims }, id, {
          relation: metricClaims(context.viewer),
          rows: (query) => context.db.claim.findMany(query),
        }),
    },
    ClaimConnection,
  ),
)

builder.prismaInterfaceFields(Entity, (t) => ({
  claims: t.connection(
    {
      type: Claim,
      description: 'Claims that it makes or that apply where it is, latest recorded first.',
      args: { role: t.arg({ type: ClaimRole, description: 'Only those where it has this role.' }) },
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestClaims }, id, {
          relation: (args.role ? CLAIMS_OF[args.role] : entityClaims)(context.viewer),
          rows: (query) => context.db.claim.findMany(query),
        }),
    },
    ClaimConnection,
  ),
}))
