import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const RAID = (count: number) =>
  `Russia launched ${count} drones overnight, according to the Ukrainian Air Force.\n\nOfficials said 12 people were injured in Odesa.`
const CORRECT = `mutation ($input: CorrectArticleInput!) { correctArticle(input: $input) { __typename
  ... on CorrectArticlePayload {
    revision { number kind }
    article { bodyText corrections { kind text revision { number } figures { id value status supersededBy { id value } } } figures { edges { node { id value } } } }
  }
  ... on Error { code message } ... on RevisionConflictError { expectedRevision currentRevision } } }`
const correct = async (input: object, key: string = ADMIN_KEY) =>
  (await app.read(CORRECT, { variables: { input }, key })).correctArticle

async function publish(externalId: string, bodyText = RAID(635)) {
  const { slug } = await app.ingest({
    externalId,
    headline: `Raid ${externalId}`,
    publishedAt: new Date('2025-12-22T08:00:00Z'),
    bodyText,
  })
  const { article } = await app.read(
    `{ article(slug: "${slug}") { id figures { edges { node { id value } } } mentions { edges { node { id } } } } }`,
  )
  return article
}
const ids = (article: { figures: { edges: { node: { id: string; value: number } }[] } }) =>
  article.figures.edges.map(({ node }) => [node.value, node.id])

describe('a correction of 635 to 653', () => {
  test('supersedes the figure, moves the series, and leaves a trace', async () => {
    const { id, ...before } = await publish('trace')
    const [, old] = ids(before)[0] ?? []
    const notice = 'An earlier version said that 635 drones were launched. It was 653.'
    const answer = await correct({ id, text: notice, bodyText: RAID(653), expectedRevision: 1 })
    const [, now] = ids(answer.article)[0] ?? []
    expect(answer).toEqual({
      __typename: 'CorrectArticlePayload',
      revision: { number: 2, kind: 'CORRECTION' },
      article: {
        bodyText: RAID(653),
        corrections: [
          {
            kind: 'CORRECTION',
            text: notice,
            revision: { number: 2 },
            figures: [
              {
                id: old,
                value: 635,
                status: 'SUPERSEDED',
                supersededBy: { id: now, value: 653 },
              },
            ],
          },
        ],
        // What did not change keeps its id.
        figures: {
          edges: [
            { node: { id: now, value: 653 } },
            { node: { id: ids(before)[1]?.[1], value: 12 } },
          ],
        },
      },
    })
    const { node, figureSeries, claims } = await app.read(`{
      node(id: "${old}") { ... on Figure { value status span { exact } supersededBy { value } } }
      figureSeries(metric: "drones-launched", interval: DAY) { points { value revisions { value } } }
      claims(filter: { metric: { key: { eq: "drones-launched" } } }) { edges { node { value articleCount } } }
    }`)
    expect(node).toEqual({
      value: 635,
      status: 'SUPERSEDED',
      span: { exact: '635 drones' },
      supersededBy: { value: 653 },
    })
    expect(figureSeries.points).toEqual([{ value: 653, revisions: [{ value: 635 }] }])
    expect(claims.edges).toEqual([{ node: { value: 653, articleCount: 1 } }])
    await app.db.article.deleteMany({ where: { externalId: 'trace' } })
  })
})
