import { afterEach, beforeEach, expect, test } from 'vitest'
import { reprocessArticle } from '../../../src/actions/reprocess-article.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const TEXT =
  'Police said 6 lorries were stolen in Odesa.\n\nPolice said 9 boats were stolen in Kyiv.'
const publishedAt = new Date('2025-12-23T08:00:00Z')

let app: TestApp
let key: string
beforeEach(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  await app.ingest({ externalId: 'a', publishedAt, bodyText: TEXT })
})
afterEach(() => app.close())

const REVIEW = `mutation ($input: ReviewFigureInput!) { reviewFigure(input: $input) { __typename
  ... on ReviewFigurePayload { figure { id value minValue maxValue qualifier unit population reviewStatus metric { key } places { slug } period { start text } attribution { kind label claimant { slug } } claim { value } } }
  ... on Error { code message } } }`

const figureId = async (value: number) => {
  const { id } = await app.db.figure.findFirstOrThrow({ where: { value } })
  return Buffer.from(`Figure:${id}`).toString('base64')
}
const review = async (input: object, as = key) =>
  (await app.read(REVIEW, { variables: { input }, key: as })).reviewFigure

const LISTS = `{
  figures { totalCount edges { node { value } } }
  claims { totalCount }
  article(slug: "quiet-day") { figures { totalCount edges { node { value } } } }
  stolen: metric(key: "lorries-stolen") { figures { totalCount } claims { totalCount } }
  articles(filter: { figures: { value: { eq: 6 } } }) { totalCount }
  place(slug: "odesa") { figures { totalCount } claims { totalCount } }
  search(query: "figure:lorries", types: [ARTICLE]) { totalCount }
}`

test('a rejected figure leaves every list, its claim and the index, and comes back when it is accepted', async () => {
  const before = await app.read(LISTS)
  const id = await figureId(6)
  expect((await review({ id, decision: 'REJECT' })).figure).toMatchObject({
    reviewStatus: 'REJECTED',
    claim: null,
  })
  const nine = { totalCount: 1, edges: [{ node: { value: 9 } }] }
  expect(await app.read(LISTS)).toEqual({
    figures: nine,
    claims: { totalCount: 1 },
    article: { figures: nine },
    stolen: null,
    articles: { totalCount: 0 },
    place: { figures: { totalCount: 0 }, claims: { totalCount: 0 } },
    search: { totalCount: 0 },
  })
  expect(await app.read(`{ node(id: "${id}") { id } }`)).toEqual({ node: null })
  expect(await app.read(`{ node(id: "${id}") { id } }`, { key })).toEqual({ node: { id } })
  const rejected = '{ figures(filter: { reviewStatus: { eq: REJECTED } }) { totalCount } }'
  expect(await app.read(rejected)).toEqual({ figures: { totalCount: 0 } })
  expect(await app.read(rejected, { key })).toEqual({ figures: { totalCount: 1 } })
  await review({ id, decision: 'ACCEPT' })
  expect(await app.read(LISTS)).toEqual(before)
})

test('an amended figure says what the reviewer says, and so does its claim', async () => {
  const kyiv = await app.db.entity.findUniqueOrThrow({ where: { slug: 'kyiv' } })
  const place = Buffer.from(`Place:${kyiv.id}`).toString('base64')
  const { figure } = await review({
    id: await figureId(6),
    decision: 'AMEND',
    changes: {
      value: null,
      minValue: 5,
      maxValue: 7,
      qualifier: 'BETWEEN',
      unit: 'lorries',
      metric: 'boats-stolen',
      population: 'of the depot',
      places: [place],
      period: {
        start: '2025-12-22T00:00:00Z',
        end: '2025-12-23T00:00:00Z',
        precision: 'DAY',
        text: 'on Monday',
      },
      attribution: { kind: 'ANONYMOUS', label: 'A driver' },
    },
  })
  expect(figure).toMatchObject({
    value: null,
    minValue: 5,
    maxValue: 7,
    qualifier: 'BETWEEN',
    population: 'of the depot',
    reviewStatus: 'AMENDED',
    metric: { key: 'boats-stolen' },
    places: [{ slug: 'kyiv' }],
    period: { start: '2025-12-22T00:00:00.000Z', text: 'on Monday' },
    attribution: { kind: 'ANONYMOUS', label: 'A driver', claimant: null },
  })
  const { claims } = await app.read(
    '{ claims(filter: { metric: { key: { eq: "boats-stolen" } } }) { edges { node { value minValue maxValue places { slug } } } } }',
  )
  expect(claims.edges.map(({ node }: { node: object }) => node)).toEqual([
    { value: 9, minValue: null, maxValue: null, places: [{ slug: 'kyiv' }] },
    { value: null, minValue: 5, maxValue: 7, places: [{ slug: 'kyiv' }] },
  ])
})

