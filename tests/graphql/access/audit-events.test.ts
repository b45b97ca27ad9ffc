import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let figure: string
beforeAll(async () => {
  app = await createTestApp()
  const publishedAt = new Date('2025-12-23T08:00:00Z')
  const bodyText = 'Police said 6 lorries were stolen in Odesa.'
  await app.ingest({ externalId: 'a', publishedAt, headline: 'Theft', bodyText })
  const { id } = await app.db.figure.findFirstOrThrow()
  figure = Buffer.from(`Figure:${id}`).toString('base64')
  for (const decision of ['ACCEPT', 'REJECT']) {
    await app.read(
      `mutation { reviewFigure(input: { id: "${figure}", decision: ${decision} }) { __typename } }`,
      { key: ADMIN_KEY },
    )
  }
  await app.db.auditEvent.create({
    data: {
      actor: 'operator',
      action: 'eraseArticle',
      targetType: 'Article',
      targetId: 999,
      details: {},
    },
  })
})
afterAll(() => app.close())

const QUERY = `query ($filter: AuditEventFilter, $first: Int) { auditEvents(first: $first, filter: $filter) { totalCount
  edges { node { action actor targetType details target { __typename ... on Figure { value } ... on Article { headline } } } } } }`
const events = async (filter: object = {}) =>
  (await app.read(QUERY, { variables: { filter }, key: ADMIN_KEY })).auditEvents

test('who did what to what, newest first; what is gone is null, what is rejected is there', async () => {
  const { edges } = await events()
  expect(
    edges.map(({ node }: { node: { action: string; target: object } }) => [
      node.action,
      node.target,
    ]),
  ).toEqual([
    ['eraseArticle', null],
    ['reviewFigure', { __typename: 'Figure', value: 6 }],
    ['reviewFigure', { __typename: 'Figure', value: 6 }],
    ['ingestArticle', { __typename: 'Article', headline: 'Theft' }],
  ])
  expect(edges[1].node.details).toMatchObject({
    decision: 'REJECT',
    before: { reviewStatus: 'ACCEPTED' },
    after: { reviewStatus: 'REJECTED' },
  })
})

test('it is narrowed by actor, action, target and time', async () => {
  expect((await events({ action: 'reviewFigure' })).totalCount).toBe(2)
  expect((await events({ actor: 'operator' })).totalCount).toBe(2)
  expect((await events({ target: figure })).totalCount).toBe(2)
  expect((await events({ to: '2000-01-01T00:00:00Z' })).totalCount).toBe(0)
  expect((await events({ from: '2000-01-01T00:00:00Z' })).totalCount).toBe(4)
})

test('it needs ADMIN', async () => {
  const { errors } = await app.ask(QUERY, { key: await app.makeKey('REVIEW', 'INGEST') })
  expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
})

test('as many statements for many lines as for one', async () => {
  const count = async (first: number) => {
    app.statements.length = 0
    await app.read(QUERY, {
      variables: { first, filter: { action: 'reviewFigure' } },
      key: ADMIN_KEY,
    })
    return app.statements.length
  }
  expect(await count(2)).toBe(await count(1))
})
