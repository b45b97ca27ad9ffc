import { encodeGlobalID } from '@pothos/plugin-relay'
import { ARTICLE_EVENTS, isRemoval } from '../../core/outbox-event.ts'
import { articleWhere } from '../../db/filters.ts'
import type { ArticleFilter } from '../../db/list-filters.ts'
import type { StoredEvent } from '../../db/outbox.ts'
import { visibleArticle } from '../../db/visibility.ts'
import { Article } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { ArticleChangeKind } from '../enums.ts'
import { ArticleFilterInput } from '../filter-inputs.ts'
import { type Delivery, openDeliveries } from './deliveries.ts'

type Kind = typeof ArticleChangeKind.$inferType

const ArticleChange = builder.objectRef<StoredEvent>('ArticleChange').implement({
  description: 'Something that happened to an article.',
  fields: (t) => ({
    eventId: t.exposeID('id', { description: 'Grows with each event: give it as "after".' }),
    kind: t.field({
      type: ArticleChangeKind,
      description: 'What happened.',
      resolve: ({ type }) => type.replace('article.', '').toUpperCase() as Kind,
    }),
    at: t.expose('createdAt', { type: 'DateTime', description: 'When it happened.' }),
    articleId: t.id({
      description: 'The id of the article.',
      resolve: ({ articleId }) => encodeGlobalID('Article', articleId ?? 0),
    }),
    article: t.prismaField({
      type: Article,
      nullable: true,
      description: 'The article as it is now; null where you may not see it (any more).',
      resolve: (query, { articleId }, _args, { db, viewer }) =>
        db.article.findFirst({
          ...query,
          where: { AND: [{ id: articleId ?? 0 }, visibleArticle(viewer)] },
        }),
    }),
  }),
})

builder.subscriptionField('articleChanged', (t) =>
  t.field({
    type: ArticleChange,
    description:
      'What happens to articles that you may see, in order. Articles that are taken back are told by their id; of the filter only the slug of the source holds for these.',
    args: {
      filter: t.arg({ type: ArticleFilterInput, description: 'Only articles that match now.' }),
      after: t.arg.id({
        description:
          'Id of the last event that you have: go on from there. "0": from the oldest that is kept.',
      }),
    },
    subscribe: (_root, { filter, after }, context) =>
      openDeliveries(context, {
        types: ARTICLE_EVENTS,
        after,
        concerns: (delivery) => concerns(delivery, filter),
      }),
    resolve: ({ event }: Delivery) => event,
  }),
)

async function concerns(
  { event, context: { db, viewer } }: Delivery,
  filter: ArticleFilter | null | undefined,
): Promise<boolean> {
  // What it says now cannot be compared: it is hidden, or there is nothing left.
  if (isRemoval(event.type)) return isFrom(event, filter)
  const matches = { AND: [{ id: event.articleId ?? 0 }, articleWhere(filter, viewer)] }
  return (await db.article.count({ where: matches })) > 0
}

function isFrom({ payload }: StoredEvent, filter: ArticleFilter | null | undefined): boolean {
  const { eq, in: oneOf } = filter?.source?.slug ?? {}
  const source =
    payload !== null && typeof payload === 'object' && 'source' in payload && payload.source
  return (eq == null || source === eq) && (oneOf == null || oneOf.some((slug) => slug === source))
}
