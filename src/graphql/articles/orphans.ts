import { byPosition } from '../../core/orders.ts'
import { orphanedFigures, orphanedMentions } from '../../db/relations.ts'
import { builder } from '../builder.ts'
import { nestedConnection } from '../connection.ts'
import { Mention, MentionConnection } from '../entities/mention.ts'
import { Figure, FigureConnection } from '../figures/figure.ts'
import { Article } from './article.ts'

builder.prismaObjectFields(Article, (t) => ({
  orphanedFigures: t.connection(
    {
      type: Figure,
      description:
        'Figures that people decided about and whose words a later text no longer has, by where they stood. Empty without REVIEW.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: byPosition }, id, {
          relation: orphanedFigures(context.viewer),
          rows: (query) => context.db.figure.findMany(query),
        }),
    },
    FigureConnection,
  ),
  orphanedMentions: t.connection(
    {
      type: Mention,
      description:
        'Mentions that people decided about and whose words a later text no longer has, by where they stood. Empty without REVIEW.',
      resolve: ({ id }, args, context, info) =>
        nestedConnection({ args, context, info, order: byPosition }, id, {
          relation: orphanedMentions(context.viewer),
          rows: (query) => context.db.mention.findMany(query),
        }),
    },
    MentionConnection,
  ),
}))
