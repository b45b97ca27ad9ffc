import { claimOrders, type Direction } from '../../core/orders.ts'
import { fewClaims } from '../../db/few-rows.ts'
import { claimWhere } from '../../db/filters.ts'
import { resolveClaimFilter } from '../../db/resolve-filter.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import { ClaimOrderField, DirectionEnum } from '../enums.ts'
import { ClaimFilterInput } from '../filter-inputs.ts'
import { Claim, ClaimConnection } from './claim.ts'

interface ClaimOrder {
  readonly field: keyof typeof claimOrders
  readonly direction: Direction
}

const ClaimOrderInput = builder.inputRef<ClaimOrder>('ClaimOrder').implement({
  description: 'How claims are ordered; ties by id.',
  fields: (t) => ({
    field: t.field({ type: ClaimOrderField, required: true, description: 'By what.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Which end comes first.',
    }),
  }),
})

builder.queryField('claims', (t) =>
  t.connection(
    {
      type: Claim,
      description:
        'What is said, each claim once however many articles print it; latest recorded first.',
      args: {
        filter: t.arg({ type: ClaimFilterInput, description: 'Only those that match.' }),
        orderBy: t.arg({ type: ClaimOrderInput, description: 'How they are ordered.' }),
      },
      resolve: async (_root, args, context, info) => {
        const { field, direction } = args.orderBy ?? { field: 'RECORDED', direction: 'DESC' }
        const { db, viewer } = context
        const filter = await resolveClaimFilter({ db, viewer }, args.filter)
        const wanted = { AND: [claimWhere(filter, viewer), await fewClaims(db, filter)] }
        return rootConnection(
          { args, context, info, order: claimOrders[field](direction) },
          {
            where: wanted,
            rows: (query) => context.db.claim.findMany(query),
            count: () => context.db.claim.count({ where: wanted }),
          },
        )
      },
    },
    ClaimConnection,
  ),
)
