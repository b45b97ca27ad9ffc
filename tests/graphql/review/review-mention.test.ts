import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const publishedAt = new Date('2025-12-23T08:00:00Z')
let app: TestApp
let key: string
beforeEach(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  await app.ingest({
    externalId: 'a',
    publishedAt,
    headline: 'Talks',
    bodyText: 'Anna Berg met reporters in Odesa. Berg left for Kyiv.',
  })
})
afterEach(() => app.close())

const REVIEW = `mutation ($input: ReviewMentionInput!) { reviewMention(input: $input) { __typename
  ... on ReviewMentionPayload { mention { id reviewStatus span { start end exact } entity { slug } } }
  ... on Error { code message } } }`
const review = async (input: object) =>
  (await app.read(REVIEW, { variables: { input }, key })).reviewMention

const globalId = (type: string, id: number) => Buffer.from(`${type}:${id}`).toString('base64')
const mention = async (exact: string) =>
  globalId('Mention', (await app.db.mention.findFirstOrThrow({ where: { exact } })).id)
const entity = async (type: string, slug: string) =>
  globalId(type, (await app.db.entity.findUniqueOrThrow({ where: { slug } })).id)

const LISTS = `{
  article(slug: "talks") { mentions { totalCount } places { edges { node { slug } } } }
  place(slug: "odesa") { slug mentions { totalCount } articles { totalCount } }
  entities(filter: { slug: { eq: "odesa" } }) { totalCount }
  search(query: "name:odesa") { totalCount }
}`

test('what only a rejected mention names leaves the lists, the edges and the search; accepted it is back', async () => {
  const before = await app.read(LISTS)
  const id = await mention('Odesa')
  expect((await review({ id, decision: 'REJECT' })).mention.reviewStatus).toBe('REJECTED')
  expect(await app.read(LISTS)).toEqual({
    article: { mentions: { totalCount: 3 }, places: { edges: [{ node: { slug: 'kyiv' } }] } },
    place: null,
    entities: { totalCount: 0 },
    search: { totalCount: 0 },
  })
  expect(await app.read(`{ node(id: "${id}") { id } }`)).toEqual({ node: null })
  await review({ id, decision: 'ACCEPT' })
  expect(await app.read(LISTS)).toEqual(before)
})

test('an amended mention names another entity at other words', async () => {
  const { mention: amended } = await review({
    id: await mention('Berg'),
    decision: 'AMEND',
    changes: { entity: await entity('Place', 'kyiv'), span: { exact: 'left' } },
  })
  expect(amended).toMatchObject({
    reviewStatus: 'AMENDED',
    span: { start: 39, end: 43, exact: 'left' },
    entity: { slug: 'kyiv' },
  })
  const { place } = await app.read('{ place(slug: "kyiv") { mentions { totalCount } } }')
  expect(place.mentions.totalCount).toBe(2)
  const edge = await app.db.articleEntity.findFirstOrThrow({ where: { entity: { slug: 'kyiv' } } })
  expect(edge).toMatchObject({ mentionCount: 2, position: 2 })
})

test('a span must be free, and a mention that was rejected cannot come back where another took its words', async () => {
  const id = await mention('Odesa')
  const span = { start: 0, end: 4, exact: 'Anna' }
  expect(await review({ id, decision: 'AMEND', changes: { span } })).toEqual({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message:
      'Another mention stands there ("Anna Berg", 0 to 9 of the BODY): amend or reject that one first.',
  })
  await review({ id, decision: 'REJECT' })
  const other = await mention('Kyiv')
  await review({ id: other, decision: 'AMEND', changes: { span: { exact: 'Odesa' } } })
  expect(await review({ id, decision: 'ACCEPT' })).toMatchObject({ code: 'CONFLICT' })
  const twin = { entity: await entity('Place', 'odesa') }
  expect(await review({ id: other, decision: 'AMEND', changes: twin })).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('A rejected mention stands there already'),
  })
})

test('a mention of an older text is not reviewed', async () => {
  const id = await mention('Odesa')
  await app.ingest({
    externalId: 'a',
    publishedAt,
    headline: 'Talks',
    bodyText: 'Nobody met anyone anywhere.',
  })
  expect(await review({ id, decision: 'ACCEPT' })).toMatchObject({
    __typename: 'ConflictError',
    message: 'The mention is of an older text of the article: review the current one.',
  })
})
