import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let key: string
beforeAll(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  const publishedAt = new Date('2025-12-23T08:00:00Z')
  const bodyText =
    'Police said 6 lorries were stolen in Odesa.\n\nThe Dock Union said 9 boats were stolen in Kyiv.'
  await app.ingest({ externalId: 'a', publishedAt, bodyText })
  await app.ingest({ externalId: 'b', publishedAt, bodyText, status: 'DRAFT' })
  // Confidences of our own, two of them equal across kinds.
  const figures = await app.db.figure.findMany({ orderBy: { id: 'asc' } })
  for (const [i, { id }] of figures.entries()) {
    await app.db.figure.update({ where: { id }, data: { confidence: [0.4, 0.9][i % 2] ?? 0 } })
  }
  await app.db.mention.updateMany({ data: { confidence: 0.4 } })
})
afterAll(() => app.close())

const QUEUE = `query ($first: Int, $after: String, $kinds: [ReviewKind!], $max: Float, $status: ReviewStatus) {
  reviewQueue(first: $first, after: $after, kinds: $kinds, maxConfidence: $max, status: $status) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { __typename ... on Figure { id value confidence article { slug } } ... on Mention { id span { exact } confidence } } } } }`
const queue = async (variables: object, as = key) =>
  (await app.read(QUEUE, { variables: { status: 'UNREVIEWED', ...variables }, key: as }))
    .reviewQueue

test('the least certain come first, both kinds in one order, and pages do not overlap', async () => {
  const all = await queue({ first: 100 })
  const nodes = all.edges.map(({ node }: { node: { __typename: string; confidence: number } }) => [
    node.__typename,
    node.confidence,
  ])
  expect(nodes).toEqual([
    ['Figure', 0.4],
    ...Array(nodes.length - 2).fill(['Mention', 0.4]),
    ['Figure', 0.9],
  ])
  expect(all.totalCount).toBe(nodes.length)
  const paged = []
  for (let after: string | null = null; ; ) {
    const page = await queue({ first: 2, after })
    paged.push(...page.edges)
    if (!page.pageInfo.hasNextPage) break
    after = page.pageInfo.endCursor
  }
  expect(paged).toEqual(all.edges)
})

test('it is narrowed by kind, confidence and status', async () => {
  expect((await queue({ kinds: ['FIGURE'] })).totalCount).toBe(2)
  expect((await queue({ kinds: ['FIGURE'], max: 0.5 })).totalCount).toBe(1)
  expect((await queue({ status: 'REJECTED' })).totalCount).toBe(0)
  const wrong = await app.ask(QUEUE, { variables: { max: 2, status: 'UNREVIEWED' }, key })
  expect(wrong.errors[0]?.extensions?.code).toBe('INVALID_INPUT')
})

test('it needs REVIEW, and has what the reviewer may see', async () => {
  const { errors } = await app.ask(QUEUE, { variables: { status: 'UNREVIEWED' } })
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  const reader = await app.makeKey('REVIEW', 'READ_UNPUBLISHED')
  const [seen, all] = [await queue({}), await queue({}, reader)]
  expect(all.totalCount).toBe(2 * seen.totalCount)
  expect((await queue({}, ADMIN_KEY)).totalCount).toBe(all.totalCount)
})

test('the next page of each kind is sought in an index', async () => {
  app.statements.length = 0
  await queue({ first: 2, after: (await queue({ first: 1 })).pageInfo.endCursor })
  const sql = app.statements.filter((text) => text.includes('UNION ALL')).at(-1) ?? ''
  const plan = await app.db.$queryRawUnsafe<{ detail: string }[]>(
    `EXPLAIN QUERY PLAN ${sql}`,
    ...Array(sql.split('?').length - 1).fill(1),
  )
  const steps = plan.map(({ detail }) => detail)
  for (const table of ['Figure', 'Mention']) {
    const index = `${table}_reviewStatus_current_confidence_id_idx`
    expect(steps).toContain(
      `SEARCH x USING INDEX ${index} (reviewStatus=? AND current=? AND confidence>? AND confidence<?)`,
    )
  }
})
