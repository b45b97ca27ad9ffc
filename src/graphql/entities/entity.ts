import { groupBy } from '../../core/group-by.ts'
import { pageAbout } from '../../core/page-about.ts'
import { type Viewer, visibleAlias, visibleExternalId } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { AliasKind, ReviewStatus } from '../enums.ts'

const Alias = builder.prismaObject('Alias', {
  description: 'Another name of an entity.',
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As it was written.' }),
    kind: t.expose('kind', { type: AliasKind, description: 'How it relates to the entity.' }),
    language: t.exposeString('language', {
      nullable: true,
      description: 'BCP 47 tag, where known.',
    }),
  }),
})

const ExternalId = builder.prismaObject('ExternalId', {
  description: 'What another system calls the entity.',
  select: { id: true },
  fields: (t) => ({
    scheme: t.exposeString('scheme', {
      description: '"geonames", "wikipedia", or the slug of a source.',
    }),
    value: t.exposeString('value', { description: 'The id there.' }),
  }),
})

/** Of one entity; those of a long life in several spellings are fewer. */
const MAX_NAMES = 100

const TYPE_NAMES = { PERSON: 'Person', PLACE: 'Place', ORGANIZATION: 'Organization' } as const

export const Entity = builder.prismaInterface('Entity', {
  name: 'Entity',
  description: 'A person, place or organization that articles name.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true, type: true },
  resolveType: ({ type }) => TYPE_NAMES[type],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description:
        'Part of its address; leads to it for ever and to nothing else. A number until it is in an article that everyone may read; remade where its words are in none any more.',
    }),
    name: t.exposeString('name', {
      description: 'What a person called it, or a form from articles that everyone may read.',
    }),
    description: t.exposeString('description', { nullable: true, description: 'A line about it.' }),
    aliases: t.field({
      type: [Alias],
      description:
        'All names it goes by in articles that you may read, those of entities that were merged into it included.',
      select: (_args, { viewer }, nested) => {
        const aliases = nested({
          where: visibleAlias(viewer),
          orderBy: [{ kind: 'asc' }, { id: 'asc' }],
          take: MAX_NAMES,
          select: { id: true, nameKey: true },
        })
        return {
          aliases,
          merged: { orderBy: { id: 'asc' }, take: MAX_NAMES, select: { aliases } },
        }
      },
      resolve: ({ aliases, merged }) => {
        const all = [...aliases, ...merged.flatMap((one) => one.aliases)]
        const names = groupBy(all, ({ nameKey }) => nameKey)
        return [...names.values()].map(([first]) => first).slice(0, MAX_NAMES)
      },
    }),
    externalIds: t.field({
      type: [ExternalId],
      description: 'Its ids in other systems, those of entities that were merged into it included.',
      select: (_args, { viewer }, nested) => withMerged(nested(givenIds(viewer))),
      resolve: ({ externalIds, merged }) =>
        [...externalIds, ...merged.flatMap((one) => one.externalIds)].slice(0, MAX_NAMES),
    }),
    sameAs: t.field({
      type: ['URL'],
      description: 'Pages elsewhere about the same thing.',
      select: (_args, { viewer }) => withMerged(givenIds(viewer)),
      resolve: ({ externalIds, merged }) =>
        [...externalIds, ...merged.flatMap((one) => one.externalIds)].flatMap(
          ({ scheme, value }) => pageAbout(scheme, value) ?? [],
        ),
    }),
    reviewStatus: t.expose('reviewStatus', {
      type: ReviewStatus,
      description: 'What a person decided about it.',
    }),
  }),
})

const givenIds = (viewer: Viewer) => ({
  where: visibleExternalId(viewer),
  orderBy: { id: 'asc' as const },
  take: MAX_NAMES,
})

/** External ids of an entity and of what was merged into it. */
const withMerged = <Ids extends object>(externalIds: Ids) => ({
  externalIds,
  merged: {
    orderBy: { id: 'asc' as const },
    take: MAX_NAMES,
    select: { externalIds },
  },
})

export const EntityConnection = builder.connectionObject(
  { type: Entity, name: 'EntityConnection', description: 'A page of entities.' },
  { name: 'EntityEdge', description: 'A row of the page and its cursor.' },
)
