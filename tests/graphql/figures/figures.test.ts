import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    externalId: 'a1',
    headline: 'Raid',
    publishedAt: new Date('2025-12-20T08:00:00Z'),
    bodyText:
      'Russia launched 31 drones, of which Ukraine intercepted 28 drones, according to the Ukrainian Air Force.\n\nAt least four people were killed in Odesa, officials said.',
  })
  await app.ingest({
    externalId: 'a2',
    headline: 'Rates',
    publishedAt: new Date('2025-12-21T08:00:00Z'),
    bodyText:
      'Inflation rose to 3.2% in November. The company paid between $2 million and $3 million.',
  })
})
afterAll(() => app.close())

const values = (connection: { edges: { node: { value: number | null } }[] }) =>
  connection.edges.map(({ node }) => node.value)

test('figures are ordered by time or by value; a range stands at its middle', async () => {
  const list = async (orderBy: string) =>
    values(
      (await app.read(`{ figures(orderBy: ${orderBy}) { edges { node { value } } } }`)).figures,
    )
  expect(await list('{ field: VALUE, direction: ASC }')).toEqual([3.2, 4, 28, 31, null])
  expect(await list('{ field: PUBLISHED_AT, direction: ASC }')).toEqual([31, 28, 4, 3.2, null])
})

test('figures are found by metric, claimant, place, unit and value', async () => {
  const found = async (filter: string) =>
    values((await app.read(`{ figures(filter: ${filter}) { edges { node { value } } } }`)).figures)
  expect(await found('{ metric: { key: { eq: "drones-launched" } } }')).toEqual([31])
  expect((await found('{ claimant: { slug: { eq: "ukrainian-air-force" } } }')).sort()).toEqual([
    28, 31,
  ])
  expect(await found('{ places: { slug: { eq: "odesa" } } }')).toEqual([4])
  expect(await found('{ unit: { eq: "percent" } }')).toEqual([3.2])
  expect(await found('{ attributionKind: { eq: COLLECTIVE } }')).toEqual([4])
  expect(await found('{ value: { gt: 4, lt: 31 } }')).toEqual([28])
  expect(
    await found('{ article: { headline: { contains: "rates" } }, unit: { in: ["USD"] } }'),
  ).toEqual([null])
})

test('a range, a qualifier and a currency keep what the text says', async () => {
  const { figures } = await app.read(
    '{ figures(filter: { unit: { eq: "USD" } }) { edges { node { value minValue maxValue qualifier unit attribution { kind label claimant { name } cue { exact } } provenance { kind agent version time } reviewStatus status confidence } } } }',
  )
  expect(figures.edges[0].node).toEqual({
    value: null,
    minValue: 2_000_000,
    maxValue: 3_000_000,
    qualifier: 'BETWEEN',
    unit: 'USD',
    attribution: { kind: 'ARTICLE_VOICE', label: null, claimant: null, cue: null },
    provenance: {
      kind: 'EXTRACTOR',
      agent: 'dateline-embedded',
      version: '3',
      time: expect.any(String),
    },
    reviewStatus: 'UNREVIEWED',
    status: 'CURRENT',
    confidence: expect.any(Number),
  })
})

test('a part knows its whole, and the article derives the rate with its caveat', async () => {
  const { article } = await app.read(`{ article(slug: "raid") {
    figures { edges { node { value partOf { value } } } }
    derivedFigures { label value formula unit caveat operands { value span { exact } } }
  } }`)
  expect(article.figures.edges.map(({ node }: { node: object }) => node)).toEqual([
    { value: 31, partOf: null },
    { value: 28, partOf: { value: 31 } },
    { value: 4, partOf: null },
  ])
  expect(article.derivedFigures).toEqual([
    {
      label: 'Drones intercepted of drones launched',
      value: 28 / 31,
      formula: '28 / 31',
      unit: 'ratio',
      caveat: 'Not intercepted is not the same as hit.',
      operands: [
        { value: 28, span: { exact: '28 drones' } },
        { value: 31, span: { exact: '31 drones' } },
      ],
    },
  ])
})

test('a metric has its figures, and metrics are listed by label', async () => {
  const { metric, metrics } = await app.read(`{
    metric(key: "drones-intercepted") { key label unit aggregation figures { totalCount edges { node { value article { headline } } } } }
    metrics(filter: { key: { in: ["drones-launched", "drones-intercepted"] } }) { edges { node { key } } }
  }`)
  expect(metric).toEqual({
    key: 'drones-intercepted',
    label: expect.stringMatching(/drones intercepted/i),
    unit: 'drones',
    aggregation: 'FLOW',
    figures: { totalCount: 1, edges: [{ node: { value: 28, article: { headline: 'Raid' } } }] },
  })
  expect(metrics.edges.map(({ node }: { node: { key: string } }) => node.key)).toEqual([
    'drones-intercepted',
    'drones-launched',
  ])
})