test('the audit log has what was before and after, so that an amendment can be undone', async () => {
  const id = await figureId(6)
  await review({ id, decision: 'AMEND', changes: { value: 7 } })
  const audit = await app.db.auditEvent.findFirstOrThrow({ where: { action: 'reviewFigure' } })
  expect(audit.details).toMatchObject({
    decision: 'AMEND',
    before: { value: 6, reviewStatus: 'UNREVIEWED' },
    after: { value: 7, reviewStatus: 'AMENDED' },
  })
  const undone = await review({ id, decision: 'AMEND', changes: { value: 6 } })
  expect(undone.figure).toMatchObject({ value: 6, claim: { value: 6 } })
})

test('no extraction changes what a reviewer decided, nor brings back what was rejected', async () => {
  await review({ id: await figureId(6), decision: 'AMEND', changes: { value: 60 } })
  await review({ id: await figureId(9), decision: 'REJECT' })
  const { id: articleId } = await app.db.article.findFirstOrThrow()
  const context = { db: app.db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now: NOW }
  await reprocessArticle(context, { articleId, all: true })
  await app.ingest({ externalId: 'a', publishedAt, bodyText: TEXT, topics: [{ name: 'Crime' }] })
  const rows = await app.db.figure.findMany({ orderBy: { id: 'asc' } })
  expect(rows.map(({ value, reviewStatus }) => [value, reviewStatus])).toEqual([
    [60, 'AMENDED'],
    [9, 'REJECTED'],
  ])
  const { figures } = await app.read('{ figures { edges { node { value claim { value } } } } }')
  expect(figures.edges).toEqual([{ node: { value: 60, claim: { value: 60 } } }])
})

test('numbers that contradict each other are refused, and nothing is changed', async () => {
  const id = await figureId(6)
  const cases = [
    [{ minValue: 5, maxValue: 7 }, 'give a "value" or a range, and null for the other'],
    [{ qualifier: 'BETWEEN' }, 'BETWEEN needs "minValue" and "maxValue", and null as "value"'],
    [
      { value: null, minValue: 7, maxValue: 5, qualifier: 'BETWEEN' },
      '"minValue" must be less than "maxValue"',
    ],
  ] as const
  for (const [changes, problem] of cases) {
    expect(await review({ id, decision: 'AMEND', changes })).toEqual({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      message: `input.changes: ${problem}.`,
    })
  }
  const unknown = await review({ id, decision: 'AMEND', changes: { metric: 'nothing' } })
  expect(unknown).toMatchObject({ __typename: 'NotFoundError' })
  const row = await app.db.figure.findFirstOrThrow({ where: { value: 6 } })
  expect(row.reviewStatus).toBe('UNREVIEWED')
})

test('AMEND needs changes, ACCEPT and REJECT take none', async () => {
  const id = await figureId(6)
  expect(await review({ id, decision: 'AMEND' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await review({ id, decision: 'ACCEPT', changes: { value: 1 } })).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'input.changes: ACCEPT changes nothing. Send the decision AMEND to change it.',
  })
})

test('a decision on what somebody else changed meanwhile is a conflict', async () => {
  const id = await figureId(6)
  expect(await review({ id, decision: 'ACCEPT', expectedRevision: 2 })).toEqual({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message:
      "input.expectedRevision: the article's current revision is 1, not 2. Look at its text again.",
  })
  const expected = { expectedRevision: 1, expectedStatus: 'UNREVIEWED' }
  expect((await review({ id, decision: 'ACCEPT', ...expected })).figure.reviewStatus).toBe(
    'ACCEPTED',
  )
  expect(await review({ id, decision: 'REJECT', ...expected })).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('it is ACCEPTED by now, not UNREVIEWED'),
  })
})

test('it needs REVIEW, and of what the key may not see it knows nothing', async () => {
  const id = await figureId(6)
  const variables = { input: { id, decision: 'ACCEPT' } }
  const code = async (options: object) =>
    (await app.ask(REVIEW, { variables, ...options })).errors[0]?.extensions?.code
  expect(await code({})).toBe('UNAUTHENTICATED')
  expect(await code({ key: await app.makeKey('INGEST', 'READ_UNPUBLISHED') })).toBe('FORBIDDEN')
  await app.ingest({ externalId: 'a', publishedAt, bodyText: TEXT, status: 'DRAFT' })
  const hidden = await review(variables.input)
  expect(hidden).toEqual(await review({ ...variables.input, id: btoa('Figure:999') }))
  expect(hidden.message).toBe('There is no such figure.')
  const reader = await app.makeKey('REVIEW', 'READ_UNPUBLISHED')
  expect((await review(variables.input, reader)).figure.reviewStatus).toBe('ACCEPTED')
})
