import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
const story = (source: string, day: number, bodyText: string, externalId = `day-${day}`) =>
  app.ingest({
    source,
    externalId,
    headline: `${source} ${day}`,
    publishedAt: new Date(Date.UTC(2025, 11, day, 8)),
    bodyText,
  })
const launched = (count: number, who = 'the Ukrainian Air Force') =>
  `Russia launched ${count} drones overnight, according to ${who}.`

beforeAll(async () => {
  app = await createTestApp()
  for (const outlet of ['wire', 'courier', 'post']) await story(outlet, 18, launched(412))
  await story('courier', 18, launched(350, 'the Russian Defense Ministry'), 'ministry')
  await story('wire', 22, launched(124))
  await story('wire', 23, launched(653))
})
afterAll(() => app.close())

const SERIES = `points { start value minValue maxValue articleCount method hasPeriod
  attribution { kind label claimant { slug } } claims { value articleCount } revisions { value reportedAt claim { value } } }`

describe('figureSeries', () => {
  test('three outlets on one raid are one point with articleCount 3', async () => {
    const { figureSeries } = await app.read(
      `{ figureSeries(metric: "drones-launched", interval: DAY, to: "2025-12-19T00:00:00Z") { metric { key } interval leftOutCount ${SERIES} } }`,
    )
    expect(figureSeries).toEqual({
      metric: { key: 'drones-launched' },
      interval: 'DAY',
      leftOutCount: 0,
      points: [
        {
          start: '2025-12-18T00:00:00.000Z',
          value: 412,
          minValue: 412,
          maxValue: 412,
          articleCount: 3,
          method: 'REPORTED',
          hasPeriod: true,
          attribution: {
            kind: 'NAMED',
            label: 'Ukrainian Air Force',
            claimant: { slug: 'ukrainian-air-force' },
          },
          claims: [{ value: 412, articleCount: 3 }],
          revisions: [],
        },
        expect.objectContaining({ value: 350, articleCount: 1 }),
      ],
    })
  })

  test('adds up by month, for the claimants one asks for', async () => {
    const { figureSeries } = await app.read(
      '{ figureSeries(metric: "drones-launched", claimants: ["ukrainian-air-force"], interval: MONTH) { points { value method articleCount } } }',
    )
    expect(figureSeries.points).toEqual([
      { value: 412 + 124 + 653, method: 'SUM', articleCount: 5 },
    ])
  })

  test('refuses to add up overlapping periods, with a typed error', async () => {
    await story(
      'radio',
      24,
      'The Ukrainian Air Force said that Russia launched 4,300 drones in December.',
    )
    const { data, errors } = await app.ask(
      '{ figureSeries(metric: "drones-launched", interval: MONTH) { points { value } } }',
    )
    expect(data).toBeNull()
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/MONTH from 2025-12-01 cannot be added up: .* overlap/),
      extensions: { code: 'NOT_ADDITIVE' },
    })
  })

  test('shows what a claimant had said before as revisions', async () => {
    await story(
      'courier',
      24,
      'The Ukrainian Air Force said that Russia launched 661 drones on 23 December.',
    )
    const { figureSeries } = await app.read(
      `{ figureSeries(metric: "drones-launched", interval: DAY, from: "2025-12-23T00:00:00Z", to: "2025-12-24T00:00:00Z") { ${SERIES} } }`,
    )
    expect(figureSeries.points).toMatchObject([
      {
        value: 661,
        revisions: [{ value: 653, reportedAt: '2025-12-23T08:00:00.000Z', claim: { value: 653 } }],
      },
    ])
  })

  test('has no metric that there is not, or that one may not see', async () => {
    await app.ingest({
      source: 'wire',
      externalId: 'draft',
      status: 'DRAFT',
      bodyText: 'Officials said 77 secretive wagons were stolen.',
    })
    for (const key of ['nothing', 'secretive-wagons-stolen', 'wagons-stolen']) {
      const { errors } = await app.ask(
        `{ figureSeries(metric: "${key}", interval: DAY) { points { value } } }`,
      )
      expect(errors[0]).toMatchObject({
        message: `There is no metric "${key}": "metrics" lists those there are.`,
        extensions: { code: 'NOT_FOUND' },
      })
    }
  })

  test('knows a metric by its synonyms', async () => {
    const { metric, figureSeries } = await app.read(`{
      metric(key: "uavs-launched") { key label unit aggregation description }
      figureSeries(metric: "drones-fired", interval: AS_REPORTED, claimants: ["russian-defense-ministry"]) { metric { key } points { value } }
    }`)
    expect(metric).toEqual({
      key: 'drones-launched',
      label: 'Drones launched',
      unit: 'drones',
      aggregation: 'FLOW',
      description: 'Unmanned aircraft sent to attack.',
    })
    expect(figureSeries).toEqual({ metric: { key: 'drones-launched' }, points: [{ value: 350 }] })
  })
})

describe('conflicts', () => {
  test('show both sides, the spread and the articles behind each', async () => {
    const { conflicts } = await app.read(
      '{ conflicts(metric: "drones-launched") { totalCount edges { node { metric { key } start end hasPeriod places { slug } unit spread { min max ratio } sides { value attribution { label claimant { slug } } claims { value articleCount } earlierClaims { value } } } } } }',
    )
    expect(conflicts).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            metric: { key: 'drones-launched' },
            start: '2025-12-18T00:00:00.000Z',
            end: '2025-12-19T00:00:00.000Z',
            hasPeriod: true,
            places: [],
            unit: null,
            spread: { min: 350, max: 412, ratio: 412 / 350 },
            sides: [
              {
                value: 350,
                attribution: {
                  label: 'Russian Defense Ministry',
                  claimant: { slug: 'russian-defense-ministry' },
                },
                claims: [{ value: 350, articleCount: 1 }],
                earlierClaims: [],
              },
              {
                value: 412,
                attribution: {
                  label: 'Ukrainian Air Force',
                  claimant: { slug: 'ukrainian-air-force' },
                },
                claims: [{ value: 412, articleCount: 3 }],
                earlierClaims: [],
              },
            ],
          },
        },
      ],
    })
  })

  test('come in pages, latest first', async () => {
    for (const [day, count] of [
      [4, 10],
      [6, 20],
      [8, 30],
    ] as const) {
      await story('wire', day, launched(count))
      await story('post', day, launched(count + 5, 'the Russian Defense Ministry'))
    }
    const page = async (args: string) =>
      (
        await app.read(
          `{ conflicts(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } edges { node { spread { min } } } } }`,
        )
      ).conflicts
    const values = (one: { edges: { node: { spread: { min: number } } }[] }) =>
      one.edges.map(({ node }) => node.spread.min)
    const first = await page('first: 2')
    expect([values(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([
      [350, 30],
      4,
      true,
    ])
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
    expect([values(second), second.pageInfo.hasNextPage]).toEqual([[20, 10], false])
    const back = await page(`last: 1, before: "${second.pageInfo.startCursor}"`)
    expect([values(back), back.pageInfo.hasPreviousPage]).toEqual([[30], true])
    expect(values(await page('to: "2025-12-07T00:00:00Z"'))).toEqual([20, 10])
    expect(values(await page('metric: "people-killed"'))).toEqual([])
    expect(values(await page('place: "kyiv"'))).toEqual([])
  })
})
