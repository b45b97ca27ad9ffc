import { afterEach, beforeEach, expect, test } from 'vitest'
import { reprocessArticle } from '../../../src/actions/reprocess-article.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const TEXT =
  'The fund of the guild 😀 grew by a gross shields, and later by a gross helmets. The guild was pleased.'
let app: TestApp
let key: string
let article: string
beforeEach(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  const { articleId } = await app.ingest({
    externalId: 'a',
    publishedAt: new Date('2025-12-23T08:00:00Z'),
    bodyText: TEXT,
  })
  article = Buffer.from(`Article:${articleId}`).toString('base64')
  await app.ingest({
    externalId: 'b',
    publishedAt: new Date('2025-12-23T08:00:00Z'),
    bodyText: 'Police said 6 shields were stolen in Odesa.',
  })
})
afterEach(() => app.close())

const FIGURE = `mutation ($input: AddFigureInput!) { addFigure(input: $input) { __typename
  ... on AddFigurePayload { figure { value valueText qualifier confidence reviewStatus span { start end exact } metric { key } attribution { kind } provenance { kind agent } claim { articleCount } } }
  ... on Error { code message } } }`
const MENTION = `mutation ($input: AddMentionInput!) { addMention(input: $input) { __typename
  ... on AddMentionPayload { mention { span { field start end exact prefix } reviewStatus provenance { kind } entity { __typename slug name } } }
  ... on Error { code message } } }`
const addFigure = async (input: object) =>
  (await app.read(FIGURE, { variables: { input: { article, ...input } }, key })).addFigure
const addMention = async (input: object) =>
  (await app.read(MENTION, { variables: { input: { article, ...input } }, key })).addMention

test('a figure is added at its words, whose offsets count code points, and makes a claim', async () => {
  const { figure } = await addFigure({
    span: { exact: 'a gross shields' },
    valueText: 'a gross',
    figure: { value: 144, metric: 'shields-stolen' },
  })
  expect(figure).toEqual({
    value: 144,
    valueText: 'a gross',
    qualifier: 'EXACT',
    confidence: 1,
    reviewStatus: 'ACCEPTED',
    span: { start: 32, end: 47, exact: 'a gross shields' },
    metric: { key: 'shields-stolen' },
    attribution: { kind: 'ARTICLE_VOICE' },
    provenance: { kind: 'HUMAN', agent: 'editor' },
    claim: { articleCount: 1 },
  })
  expect([...TEXT].slice(32, 47).join('')).toBe('a gross shields')
  const { search } = await app.read('{ search(query: "figure:shields") { totalCount } }')
  expect(search.totalCount).toBe(2)
})

test('what a person added survives another reading of the text', async () => {
  await addFigure({ span: { exact: 'a gross shields' }, figure: { value: 144 } })
  await addMention({
    span: { start: 16, end: 21 },
    newEntity: { type: 'ORGANIZATION', name: 'Guild' },
  })
  const { id: articleId } = await app.db.article.findFirstOrThrow({ where: { externalId: 'a' } })
  const context = { db: app.db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now: NOW }
  await reprocessArticle(context, { articleId, all: true })
  expect(await app.db.figure.count({ where: { articleId, value: 144, current: true } })).toBe(1)
  expect(await app.db.mention.count({ where: { articleId, exact: 'guild', current: true } })).toBe(
    1,
  )
})

test('words that stand twice are told apart by what stands around them', async () => {
  const input = { figure: { value: 144 } }
  expect(await addFigure({ ...input, span: { exact: 'a gross' } })).toEqual({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message:
      'input.span: the words "a gross" stand 2 times in the BODY. Say which with "prefix" or "suffix", the words around them, or with "start" and "end".',
  })
  const { figure } = await addFigure({
    ...input,
    span: { exact: 'a gross', prefix: 'later by ' },
  })
  expect(figure.span).toEqual({ start: 62, end: 69, exact: 'a gross' })
})

test('a span that is not what the text has is refused with what stands there', async () => {
  const figure = { value: 144 }
  const message = async (span: object) => (await addFigure({ figure, span })).message
  expect(await message({ start: 4, end: 8, exact: 'found' })).toBe(
    'input.span: from 4 to 8 the BODY has "fund", not "found". Send the offsets of the current text, or the words alone.',
  )
  expect(await message({ exact: 'two gross' })).toBe(
    'input.span: the words "two gross" do not stand in the BODY. Send them as the current text has them.',
  )
  expect(await message({ start: 90, end: 900 })).toContain('is no place in the BODY, which has 101')
  expect(await message({ start: 90 })).toBe('input.span: give "start" and "end" together.')
  expect(await message({})).toContain('say where it is')
})

test('a mention is added of a known entity or of a new one, and makes an edge', async () => {
  const { id } = await app.db.entity.findUniqueOrThrow({ where: { slug: 'odesa' } })
  const known = await addMention({
    span: { exact: 'fund' },
    entity: Buffer.from(`Place:${id}`).toString('base64'),
  })
  expect(known.mention).toMatchObject({
    span: { field: 'BODY', start: 4, end: 8, exact: 'fund', prefix: 'The ' },
    reviewStatus: 'ACCEPTED',
    provenance: { kind: 'HUMAN' },
    entity: { slug: 'odesa' },
  })
  const added = await addMention({
    span: { exact: 'guild', prefix: 'of the ' },
    newEntity: { type: 'ORGANIZATION', name: 'Guild of Smiths' },
  })
  expect(added.mention.entity).toEqual({
    __typename: 'Organization',
    slug: 'guild-of-smiths',
    name: 'Guild of Smiths',
  })
  const { organization } = await app.read(
    '{ organization(slug: "guild-of-smiths") { articles { totalCount } aliases { name } } }',
  )
  expect(organization).toEqual({
    articles: { totalCount: 1 },
    aliases: [{ name: 'Guild of Smiths' }],
  })
  const neither = await addMention({ span: { exact: 'fund' } })
  expect(neither).toMatchObject({ code: 'INVALID_INPUT' })
})

test('where a mention or figure stands none is added', async () => {
  await addFigure({ span: { exact: 'a gross shields' }, figure: { value: 144 } })
  const again = await addFigure({ span: { exact: 'gross shields' }, figure: { value: 144 } })
  expect(again).toMatchObject({ __typename: 'ConflictError' })
})

test('neither is for everybody, and a hidden article has no text for a reviewer of public ones', async () => {
  const input = { article, span: { exact: 'fund' }, figure: {} }
  const { errors } = await app.ask(FIGURE, { variables: { input } })
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  const { articleId } = await app.ingest({ externalId: 'c', bodyText: TEXT, status: 'DRAFT' })
  const hidden = Buffer.from(`Article:${articleId}`).toString('base64')
  expect(await addFigure({ ...input, article: hidden, span: { exact: 'x' } })).toEqual({
    __typename: 'NotFoundError',
    code: 'NOT_FOUND',
    message: 'There is no such article.',
  })
})
