import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '../../src/db/generated/client/client.ts'
import { visibleArticle, visibleArticleSql } from '../../src/db/visibility.ts'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../support/test-app.ts'

const past = new Date(NOW.getTime() - 3_600_000)
const future = new Date(NOW.getTime() + 3_600_000)
/** One article for each way to be hidden. Each names a person, a place and a figure of its own. */
const HIDDEN = {
  draft: { status: 'DRAFT' },
  scheduled: { status: 'SCHEDULED', publishedAt: future },
  future: { publishedAt: future },
  embargoed: { publishedAt: past, embargoedUntil: future },
  unpublished: { status: 'UNPUBLISHED', publishedAt: past },
  withdrawn: { status: 'WITHDRAWN', publishedAt: past },
  takenback: { publishedAt: past },
  noticed: { publishedAt: past },
  erased: { publishedAt: past },
} as const
/** What editors did to articles that were public, besides what a CMS says of them. */
const EDITED = {
  takenback: 'unpublishArticle(input: { id: $id })',
  noticed: 'withdrawArticle(input: { id: $id, text: "We were wrong." })',
  erased: 'eraseArticle(input: { id: $id })',
} as const
const PEOPLE = {
  draft: 'Astrid Draftson',
  scheduled: 'Bertil Schedulson',
  future: 'Carina Futureson',
  embargoed: 'Dagmar Embargson',
  unpublished: 'Edvard Unpubson',
  withdrawn: 'Frida Withdrawson',
  takenback: 'Gustav Backson',
  noticed: 'Hilda Noticeson',
  erased: 'Ivar Erasedson',
}

/** Named by hidden articles only, and what that lies in. */
const PLACES = ['Kherson', 'Kherson region', 'Ukraine']

let app: TestApp
/** Ids that things of the erased article had, by type. */
let erased: [string, { id: number }][]
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    source: 'open',
    externalId: 'open',
    headline: 'Open',
    bodyText: 'Officials in Oslo said 5 boats sank.',
    publishedAt: past,
  })
  for (const [way, state] of Object.entries(HIDDEN)) {
    await app.ingest({
      source: `secret-${way}`,
      externalId: way,
      headline: `Secret ${way}`,
      url: `https://secret.example/${way}`,
      bodyText: `Mr ${PEOPLE[way as keyof typeof PEOPLE]} told reporters in Oslo that 77 secretive wagons were stolen in Kherson.`,
      topics: [{ name: `Secret ${way}` }],
      ...state,
    })
  }
  const of = { where: { article: { externalId: 'erased' } } }
  erased = [
    ['Article', await app.db.article.findFirstOrThrow({ where: { externalId: 'erased' } })],
    ['Person', await app.db.entity.findFirstOrThrow({ where: { name: PEOPLE.erased } })],
    ['Figure', await app.db.figure.findFirstOrThrow(of)],
    ['Mention', await app.db.mention.findFirstOrThrow(of)],
    ['ArticleRevision', await app.db.articleRevision.findFirstOrThrow(of)],
  ]
  for (const [externalId, mutation] of Object.entries(EDITED)) {
    const row = await app.db.article.findFirstOrThrow({ where: { externalId } })
    const id = Buffer.from(`Article:${row.id}`).toString('base64')
    await app.read(`mutation ($id: ID!) { ${mutation} { __typename } }`, {
      variables: { id },
      key: ADMIN_KEY,
    })
  }
})
afterAll(() => app.close())

