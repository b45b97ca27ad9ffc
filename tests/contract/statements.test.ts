import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../support/test-app.ts'

// How many SQL statements a query takes must not depend on how many rows it answers with.
const BODY = (i: number, more: number) =>
  `The Ukrainian Air Force said ${i + more} drones were downed over Kharkiv and Odesa.\n\nPresident Volodymyr Zelensky told NATO in Brussels that ${i + 5} people were killed, according to the governor.\n\n${['The Red Cross', 'Oxfam', 'The Kremlin', 'NATO'][i % 4]} said that ${i + 9} people were killed.`

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  for (let i = 0; i < 12; i += 1) {
    await app.ingest({
      externalId: `a${i}`,
      publishedAt: new Date(Date.UTC(2025, 11, 1 + 2 * i)),
      headline: `Story ${i}`,
      url: `https://wire.example/${i}`,
      topics: [{ name: 'War' }, { name: `Day ${i}` }],
      bodyText: BODY(i, 2),
    })
  }
  for (let i = 0; i < 12; i += 1) {
    await app.ingest({
      externalId: `a${i}`,
      publishedAt: new Date(Date.UTC(2025, 11, 1 + 2 * i)),
      headline: `Story ${i}`,
      url: `https://wire.example/${i}`,
      topics: [{ name: 'War' }, { name: `Day ${i}` }],
      bodyText: BODY(i, 3),
      correction: { kind: 'CORRECTION', text: 'The first number was wrong.' },
    })
  }
  const entities = await app.db.entity.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  await app.db.mergeSuggestion.createMany({
    data: entities.slice(1).map(({ id }, i) => ({
      aId: entities[i]?.id ?? 0,
      bId: id,
      score: 0.5,
      reasons: ['SAME_NAME'],
    })),
  })
  await app.db.entity.updateMany({
    where: { type: 'ORGANIZATION' },
    data: { parentId: entities[0]?.id ?? 0 },
  })
})
afterAll(() => app.close())

const ARTICLE = `
  slug dek bodyText authors urlAliases source { name } topics { name } corrections { text figures { value } revision { number } } revisionAsOf(time: "2026-01-01T00:00:00Z") { number } orphanedFigures { edges { node { value } } }
  revision { number } revisions(first: 2) { edges { node { number } } }
  people { totalCount edges { node { name jobTitle aliases { name } } } }
  places { edges { node { name geoJSON parent { name } sameAs } } }
  organizations { edges { node { name parent { name } } } }
  mentions { edges { node { span { exact } entity { name ... on Place { countryCode } } } } }
  figures { totalCount edges { node { value metric { key } places { name } attribution { label claimant { name } } partOf { value } } } }
  derivedFigures { value }
  related(first: 5) { score article { headline source { name } } sharedEntities { name aliases { name } } }`
