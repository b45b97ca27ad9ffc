import { visibleArticle, visibleRevision } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { CorrectionKind } from '../enums.ts'
import { Figure } from '../figures/figure.ts'
import { readNodeId } from '../node-id.ts'
import { Article } from './article.ts'
import { ArticleRevision } from './article-revision.ts'
import { isGivenAsOf } from './text-as-of.ts'

/** A notice touches few figures; a withdrawal may touch all of a long table. */
const MAX_FIGURES = 100

const Correction = builder.prismaNode('Correction', {
  description: 'The notice readers see.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), article: visibleArticle(viewer) }),
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: CorrectionKind, description: 'What kind of notice.' }),
    text: t.exposeString('text', { description: 'Its words.' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'When it was issued.' }),
    revision: t.field({
      type: ArticleRevision,
      nullable: true,
      description: 'The text that puts it right; null where it can no longer be seen.',
      select: (_args, _context, nested) => ({
        revision: nested({ select: { id: true, hidden: true } }),
      }),
      resolve: ({ revision }, _args, { viewer }) =>
        revision?.hidden && !viewer.seesUnpublished ? null : revision,
    }),
    figures: t.relation('figures', {
      type: Figure,
      description:
        'The figures that were wrong, in the order of the text, at most 100: SUPERSEDED by another, or RETRACTED.',
      query: (_args, { viewer }) => ({
        where: { revision: visibleRevision(viewer) },
        orderBy: [{ field: 'desc' }, { start: 'asc' }, { id: 'asc' }],
        take: MAX_FIGURES,
      }),
    }),
  }),
})

builder.prismaObjectField(Article, 'corrections', (t) =>
  t.field({
    type: [Correction],
    description: 'The notices on it, oldest first.',
    select: (_args, _context, nested) => ({
      corrections: nested({
        orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }],
        take: 100,
        select: { id: true, issuedAt: true },
      }),
    }),
    resolve: ({ corrections }, _args, context, info) =>
      corrections.filter(({ issuedAt }) => isGivenAsOf({ context, info }, issuedAt)),
  }),
)