/** Every way to ask for anything, with ids and slugs of what is hidden. */
async function everyPath(): Promise<string[]> {
  const articles = await app.db.article.findMany({ where: { headline: { startsWith: 'Secret' } } })
  const places = await app.db.entity.findMany({ where: { name: { in: PLACES } } })
  expect(places.map(({ name }) => name).sort()).toEqual(PLACES)
  const [entities, figures, mentions, revisions, metrics, sources, claims] = await Promise.all([
    app.db.entity.findMany({ where: { name: { in: Object.values(PEOPLE) } } }),
    app.db.figure.findMany({ where: { value: 77 } }),
    app.db.mention.findMany({ where: { articleId: { in: articles.map(({ id }) => id) } } }),
    app.db.articleRevision.findMany({ where: { headline: { startsWith: 'Secret' } } }),
    app.db.metric.findMany({ where: { key: { contains: 'wagons' } } }),
    app.db.source.findMany({ where: { slug: { startsWith: 'secret' } } }),
    app.db.claim.findMany({ where: { value: 77 } }),
  ])
  expect(claims.length).toBeGreaterThan(0)
  const open = await app.db.metric.findFirstOrThrow({ where: { claims: { some: { value: 5 } } } })
  expect([entities.length, figures.length, sources.length]).toEqual([8, 8, 9])
  const id = (type: string, row: { id: number }) =>
    Buffer.from(`${type}:${row.id}`).toString('base64')
  const ids = [
    ...erased.map(([type, row]) => id(type, row)),
    ...articles.map((row) => id('Article', row)),
    ...entities.map((row) => id('Person', row)),
    ...places.map((row) => id('Place', row)),
    ...figures.map((row) => id('Figure', row)),
    ...mentions.map((row) => id('Mention', row)),
    ...revisions.map((row) => id('ArticleRevision', row)),
    ...metrics.map((row) => id('Metric', row)),
    ...sources.map((row) => id('Source', row)),
    ...claims.map((row) => id('Claim', row)),
  ]
  const lists = [
    'articles',
    'entities',
    'people',
    'places',
    'organizations',
    'figures',
    'claims',
    'conflicts',
    'metrics',
    'sources',
  ]
  const inside = {
    articles:
      'headline slug canonicalUrl bodyText jsonLd ninjs related { score article { headline } sharedEntities { name } }',
    entities:
      'name articles { totalCount edges { node { headline } } } mentions { totalCount } coOccurring { articleCount entity { name } } timeline(interval: DAY) { articleCount mentionCount figureCount } figures { totalCount edges { node { value span { exact } } } } claims { totalCount edges { node { value } } }',
    people: 'name articles { totalCount }',
    places:
      'name parent { name } ancestors { name } children { totalCount edges { node { name } } } nested: articles(nested: true) { totalCount edges { node { headline } } } articles(first: 50) { totalCount edges { node { headline } } } mentions { totalCount } figures(role: PLACE) { totalCount } claims(role: PLACE) { totalCount edges { node { value articleCount } } }',
    organizations: 'name',
    figures:
      'value jsonLd article { headline } metric { key figures { totalCount } } claim { value articleCount }',
    claims: 'value articleCount places { name } attribution { label } figures { totalCount }',
    conflicts: 'metric { key } sides { value attribution { label } claims { value articleCount } }',
    metrics: 'key figures { totalCount } claims { totalCount edges { node { value } } }',
    sources: 'slug articles { totalCount }',
  }
  return [
    ...ids.map((one) => `{ node(id: "${one}") { id } }`),
    `{ nodes(ids: ${JSON.stringify(ids)}) { id } }`,
    ...articles.flatMap(({ slug, canonicalUrl }) => [
      `{ article(slug: "${slug}") { headline } }`,
      `{ article(url: "${canonicalUrl}") { headline } }`,
    ]),
    ...articles.map((row) => `{ article(id: "${id('Article', row)}") { headline } }`),
    ...entities.flatMap(({ slug }) => [
      `{ entity(slug: "${slug}") { name } }`,
      `{ person(slug: "${slug}") { name } }`,
    ]),
    ...places.flatMap(({ slug }) => [
      `{ entity(slug: "${slug}") { name } }`,
      `{ place(slug: "${slug}") { name } }`,
    ]),
    ...metrics.map(({ key }) => `{ metric(key: "${key}") { key } }`),
    ...lists.map(
      (list) =>
        `{ ${list}(first: 50) { totalCount edges { node { ${inside[list as keyof typeof inside]} } } } }`,
    ),
    // Of the open article's words a search may know one hit, of the others' none, in every part of its answer.
    ...[
      'secret',
      'secretive OR wagons',
      'figure:wagons',
      '"Mr"',
      'open',
      'oslo',
      '5 OR 77',
      ...Object.values(PEOPLE),
      ...PLACES,
    ].map((words) => searchFor(words)),
    ...Object.keys(HIDDEN).flatMap((way) => [
      searchFor(way),
      searchFor('oslo', `, filter: { source: { slug: { eq: "secret-${way}" } } }`),
    ]),
    ...entities.map(({ slug }) =>
      searchFor('oslo', `, filter: { entities: { slug: { eq: "${slug}" } } }`),
    ),
    searchFor('oslo', `, filter: { publishedAt: { gt: "${NOW.toISOString()}" } }`),
    ...['METRIC', 'PLACE', 'CLAIMANT', 'PERIOD'].map(
      (by) =>
        `{ figureAggregates(groupBy: ${by}, first: 50) { totalCount edges { node { metric { key } place { name } claimCount articleCount min max sum } } } }`,
    ),
    `{ figuresByPlace(metric: "${open.key}") { geoJSON places { place { name } claimCount articleCount } } }`,
    `{ figuresByPlace(metric: "${open.key}", within: "oslo") { geoJSON places { place { name } claimCount articleCount } } }`,
    ...places.flatMap(({ slug, latitude, longitude }) =>
      [
        `within: { slug: { eq: "${slug}" } }`,
        `near: { latitude: ${latitude}, longitude: ${longitude}, km: 100 }`,
        `box: { south: ${latitude}, west: ${longitude}, north: ${latitude}, east: ${longitude} }`,
      ].flatMap((where) => [
        `{ places(filter: { ${where} }) { totalCount edges { node { name } } } }`,
        `{ articles(filter: { places: { ${where} } }) { totalCount edges { node { headline } } } }`,
        `{ figures(filter: { places: { ${where} } }) { totalCount edges { node { value } } } }`,
        `{ claims(filter: { places: { ${where} } }) { totalCount edges { node { value } } } }`,
      ]),
    ),
    `{ figureSeries(metric: "${open.key}", interval: AS_REPORTED) { points { value articleCount claims { value } } } }`,
    // Filters must not answer questions about what is hidden.
    `{ articles(asOf: "${past.toISOString()}") { totalCount edges { node { headline } } } }`,
    '{ articles(filter: { headline: { contains: "secret" } }) { totalCount } }',
    '{ articles(filter: { status: { in: [DRAFT, UNPUBLISHED, WITHDRAWN, SCHEDULED] } }) { totalCount } }',
    '{ articles(filter: { figures: { value: { eq: 77 } } }) { totalCount } }',
    '{ articles(filter: { topics: { slug: { eq: "secret-draft" } } }) { totalCount } }',
    '{ entities(filter: { articles: { headline: { contains: "secret" } } }) { totalCount } }',
    '{ figures(filter: { article: { headline: { contains: "secret" } } }) { totalCount } }',
    '{ figures(filter: { value: { gt: 70 } }) { totalCount } }',
    '{ claims(filter: { value: { gt: 70 } }) { totalCount } }',
    '{ claims(filter: { figures: { article: { status: { in: [DRAFT, UNPUBLISHED] } } } }) { totalCount } }',
    '{ claims(filter: { places: { articles: { headline: { contains: "secret" } } } }) { totalCount } }',
    '{ claims(filter: { claimant: { name: { contains: "son" } } }) { totalCount } }',
    '{ figures(filter: { places: { articles: { headline: { contains: "secret" } } } }) { totalCount } }',
    '{ places(filter: { articles: { people: { name: { contains: "Draftson" } } } }) { totalCount } }',
  ]
}

