import { byName, newestArticles } from '../../core/orders.ts'
import { entityArticles, nestedArticles, placeChildren } from '../../db/relations.ts'
import { type Viewer, visibleEntity } from '../../db/visibility.ts'
import { Article, ArticleConnection } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { Place, PlaceConnection } from './place.ts'

/** The same for both fields below: one that differs would be read for each place alone. */
const ancestorsOf = (viewer: Viewer) => ({
  where: { depth: { gt: 0 }, ancestor: visibleEntity(viewer) },
  orderBy: { depth: 'asc' as const },
})

builder.prismaObjectFields(Place, (t) => ({
  parent: t.field({
    type: Place,
    nullable: true,
    description: 'The region or country it lies in.',
    select: (_args, { viewer }, nested) => ({
      ancestors: { ...ancestorsOf(viewer), select: { depth: true, ancestor: nested() } },
    }),
    resolve: ({ ancestors }) => ancestors.find(({ depth }) => depth === 1)?.ancestor ?? null,
  }),
  ancestors: t.field({
    type: [Place],
    description: 'All that it lies in, the nearest first: region, country.',
    select: (_args, { viewer }, nested) => ({
      ancestors: { ...ancestorsOf(viewer), select: { depth: true, ancestor: nested() } },
    }),
    resolve: ({ ancestors }) => ancestors.map(({ ancestor }) => ancestor),
  }),
  children: t.connection(
    {
      type: Place,
      description: 'Places right inside it, by name.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: byName }, id, {
          relation: placeChildren(context.viewer),
          rows: (query) => context.db.entity.findMany(query),
        }),
    },
    PlaceConnection,
  ),
  articles: t.connection(
    {
      type: Article,
      description: 'Articles that name it, newest first.',
      args: {
        nested: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Also those that name a place inside it.',
        }),
      },
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestArticles }, id, {
          relation: (args.nested ? nestedArticles : entityArticles)(context.viewer),
          rows: (query) => context.db.article.findMany(query),
        }),
    },
    ArticleConnection,
  ),
}))
