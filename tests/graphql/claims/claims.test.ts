import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const RAID = 'Russia launched 635 drones overnight, according to the Ukrainian Air Force.'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    source: 'wire',
    externalId: 'raid',
    headline: 'Raid on the grid',
    publishedAt: new Date('2025-12-23T07:00:00Z'),
    bodyText: RAID,
  })
  await app.ingest({
    source: 'courier',
    externalId: 'raid',
    headline: 'Night of drones',
    publishedAt: new Date('2025-12-23T11:00:00Z'),
    bodyText: `${RAID}\n\nThe Russian Defense Ministry said 600 drones were launched overnight.`,
  })
  await app.ingest({
    source: 'post',
    externalId: 'raid',
    headline: 'Largest raid so far',
    publishedAt: new Date('2025-12-24T06:00:00Z'),
    bodyText: 'The Ukrainian Air Force said that Russia launched 635 drones on 23 December.',
  })
})
afterAll(() => app.close())

const CLAIM = `value minValue maxValue qualifier unit population metric { key } places { slug }
  period { start end precision } attribution { kind label claimant { slug } }
  articleCount firstReportedAt lastReportedAt`
const RAID_CLAIM = {
  value: 635,
  minValue: null,
  maxValue: null,
  qualifier: 'EXACT',
  unit: 'drones',
  population: null,
  metric: { key: 'drones-launched' },
  places: [],
  period: {
    start: '2025-12-23T00:00:00.000Z',
    end: '2025-12-24T00:00:00.000Z',
    precision: 'DAY',
  },
  attribution: {
    kind: 'NAMED',
    label: 'Ukrainian Air Force',
    claimant: { slug: 'ukrainian-air-force' },
  },
  articleCount: 3,
  firstReportedAt: '2025-12-23T07:00:00.000Z',
  lastReportedAt: '2025-12-24T06:00:00.000Z',
}

describe('what three outlets report', () => {
  test('is one claim: a reprint raises the count, never the value', async () => {
    const { claims } = await app.read(
      `{ claims(filter: { metric: { key: { eq: "drones-launched" } } }, orderBy: { field: VALUE, direction: DESC }) { totalCount edges { node { ${CLAIM} } } } }`,
    )
    expect(claims.totalCount).toBe(2)
    expect(claims.edges[0].node).toEqual(RAID_CLAIM)
    expect(claims.edges[1].node).toMatchObject({
      value: 600,
      articleCount: 1,
      attribution: { claimant: { slug: 'russian-defense-ministry' } },
    })
  })

  test('is reached from a figure, from its metric and from whoever says it, and leads to every figure', async () => {
    const { article, metric, organization } = await app.read(`{
      article(slug: "night-of-drones") { figures(first: 1) { edges { node { claim { id articleCount figures { totalCount edges { node { article { headline } } } } } } } } }
      metric(key: "drones-launched") { claims { totalCount edges { node { value } } } }
      organization(slug: "ukrainian-air-force") {
        claims(role: CLAIMANT) { totalCount edges { node { id value } } }
        both: claims { totalCount }
        elsewhere: claims(role: PLACE) { totalCount }
      }
    }`)
    const { claim } = article.figures.edges[0].node
    expect(claim).toEqual({
      id: expect.any(String),
      articleCount: 3,
      figures: {
        totalCount: 3,
        edges: ['Largest raid so far', 'Night of drones', 'Raid on the grid'].map((headline) => ({
          node: { article: { headline } },
        })),
      },
    })
    expect(metric.claims.edges.map(({ node }: { node: object }) => node)).toEqual([
      { value: 600 },
      { value: 635 },
    ])
    expect(organization).toEqual({
      claims: { totalCount: 1, edges: [{ node: { id: claim.id, value: 635 } }] },
      both: { totalCount: 1 },
      elsewhere: { totalCount: 0 },
    })
    const { node } = await app.read(`{ node(id: "${claim.id}") { ... on Claim { ${CLAIM} } } }`)
    expect(node).toEqual(RAID_CLAIM)
  })

  test('is found by claimant, value, period, unit and the articles that print it', async () => {
    const count = async (filter: string) =>
      (await app.read(`{ claims(filter: ${filter}) { totalCount } }`)).claims.totalCount
    expect(await count('{ claimant: { slug: { eq: "ukrainian-air-force" } } }')).toBe(1)
    expect(await count('{ value: { gt: 600 } }')).toBe(1)
    expect(await count('{ period: { gte: "2025-12-24T00:00:00Z" } }')).toBe(0)
    expect(await count('{ period: { lt: "2025-12-24T00:00:00Z" } }')).toBe(2)
    expect(await count('{ unit: { eq: "percent" } }')).toBe(0)
    expect(await count('{ places: { slug: { eq: "kyiv" } } }')).toBe(0)
    expect(await count('{ figures: { article: { source: { slug: { eq: "courier" } } } } }')).toBe(2)
    expect(await count('{ figures: { attributionLabel: { contains: "defense" } } }')).toBe(1)
  })
})

test('the count is that of the articles one may see, and a claim that only a draft makes is none', async () => {
  await app.ingest({
    source: 'weekly',
    externalId: 'draft',
    headline: 'Analysis',
    status: 'DRAFT',
    publishedAt: new Date('2025-12-23T05:00:00Z'),
    bodyText:
      'The Ukrainian Air Force said that Russia launched 635 drones on 23 December.\n\nOfficials said 44 people were arrested in Oslo.',
  })
  const read = (key?: string) =>
    app.read(
      '{ claims(filter: { value: { eq: 635 } }) { edges { node { articleCount firstReportedAt figures { totalCount } } } } drafted: claims(filter: { value: { eq: 44 } }) { totalCount } }',
      key === undefined ? {} : { key },
    )
  expect(await read()).toEqual({
    claims: {
      edges: [
        {
          node: {
            articleCount: 3,
            firstReportedAt: '2025-12-23T07:00:00.000Z',
            figures: { totalCount: 3 },
          },
        },
      ],
    },
    drafted: { totalCount: 0 },
  })
  expect(await read(await app.makeKey('READ_UNPUBLISHED'))).toEqual({
    claims: {
      edges: [
        {
          node: {
            articleCount: 4,
            firstReportedAt: '2025-12-23T05:00:00.000Z',
            figures: { totalCount: 4 },
          },
        },
      ],
    },
    drafted: { totalCount: 1 },
  })
})

test('a claim that an update takes back is gone, and one that it changes counts anew', async () => {
  const story = {
    source: 'radio',
    externalId: 'toll',
    publishedAt: new Date('2025-12-20T07:00:00Z'),
  }
  const values = async () =>
    (
      await app.read(
        '{ claims(filter: { metric: { key: { eq: "people-killed" } } }) { edges { node { value articleCount places { slug } } } } }',
      )
    ).claims.edges.map(({ node }: { node: object }) => node)
  await app.ingest({ ...story, bodyText: 'Police said 3 people were killed in Odesa.' })
  expect(await values()).toEqual([{ value: 3, articleCount: 1, places: [{ slug: 'odesa' }] }])
  await app.ingest({ ...story, bodyText: 'Police said 4 people were killed in Odesa.' })
  expect(await values()).toEqual([{ value: 4, articleCount: 1, places: [{ slug: 'odesa' }] }])
  await app.ingest({ ...story, bodyText: 'Nobody was hurt, police said.' })
  expect(await app.db.claim.count({ where: { value: { in: [3, 4] } } })).toBe(0)
})
