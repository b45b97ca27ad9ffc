import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  const publishedAt = new Date('2025-12-23T08:00:00Z')
  await app.ingest({
    externalId: 'a',
    publishedAt,
    bodyText: 'Police said 6 lorries were stolen in Odesa.',
  })
  await app.ingest({
    externalId: 'b',
    publishedAt,
    bodyText: 'Police said 6 trucks were stolen in Odesa.',
  })
})
afterEach(() => app.close())

const MERGE =
  'mutation ($from: String!, $into: String!) { mergeMetrics(from: $from, into: $into) { __typename ... on MergeMetricsPayload { metric { key claims { totalCount edges { node { value articleCount } } } } } ... on Error { code message } } }'
const UPDATE =
  'mutation ($input: UpdateMetricInput!) { updateMetric(input: $input) { __typename ... on UpdateMetricPayload { metric { key label description unit aggregation } } ... on Error { code message } } }'
const lorries = { from: 'lorries-stolen', into: 'trucks-stolen' }
const read = async (query: string, variables: object) =>
  app.read(query, { variables, key: await app.makeKey('REVIEW') })

test('metrics that are merged have the figures of both, and claims that say the same become one', async () => {
  const { mergeMetrics } = await read(MERGE, lorries)
  expect(mergeMetrics.metric).toEqual({
    key: 'trucks-stolen',
    claims: { totalCount: 1, edges: [{ node: { value: 6, articleCount: 2 } }] },
  })
})

test('the old key goes on resolving: by itself, in filters and in series, and for later articles', async () => {
  await read(MERGE, lorries)
  await app.ingest({
    externalId: 'c',
    publishedAt: new Date('2025-12-23T09:00:00Z'),
    bodyText: 'Police said 6 lorries were stolen in Odesa.',
  })
  const found = await app.read(`{
    metric(key: "lorries-stolen") { key figures { totalCount } }
    metrics(filter: { key: { in: ["lorries-stolen"] } }) { edges { node { key } } }
    figures(filter: { metric: { key: { eq: "lorries-stolen" } } }) { totalCount }
    figureSeries(metric: "lorries-stolen", interval: DAY) { points { value articleCount } }
  }`)
  expect(found).toEqual({
    metric: { key: 'trucks-stolen', figures: { totalCount: 3 } },
    metrics: { edges: [{ node: { key: 'trucks-stolen' } }] },
    figures: { totalCount: 3 },
    figureSeries: { points: [{ value: 6, articleCount: 3 }] },
  })
})

test('a chain of merges leads to its end', async () => {
  await app.ingest({ externalId: 'd', bodyText: 'Police said 9 vans were stolen in Odesa.' })
  await read(MERGE, lorries)
  await read(MERGE, { from: 'trucks-stolen', into: 'vans-stolen' })
  const { metric } = await app.read('{ metric(key: "lorries-stolen") { key } }')
  expect(metric).toEqual({ key: 'vans-stolen' })
})

test('a metric is not merged with itself, nor with one that does not exist', async () => {
  expect(
    (await read(MERGE, { from: 'trucks-stolen', into: 'trucks-stolen' })).mergeMetrics,
  ).toEqual({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message: '"trucks-stolen" and "trucks-stolen" are the same metric already.',
  })
  expect(
    (await read(MERGE, { from: 'nothing', into: 'trucks-stolen' })).mergeMetrics,
  ).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a metric is defined by a reviewer; what is absent stays, and the audit log has what was', async () => {
  const { updateMetric } = await read(UPDATE, {
    input: { key: 'trucks-stolen', label: 'Lorries stolen', aggregation: 'CUMULATIVE' },
  })
  expect(updateMetric.metric).toEqual({
    key: 'trucks-stolen',
    label: 'Lorries stolen',
    description: null,
    unit: 'trucks',
    aggregation: 'CUMULATIVE',
  })
  const audit = await app.db.auditEvent.findFirst({ where: { action: 'updateMetric' } })
  expect(audit?.details).toMatchObject({ labelBefore: 'Trucks stolen', aggregationBefore: 'FLOW' })
})

test('neither is for everybody', async () => {
  const key = await app.makeKey('INGEST')
  for (const [query, variables] of [
    [MERGE, lorries],
    [UPDATE, { input: { key: 'trucks-stolen', label: 'x' } }],
  ] as const) {
    expect((await app.ask(query, { variables })).errors[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    )
    expect((await app.ask(query, { variables, key })).errors[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await app.ask(query, { variables, key: ADMIN_KEY })).errors).toEqual([])
  }
})

test('claims are grouped by place, claimant and period, with a sum only where values add up', async () => {
  for (const [day, count, where] of [
    [20, 3, 'Odesa'],
    [22, 4, 'Odesa'],
    [22, 5, 'Kyiv'],
  ] as const) {
    await app.ingest({
      externalId: `k${day}${where}`,
      publishedAt: new Date(Date.UTC(2025, 11, day, 8)),
      bodyText: `The Red Cross said ${count} people were killed in ${where}.`,
    })
  }
  const FILTER = 'filter: { metric: { key: { eq: "people-killed" } } }'
  const rows = async (by: string, fields: string) =>
    (
      await app.read(
        `{ figureAggregates(${FILTER}, groupBy: ${by}) { edges { node { ${fields} } } } }`,
      )
    ).figureAggregates.edges.map(({ node }: { node: object }) => node)
  expect(
    await rows('METRIC', 'claimCount articleCount min max sum noSumReason latest { value }'),
  ).toEqual([
    {
      claimCount: 3,
      articleCount: 3,
      min: 3,
      max: 5,
      sum: 12,
      noSumReason: null,
      latest: { value: 5 },
    },
  ])
  expect(await rows('PLACE', 'place { slug } claimCount sum')).toEqual([
    { place: { slug: 'odesa' }, claimCount: 2, sum: 7 },
    { place: { slug: 'kyiv' }, claimCount: 1, sum: 5 },
  ])
  expect(await rows('CLAIMANT', 'attribution { label } claimCount')).toEqual([
    { attribution: { label: 'Red Cross' }, claimCount: 3 },
  ])
  expect(await rows('PERIOD', 'period { start } claimCount')).toEqual([
    { period: null, claimCount: 3 },
  ])
  await read(UPDATE, { input: { key: 'people-killed', aggregation: 'CUMULATIVE' } })
  expect(await rows('METRIC', 'sum noSumReason')).toEqual([
    {
      sum: null,
      noSumReason: 'each value of a CUMULATIVE metric already contains the ones before it',
    },
  ])
  const { figuresByPlace } = await app.read(
    '{ figuresByPlace(metric: "deaths", from: "2025-12-21T00:00:00Z") { places { place { slug } max } geoJSON } }',
  )
  expect(figuresByPlace.places).toEqual([
    { place: { slug: 'odesa' }, max: 4 },
    { place: { slug: 'kyiv' }, max: 5 },
  ])
  expect(figuresByPlace.geoJSON).toMatchObject({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: {
          type: 'Point',
          coordinates: [expect.closeTo(30.7, 0), expect.closeTo(46.5, 0)],
        },
        properties: { slug: 'odesa', name: 'Odesa', claimCount: 1, latest: 4 },
      },
      { properties: { slug: 'kyiv' } },
    ],
  })
})
