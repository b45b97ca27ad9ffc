import type { GraphQLResolveInfo } from 'graphql'
import { type Direction, entityOrders } from '../../core/orders.ts'
import type { PageArgs } from '../../core/page.ts'
import { entityNamed, entityWhere } from '../../db/filters.ts'
import type { EntityFilter } from '../../db/list-filters.ts'
import { resolveEntityFilter } from '../../db/resolve-filter.ts'
import { visibleEntity } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connection.ts'
import type { Context } from '../context.ts'
import { DirectionEnum, EntityOrderField } from '../enums.ts'
import { EntityFilterInput } from '../filter-inputs.ts'
import { Entity, EntityConnection } from './entity.ts'
import { Organization, OrganizationConnection } from './organization.ts'
import { Person, PersonConnection } from './person.ts'
import { Place, PlaceConnection } from './place.ts'

interface EntityOrder {
  readonly field: keyof typeof entityOrders
  readonly direction: Direction
}

const EntityOrderInput = builder.inputRef<EntityOrder>('EntityOrder').implement({
  description: 'How entities are ordered; ties by id.',
  fields: (t) => ({
    field: t.field({ type: EntityOrderField, required: true, description: 'By what.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'Which end comes first.',
    }),
  }),
})

type EntityType = 'PERSON' | 'PLACE' | 'ORGANIZATION'
type ListArgs = PageArgs & {
  filter?: EntityFilter | null | undefined
  orderBy?: EntityOrder | null | undefined
}

async function listEntities(
  args: ListArgs,
  { context, info, type }: { context: Context; info: GraphQLResolveInfo; type?: EntityType },
) {
  const { field, direction } = args.orderBy ?? { field: 'NAME', direction: 'ASC' }
  const { db, viewer } = context
  const filter = await resolveEntityFilter({ db, viewer }, args.filter)
  const wanted = { AND: [entityWhere(filter, context.viewer), type ? { type } : {}] }
  return rootConnection(
    { args, context, info, order: entityOrders[field](direction) },
    {
      where: wanted,
      rows: (query) => context.db.entity.findMany(query),
      count: () => context.db.entity.count({ where: wanted }),
    },
  )
}

builder.queryFields((t) => {
  const args = {
    filter: t.arg({ type: EntityFilterInput, description: 'Only those that match.' }),
    orderBy: t.arg({ type: EntityOrderInput, description: 'How they are ordered.' }),
  }
  return {
    entities: t.connection(
      {
        type: Entity,
        description: 'People, places and organizations, by name unless ordered otherwise.',
        args,
        resolve: (_root, given, context, info) => listEntities(given, { context, info }),
      },
      EntityConnection,
    ),
    people: t.connection(
      {
        type: Person,
        description: 'People, by name unless ordered otherwise.',
        args,
        resolve: (_root, given, context, info) =>
          listEntities(given, { context, info, type: 'PERSON' }),
      },
      PersonConnection,
    ),
    places: t.connection(
      {
        type: Place,
        description: 'Places, by name unless ordered otherwise.',
        args,
        resolve: (_root, given, context, info) =>
          listEntities(given, { context, info, type: 'PLACE' }),
      },
      PlaceConnection,
    ),
    organizations: t.connection(
      {
        type: Organization,
        description: 'Organizations, by name unless ordered otherwise.',
        args,
        resolve: (_root, given, context, info) =>
          listEntities(given, { context, info, type: 'ORGANIZATION' }),
      },
      OrganizationConnection,
    ),
  }
})

builder.queryFields((t) => {
  const args = { slug: t.arg.string({ required: true, description: 'Its slug.' }) }
  const visible = ({ viewer }: Context, slug: string, type?: EntityType) => ({
    AND: [entityNamed({ eq: slug }), type ? { type } : {}, visibleEntity(viewer)],
  })
  return {
    entity: t.prismaField({
      type: Entity,
      nullable: true,
      description: 'One entity by its slug; null where there is none that you may see.',
      args,
      resolve: (query, _root, { slug }, context) =>
        context.db.entity.findFirst({ ...query, where: visible(context, slug) }),
    }),
    person: t.prismaField({
      type: Person,
      nullable: true,
      description: 'One person by slug.',
      args,
      resolve: (query, _root, { slug }, context) =>
        context.db.entity.findFirst({ ...query, where: visible(context, slug, 'PERSON') }),
    }),
    place: t.prismaField({
      type: Place,
      nullable: true,
      description: 'One place by slug.',
      args,
      resolve: (query, _root, { slug }, context) =>
        context.db.entity.findFirst({ ...query, where: visible(context, slug, 'PLACE') }),
    }),
    organization: t.prismaField({
      type: Organization,
      nullable: true,
      description: 'One organization by slug.',
      args,
      resolve: (query, _root, { slug }, context) =>
        context.db.entity.findFirst({ ...query, where: visible(context, slug, 'ORGANIZATION') }),
    }),
  }
})
