import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const SLUGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  for (const [i, slug] of SLUGS.entries()) {
    await app.ingest({
      source: i % 2 === 0 ? 'wire' : 'courier',
      externalId: slug,
      headline: slug.toUpperCase(),
      bodyText:
        i < 3 ? 'Officials in Kharkiv said 12 drones were downed.' : 'Nothing happened in Oslo.',
      // Two share their time: the id breaks the tie.
      publishedAt: new Date(Date.UTC(2025, 11, 20, Math.min(i, 5))),
      topics: i === 0 ? [{ name: 'Weather' }] : [],
    })
  }
})
afterAll(() => app.close())

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ArticleFilter, $orderBy: ArticleOrder) {
  articles(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    totalCount
    edges { cursor node { slug } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`
const list = async (variables: object) => (await app.read(LIST, { variables })).articles
const slugs = (connection: { edges: { node: { slug: string } }[] }) =>
  connection.edges.map(({ node }) => node.slug)

test('articles come newest first; of equal times the later one in', async () => {
  expect(slugs(await list({}))).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a'])
})

test('pages forwards and backwards cover the list once, in either order, for any page size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom('PUBLISHED_AT', 'UPDATED_AT', 'HEADLINE'),
      fc.constantFrom('ASC', 'DESC'),
      async (size, field, direction) => {
        const orderBy = { field, direction }
        const whole = slugs(await list({ first: 100, orderBy }))
        const forwards: string[] = []
        let page = await list({ first: size, orderBy })
        forwards.push(...slugs(page))
        while (page.pageInfo.hasNextPage) {
          page = await list({ first: size, after: page.pageInfo.endCursor, orderBy })
          forwards.push(...slugs(page))
        }
        expect(forwards).toEqual(whole)
        const backwards: string[] = []
        page = await list({ last: size, orderBy })
        backwards.unshift(...slugs(page))
        while (page.pageInfo.hasPreviousPage) {
          page = await list({ last: size, before: page.pageInfo.startCursor, orderBy })
          backwards.unshift(...slugs(page))
        }
        expect(backwards).toEqual(whole)
      },
    ),
    { numRuns: 25 },
  )
})

test('a page does not move when an article comes in before it', async () => {
  const page = await list({ first: 2 })
  await app.ingest({
    externalId: 'new',
    headline: 'New',
    publishedAt: new Date('2025-12-23T00:00:00Z'),
  })
  const next = await list({ first: 2, after: page.pageInfo.endCursor })
  expect(slugs(next)).toEqual(['e', 'd'])
  expect(next.totalCount).toBe(8)
  await app.db.article.delete({ where: { slug: 'new' } })
})

test('an empty page has no cursors', async () => {
  expect(await list({ first: 0 })).toEqual({
    totalCount: 7,
    edges: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  })
})

test('filters reach through relations, and all conditions hold together', async () => {
  const matching = async (filter: object) => slugs(await list({ filter })).sort()
  expect(await matching({ source: { slug: { eq: 'courier' } } })).toEqual(['b', 'd', 'f'])
  expect(await matching({ places: { slug: { in: ['kharkiv'] } } })).toEqual(['a', 'b', 'c'])
  expect(
    await matching({ places: { name: { contains: 'KHARK' } }, source: { slug: { eq: 'wire' } } }),
  ).toEqual(['a', 'c'])
  expect(await matching({ people: { slug: { eq: 'kharkiv' } } })).toEqual([])
  expect(await matching({ figures: { value: { gte: 12 }, unit: { eq: 'drones' } } })).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(await matching({ figures: { metric: { key: { eq: 'drones-intercepted' } } } })).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(await matching({ headline: { contains: '%' } })).toHaveLength(7)
  expect(await matching({ headline: { contains: '_' } })).toHaveLength(7)
  expect(
    await matching({ publishedAt: { gte: '2025-12-20T03:00:00Z', lt: '2025-12-20T05:00:00Z' } }),
  ).toEqual(['d', 'e'])
  expect(await matching({ topics: { slug: { eq: 'weather' } } })).toEqual(['a'])
})

test('one article is found by exactly one of its keys', async () => {
  const { article } = await app.read('{ article(slug: "a") { id slug } }')
  expect(
    await app.read(
      `{ article(id: "${article.id}") { slug } node(id: "${article.id}") { ... on Article { slug } } }`,
    ),
  ).toEqual({
    article: { slug: 'a' },
    node: { slug: 'a' },
  })
  for (const query of [
    '{ article { slug } }',
    `{ article(slug: "a", id: "${article.id}") { slug } }`,
  ]) {
    expect((await app.ask(query)).errors[0]).toMatchObject({
      message: 'Give exactly one of "id", "slug" and "url".',
      extensions: { code: 'INVALID_INPUT' },
    })
  }
})

test('an unknown slug, id or address is null, not an error', async () => {
  expect(
    await app.read(`{ a: article(slug: "nope") { id } b: article(url: "https://nope.example/") { id }
      c: node(id: "QXJ0aWNsZTo5OTk5OTk=") { id } d: node(id: "QXJ0aWNsZTotMQ==") { id } }`),
  ).toEqual({ a: null, b: null, c: null, d: null })
})

test('ids that are no ids, bad cursors and oversized pages are typed errors', async () => {
  const cases: [query: string, code: string, message: RegExp][] = [
    ['{ node(id: "nonsense") { id } }', 'INVALID_INPUT', /id/i],
    ['{ articles(after: "nonsense") { totalCount } }', 'INVALID_INPUT', /"after" is not a cursor/],
    ['{ articles(first: 1000) { edges { cursor } } }', 'INVALID_INPUT', /"first" is 1000/],
    ['{ articles(first: -1) { edges { cursor } } }', 'INVALID_INPUT', /"first" is -1/],
    [
      '{ articles(first: 1) { edges { node { people(first: 101) { totalCount } } } } }',
      'INVALID_INPUT',
      /"first" is 101/,
    ],
  ]
  for (const [query, code, message] of cases) {
    const { errors } = await app.ask(query)
    expect(errors[0]?.message).toMatch(message)
    expect(errors[0]?.extensions?.code).toBe(code)
  }
})
