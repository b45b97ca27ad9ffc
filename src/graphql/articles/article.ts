import { readStrings } from '../../core/read-strings.ts'
import { visibleArticle } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { ArticleStatus } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { nowOrThen } from './text-as-of.ts'

builder.prismaObject('ArticleTopic', {
  name: 'Topic',
  description: 'A subject that the CMS files articles under.',
  select: { articleId: true, topicId: true },
  fields: (t) => ({
    slug: t.string({
      description: 'Its key.',
      select: { topic: { select: { slug: true } } },
      resolve: ({ topic }) => topic.slug,
    }),
    name: t.exposeString('name', { description: 'Its name, as the article has it.' }),
  }),
})

export const Article = builder.prismaNode('Article', {
  description: 'One story. Its text is that of its current revision.',
  id: { field: 'id', description: 'Opaque id, stable for ever.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: visibleArticle(viewer) }),
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description:
        'Part of its address; stays when the headline changes, once everyone may read it.',
    }),
    source: t.relation('source', { description: 'Where it comes from.' }),
    externalId: t.exposeString('externalId', { description: "The CMS's own id." }),
    canonicalUrl: t.expose('canonicalUrl', {
      type: 'URL',
      nullable: true,
      description: 'Where readers find it, without tracking parameters.',
    }),
    urlAliases: t.field({
      type: ['URL'],
      description: 'Its former addresses; article(url:) knows them too.',
      select: { canonicalUrl: true, urls: { orderBy: { id: 'asc' }, take: 100 } },
      resolve: ({ canonicalUrl, urls }) =>
        urls.map(({ url }) => url).filter((url) => url !== canonicalUrl),
    }),
    status: t.field({
      type: ArticleStatus,
      description: 'Where it stands. A scheduled article is PUBLISHED once its time has come.',
      select: { status: true, publishedAt: true },
      resolve: ({ status, publishedAt }, _args, { viewer }) =>
        status === 'SCHEDULED' && publishedAt !== null && publishedAt <= viewer.now
          ? 'PUBLISHED'
          : status,
    }),
    embargoedUntil: t.expose('embargoedUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Not public before this.',
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null where the CMS does not say.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When it last changed here.',
    }),
    language: t.string({
      description: 'BCP 47 tag, declared or detected.',
      select: { language: true },
      resolve: ({ id, language }, _args, context, info) =>
        nowOrThen(id, { context, info }, { now: language, past: (text) => text.language }),
    }),
    headline: t.string({
      description: 'Its headline.',
      select: { headline: true },
      resolve: ({ id, headline }, _args, context, info) =>
        nowOrThen(id, { context, info }, { now: headline, past: (text) => text.headline }),
    }),
    dek: t.string({
      nullable: true,
      description: 'The line under the headline.',
      select: { currentRevision: { select: { dek: true } } },
      resolve: ({ id, currentRevision }, _args, context, info) =>
        nowOrThen<string | null>(
          id,
          { context, info },
          { now: currentRevision?.dek ?? null, past: ({ dek }) => dek },
        ),
    }),
    bodyText: t.string({
      description:
        'Its text, clean; paragraphs are separated by two line feeds. Body spans point into this.',
      select: { currentRevision: { select: { bodyText: true } } },
      resolve: ({ id, currentRevision }, _args, context, info) =>
        nowOrThen(
          id,
          { context, info },
          { now: currentRevision?.bodyText ?? '', past: ({ bodyText }) => bodyText },
        ),
    }),
    bodyHtml: t.string({
      description: 'Its text as safe HTML: no scripts, styles or event handlers.',
      select: { currentRevision: { select: { bodyHtml: true } } },
      resolve: ({ id, currentRevision }, _args, context, info) =>
        nowOrThen(
          id,
          { context, info },
          { now: currentRevision?.bodyHtml ?? '', past: ({ bodyHtml }) => bodyHtml },
        ),
    }),
    authors: t.stringList({
      description: 'Its bylines.',
      select: { currentRevision: { select: { authors: true } } },
      resolve: ({ id, currentRevision }, _args, context, info) =>
        nowOrThen<string[]>(
          id,
          { context, info },
          {
            now: [...readStrings(currentRevision?.authors)],
            past: ({ authors }) => [...readStrings(authors)],
          },
        ),
    }),
    topics: t.relation('topics', {
      description: 'The subjects it is filed under.',
      query: { orderBy: { position: 'asc' } },
    }),
    wordCount: t.int({
      description: 'Words in its body.',
      select: { wordCount: true },
      resolve: ({ id, wordCount }, _args, context, info) =>
        nowOrThen(id, { context, info }, { now: wordCount, past: (text) => text.wordCount }),
    }),
  }),
})

export const ArticleConnection = builder.connectionObject(
  { type: Article, name: 'ArticleConnection', description: 'A page of articles.' },
  { name: 'ArticleEdge', description: 'A row of the page and its cursor.' },
)
