import { readStrings } from '../../core/read-strings.ts'
import { visibleRevision } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { RevisionKind } from '../enums.ts'
import { loadRows } from '../load-rows.ts'
import { readNodeId } from '../node-id.ts'
import { Article } from './article.ts'
import { textAsOf } from './text-as-of.ts'

export const ArticleRevision = builder.prismaNode('ArticleRevision', {
  description: 'The text of an article at one time. It never changes; spans point into it.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: visibleRevision(viewer) }),
  select: { id: true },
  fields: (t) => ({
    article: t.relation('article', { description: 'The article it belongs to.' }),
    number: t.exposeInt('number', { description: '1, 2, 3 within the article.' }),
    kind: t.expose('kind', { type: RevisionKind, description: 'Why it was made.' }),
    headline: t.exposeString('headline', { description: 'Its headline.' }),
    dek: t.exposeString('dek', { nullable: true, description: 'The line under the headline.' }),
    language: t.exposeString('language', { description: 'BCP 47 tag, declared or detected.' }),
    bodyText: t.exposeString('bodyText', { description: 'Its text.' }),
    removedText: t.stringList({
      description: 'Page furniture that is not part of the story: "Back to top".',
      select: { removedText: true },
      resolve: ({ removedText }) => readStrings(removedText),
    }),
    externalRevision: t.exposeString('externalRevision', {
      nullable: true,
      description: "The CMS's own name of this version.",
    }),
    extractorName: t.exposeString('extractorName', { description: 'What read it.' }),
    extractorVersion: t.exposeString('extractorVersion', {
      description: 'The version of what read it.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came in.' }),
  }),
})

builder.prismaObjectFields(Article, (t) => ({
  revision: t.field({
    type: ArticleRevision,
    description: 'The current text.',
    select: (_args, _context, nested) => ({ currentRevision: nested() }),
    resolve: async ({ id, currentRevision }, _args, context, info) => {
      const past = await textAsOf(id, { context, info })
      if (past !== null) {
        const [row] = await loadRows([past.id], { context, info }, (query) =>
          context.db.articleRevision.findMany(query),
        )
        if (row) return row
      }
      if (currentRevision === null) throw new Error(`Article ${id} has no text.`)
      return currentRevision
    },
  }),
  revisionAsOf: t.field({
    type: ArticleRevision,
    nullable: true,
    description:
      'The text that was current at a moment; null where none had come in that you may see.',
    args: { time: t.arg({ type: 'DateTime', required: true, description: 'The moment.' }) },
    select: ({ time }, { viewer }, nested) => ({
      revisions: {
        where: { AND: [visibleRevision(viewer), { createdAt: { lte: time } }] },
        orderBy: { number: 'desc' },
        take: 1,
        ...nested(),
      },
    }),
    resolve: ({ revisions }) => revisions[0] ?? null,
  }),
}))

export const ArticleRevisionConnection = builder.connectionObject(
  { type: ArticleRevision, name: 'ArticleRevisionConnection', description: 'A page of revisions.' },
  { name: 'ArticleRevisionEdge', description: 'A row of the page and its cursor.' },
)
