import { byFirstMention, byPosition, newestRevisions } from '../../core/orders.ts'
import {
  articleEntities,
  articleFigures,
  articleMentions,
  articleRevisions,
  revisionFigures,
  revisionMentions,
} from '../../db/relations.ts'
import { builder } from '../builder.ts'
import { type ListRequest, nestedConnection } from '../connection.ts'
import { Mention, MentionConnection } from '../entities/mention.ts'
import { Organization, OrganizationConnection } from '../entities/organization.ts'
import { Person, PersonConnection } from '../entities/person.ts'
import { Place, PlaceConnection } from '../entities/place.ts'
import { Figure, FigureConnection } from '../figures/figure.ts'
import { Article } from './article.ts'
import { ArticleRevision, ArticleRevisionConnection } from './article-revision.ts'
import { textAsOf } from './text-as-of.ts'

const listEntities = (
  article: number,
  type: 'PERSON' | 'PLACE' | 'ORGANIZATION',
  request: Omit<ListRequest, 'order'>,
) =>
  nestedConnection({ ...request, order: byFirstMention }, article, {
    relation: articleEntities(type),
    rows: (query) => request.context.db.entity.findMany(query),
  })

builder.prismaObjectFields(Article, (t) => ({
  people: t.connection(
    {
      type: Person,
      description: 'People it names, by first mention.',
      resolve: ({ id }, args, context, info) => listEntities(id, 'PERSON', { args, context, info }),
    },
    PersonConnection,
  ),
  places: t.connection(
    {
      type: Place,
      description: 'Places it names, by first mention.',
      resolve: ({ id }, args, context, info) => listEntities(id, 'PLACE', { args, context, info }),
    },
    PlaceConnection,
  ),
  organizations: t.connection(
    {
      type: Organization,
      description: 'Organizations it names, by first mention.',
      resolve: ({ id }, args, context, info) =>
        listEntities(id, 'ORGANIZATION', { args, context, info }),
    },
    OrganizationConnection,
  ),
  mentions: t.connection(
    {
      type: Mention,
      description: 'Every place where it names an entity, in the order of the text.',
      resolve: async ({ id }, args, context, info) => {
        const past = await textAsOf(id, { context, info })
        return nestedConnection({ args, context, info, order: byPosition }, past?.id ?? id, {
          relation: past ? revisionMentions : articleMentions,
          rows: (query) => context.db.mention.findMany(query),
        })
      },
    },
    MentionConnection,
  ),
  figures: t.connection(
    {
      type: Figure,
      description: 'Figures it reports, in the order of the text.',
      resolve: async ({ id }, args, context, info) => {
        const past = await textAsOf(id, { context, info })
        return nestedConnection({ args, context, info, order: byPosition }, past?.id ?? id, {
          relation: past ? revisionFigures : articleFigures,
          rows: (query) => context.db.figure.findMany(query),
        })
      },
    },
    FigureConnection,
  ),
  revisions: t.connection(
    {
      type: ArticleRevision,
      description: 'Its texts, newest first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestRevisions }, id, {
          relation: articleRevisions(context.viewer),
          rows: (query) => context.db.articleRevision.findMany(query),
        }),
    },
    ArticleRevisionConnection,
  ),
}))