/** All of a search's answer. Its entities have lists of their own, which must not leak either. */
const searchFor = (words: string, filter = ''): string =>
  `{ articles: search(query: ${JSON.stringify(words)}, types: [ARTICLE]${filter}) { totalCount ${SEARCHED} }
    entities: search(query: ${JSON.stringify(words)}, types: [PERSON, PLACE, ORGANIZATION]${filter}) { totalCount ${SEARCHED} } }`
const SEARCHED = `pageInfo { endCursor } facets { types { value count } sources { value label count } entities { value label count } months { value count } }
  edges { score snippet { text match } node { __typename ... on Article { headline slug } ... on Person { name } ... on Place { name articles { totalCount } } ... on Organization { name } } }`

/** Nothing of a hidden article, in any part of the answer: no word, no count above the open one's. */
function expectNoLeak(query: string, answer: unknown): void {
  const text = JSON.stringify(answer)
  expect(`${query} ${text.replaceAll(query, '')}`).not.toMatch(
    new RegExp(
      `(${[...Object.values(PEOPLE), ...PLACES].join('|')}|secretive|"Secret |secret-|\\b77\\b)`.replace(
        'secret-|',
        '"secret-|',
      ),
    ),
  )
}

describe('what is not public is invisible on every path', () => {
  test('to the public and to keys that may not read it', async () => {
    const ingestKey = await app.makeKey('INGEST', 'REVIEW')
    const queries = await everyPath()
    expect(queries.length).toBeGreaterThan(60)
    for (const query of queries) {
      for (const options of [{}, { key: ingestKey }]) {
        const { data, errors } = await app.ask(query, options)
        expect([query, errors]).toEqual([query, []])
        expectNoLeak('', data)
        // The open article names Oslo, which lies in Norway.
        const most = /^\{ (entities|places)\(first/.test(query) ? 2 : 1
        for (const total of JSON.stringify(data).matchAll(/"(?:totalCount|count)":(\d+)/g)) {
          expect([query, Number(total[1]) <= most]).toEqual([query, true])
        }
        if (
          /node\(|nodes\(|article\(|entity\(|person\(|place\(|metric\(/.test(query) &&
          !query.includes('edges')
        ) {
          expect([
            query,
            Object.values(data as object)
              .flat()
              .every((one) => one === null),
          ]).toEqual([query, true])
        }
      }
    }
  })

  test('and is there for a key with READ_UNPUBLISHED', async () => {
    const key = await app.makeKey('READ_UNPUBLISHED')
    for (const reader of [key, ADMIN_KEY]) {
      const { articles, figures } = await app.read(
        '{ articles { totalCount } figures(filter: { value: { eq: 77 } }) { totalCount } }',
        { key: reader },
      )
      expect([articles.totalCount, figures.totalCount]).toEqual([9, 7])
    }
  })

  test('an embargo and a schedule open by themselves at their time', async () => {
    app.setTime(future)
    const { articles } = await app.read(
      '{ articles(orderBy: { field: HEADLINE, direction: ASC }) { edges { node { headline status } } } }',
    )
    app.setTime(NOW)
    expect(articles.edges.map(({ node }: { node: object }) => node)).toEqual([
      { headline: 'Open', status: 'PUBLISHED' },
      { headline: 'Secret embargoed', status: 'PUBLISHED' },
      { headline: 'Secret future', status: 'PUBLISHED' },
      { headline: 'Secret scheduled', status: 'PUBLISHED' },
    ])
  })
})

test('the rule says the same to Prisma and in SQL, at any moment and for any article', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -2, max: 2 }),
      fc.boolean(),
      async (hours, seesUnpublished) => {
        const viewer = { seesUnpublished, now: new Date(NOW.getTime() + hours * 3_600_000) }
        const rows = await app.db.article.findMany({
          where: visibleArticle(viewer),
          orderBy: { id: 'asc' },
          select: { id: true },
        })
        const sql = await app.db.$queryRaw<{ id: number }[]>(
          Prisma.sql`SELECT a."id" FROM "Article" a WHERE ${visibleArticleSql(viewer)} ORDER BY a."id"`,
        )
        expect(sql.map(({ id }) => Number(id))).toEqual(rows.map(({ id }) => id))
      },
    ),
    { numRuns: 20 },
  )
})