const QUERIES = {
  articles: `query ($n: Int) { articles(first: $n) { totalCount edges { node { ${ARTICLE} } } } }`,
  past: `query ($n: Int) { articles(first: $n, asOf: "2026-01-01T00:00:00Z") { edges { node { headline bodyText corrections { text } revision { number } mentions { totalCount edges { node { entity { name } } } } figures { edges { node { value metric { key } } } } } } } }`,
  entities: `query ($n: Int) { entities(first: $n) { edges { node { name articles(first: $n) { totalCount edges { node { headline source { name } } } } mentions(first: $n) { edges { node { article { slug } } } } figures(first: $n) { edges { node { value article { slug } } } } } } } }`,
  entityPages: `query ($n: Int) { entities(first: $n) { edges { node { name timeline(interval: WEEK) { start articleCount } coOccurring(first: 5) { articleCount entity { name aliases { name } } } } } } }`,
  places: `query ($n: Int) { places(first: $n, filter: { within: { slug: { eq: "ukraine" } } }) { edges { node { name parent { name parent { name } } ancestors { name } children(first: $n) { totalCount edges { node { name } } } articles(first: $n, nested: true) { totalCount edges { node { headline } } } } } } }`,
  suggestions: `query ($n: Int) { entities(first: $n) { edges { node { name suggestions(first: 2) { totalCount edges { node { score a { name } b { name } } } } } } } }`,
  figures: `query ($n: Int) { figures(first: $n) { edges { node { value metric { key figures(first: $n) { edges { node { value } } } } article { headline people { edges { node { name } } } } } } } }`,
  changes: `query ($n: Int) { articles(first: $n) { edges { node { revisions(first: 2) { edges { node { number changes { against bodyText { kind } figures { after { value } } } } } } } } } }`,
  search: `query ($n: Int) { search(query: "story OR kharkiv OR zelensky OR nato", first: $n) { totalCount facets { entities { value } } edges { score snippet { text } node { ... on Article { ${ARTICLE} } ... on Place { name articles { totalCount } aliases { name } } ... on Person { name aliases { name } } ... on Organization { name } } } } }`,
  aggregates: `query ($n: Int) { figureAggregates(groupBy: CLAIMANT, first: $n) { totalCount edges { node { metric { key } attribution { claimant { name } } claimCount min max sum latest { value articleCount } } } } }`,
  conflicts: `query ($n: Int) { conflicts(first: $n) { totalCount edges { node { metric { key } places { name } sides { attribution { label claimant { name } } claims { value articleCount places { name } } earlierClaims { value } } } } } }`,
  claims: `query ($n: Int) { claims(first: $n, filter: { metric: { key: { eq: "drones-intercepted" } } }) { totalCount edges { node { value unit qualifier articleCount firstReportedAt lastReportedAt metric { key claims(first: $n) { totalCount edges { node { value articleCount } } } } places { name claims(first: $n) { edges { node { value } } } } period { text } attribution { kind label claimant { name } } figures(first: $n) { totalCount edges { node { value claim { value } article { headline } } } } } } } }`,
  documents: `query ($n: Int) { articles(first: $n) { edges { node { jsonLd ninjs figures(first: 5) { edges { node { jsonLd } } } } } } }`,
  queue: `query ($n: Int) { reviewQueue(first: $n) { totalCount edges { node { __typename ... on Figure { value metric { key } places { name } article { headline } attribution { claimant { name } } } ... on Mention { span { exact } entity { name } article { headline source { name } } } } } } }`,
  audit: `query ($n: Int) { auditEvents(first: $n) { totalCount edges { node { action } } } }`,
  metrics: `query ($n: Int) { metrics(first: $n) { totalCount edges { node { key figures(first: $n) { totalCount edges { node { value article { headline } } } } claims(first: $n) { totalCount edges { node { value } } } } } } }`,
  sources: `query ($n: Int) { sources { edges { node { articles(first: $n) { totalCount edges { node { slug figures { edges { node { value } } } } } } } } } }`,
}

/** Not paged: the month is asked for a few days or as a whole. */
const SERIES = `query ($from: DateTime) { figureSeries(metric: "people-killed", interval: DAY, from: $from) { metric { key } points { value places { name } attribution { label claimant { name slug } } claims { value articleCount attribution { claimant { name } } metric { key } } revisions { value claim { value } } } } }`

test('figureSeries: as many statements for many points as for two', async () => {
  const count = async (from: string) => {
    app.statements.length = 0
    const { figureSeries } = await app.read(SERIES, { variables: { from } })
    return [figureSeries.points.length, app.statements.length]
  }
  const [few, many] = [await count('2025-12-21T00:00:00Z'), await count('2025-12-01T00:00:00Z')]
  expect(few[0]).toBeGreaterThan(1)
  expect(many[0]).toBeGreaterThan(9)
  expect(many[1]).toBe(few[1])
})

for (const [name, query] of Object.entries(QUERIES)) {
  test(`${name}: as many statements for 10 rows as for 2`, async () => {
    const count = async (n: number) => {
      app.statements.length = 0
      await app.read(query, { variables: { n }, key: ADMIN_KEY })
      return [...app.statements]
    }
    const [few, many] = [await count(2), await count(10)]
    expect(many.length).toBe(few.length)
    expect(many.length).toBeGreaterThan(1)
  })
}

test('a list that is only counted reads no rows, and one that is not counted does not count', async () => {
  app.statements.length = 0
  await app.read('{ articles { edges { node { slug } } } }')
  expect(app.statements.filter((sql) => /COUNT/i.test(sql))).toEqual([])
})
