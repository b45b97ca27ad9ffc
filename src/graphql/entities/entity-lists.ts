import { newestArticles, newestFigures, newestMentions } from '../../core/orders.ts'
import {
  claimantFigures,
  entityArticles,
  entityFigures,
  entityMentions,
  placeFigures,
} from '../../db/relations.ts'
import { Article, ArticleConnection } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { FigureRole } from '../enums.ts'
import { Figure, FigureConnection } from '../figures/figure.ts'
import { Entity } from './entity.ts'
import { Mention, MentionConnection } from './mention.ts'

const FIGURES_OF = { CLAIMANT: claimantFigures, PLACE: placeFigures }

builder.prismaInterfaceFields(Entity, (t) => ({
  articles: t.connection(
    {
      type: Article,
      description: 'Articles that name it, newest first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestArticles }, id, {
          relation: entityArticles(context.viewer),
          rows: (query) => context.db.article.findMany(query),
        }),
    },
    ArticleConnection,
  ),
  mentions: t.connection(
    {
      type: Mention,
      description: 'Every place where an article names it, latest first.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestMentions }, id, {
          relation: entityMentions(context.viewer),
          rows: (query) => context.db.mention.findMany(query),
        }),
    },
    MentionConnection,
  ),
  figures: t.connection(
    {
      type: Figure,
      description: 'Figures that it claims or that apply where it is, newest first.',
      args: {
        role: t.arg({ type: FigureRole, description: 'Only those where it has this role.' }),
      },
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: newestFigures }, id, {
          relation: (args.role ? FIGURES_OF[args.role] : entityFigures)(context.viewer),
          rows: (query) => context.db.figure.findMany(query),
        }),
    },
    FigureConnection,
  ),
}))
