import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ADMIN_KEY, createTestApp, NOW } from '../../support/test-app.ts'

const ERASE = `mutation ($input: EraseArticleInput!) { eraseArticle(input: $input) { __typename
  ... on EraseArticlePayload { erasedId } ... on Error { code } } }`

async function setUp() {
  const app = await createTestApp()
  onTestFinished(app.close)
  const ingest = async (input: object) => {
    const { articleId } = await app.ingest({
      publishedAt: new Date(NOW.getTime() - 60_000),
      ...input,
    })
    return Buffer.from(`Article:${articleId}`).toString('base64')
  }
  const erase = async (input: object, key: string = ADMIN_KEY) =>
    app.ask(ERASE, { variables: { input }, key })
  return { ...app, ingest, erase }
}

test('erasing leaves a line in the audit log, an event with the id, and what others say too', async () => {
  const { db, read, ingest, erase } = await setUp()
  await ingest({
    externalId: 'other',
    headline: 'Other',
    bodyText: 'Officials in Oslo said 5 boats sank. Mrs Anna Berg wept.',
  })
  const tables = async () => ({
    articles: await db.article.count(),
    revisions: await db.articleRevision.count(),
    mentions: await db.mention.findMany({ select: { id: true } }),
    figures: await db.figure.findMany({ select: { id: true, claimId: true } }),
    claims: await db.claim.findMany({ select: { id: true, identity: true } }),
    entities: await db.entity.findMany({ select: { id: true, name: true } }),
    aliases: await db.alias.findMany({ select: { id: true, name: true } }),
    metrics: await db.metric.findMany({ select: { id: true, key: true } }),
    topics: await db.topic.findMany(),
    urls: await db.articleUrl.findMany(),
    deliveries: await db.delivery.findMany(),
    notices: await db.correction.findMany(),
  })
  const before = await tables()
  const id = await ingest({
    externalId: 'gone',
    headline: 'Quibberish news',
    url: 'https://wire.example/quibberish',
    topics: [{ name: 'Quibberish' }],
    bodyText:
      'Mr Zoltan Quibberish of Oslo said 5 boats sank and 77 quibberish wagons were stolen. Mrs Anna Berg wept. Berg left.',
    entities: [{ type: 'PERSON', name: 'Anna Berg', externalId: 'quibberish-7' }],
  })
  await ingest({
    externalId: 'gone',
    headline: 'Quibberish, later',
    bodyText: 'Mr Zoltan Quibberish said 78 quibberish wagons were stolen.',
    correction: { kind: 'CORRECTION', text: 'Quibberish counted again.' },
  })
  const { id: articleId, sourceId } = await db.article.findFirstOrThrow({
    where: { externalId: 'gone' },
  })
  await db.delivery.create({
    data: {
      sourceId,
      articleId,
      dedupeKey: 'd1',
      contentType: 'application/json',
      body: Buffer.from('{"body":"quibberish"}'),
    },
  })
  await db.auditEvent.create({
    data: {
      actor: 'test',
      action: 'reviewFigure',
      targetType: 'Figure',
      targetId: (await db.figure.findFirstOrThrow({ where: { articleId } })).id,
      details: { exact: '77 quibberish wagons' },
    },
  })
  const { data } = await erase({ id, expectedRevision: 2 })
  expect(data.eraseArticle).toEqual({ __typename: 'EraseArticlePayload', erasedId: id })

  expect(await tables()).toEqual(before)
  expect(
    await db.outboxEvent.findMany({
      where: { articleId },
      select: { type: true, audience: true, figureId: true, payload: true },
    }),
  ).toEqual([
    {
      type: 'article.erased',
      audience: 'EVERYONE',
      figureId: null,
      payload: { source: 'wire', revision: null },
    },
  ])
  const audit = await db.auditEvent.findMany({ orderBy: { id: 'asc' } })
  expect(JSON.stringify(audit)).not.toMatch(/quibberish/i)
  expect(audit.at(-1)).toMatchObject({
    action: 'eraseArticle',
    targetId: articleId,
    details: { revisions: 2 },
  })
  for (const key of [undefined, ADMIN_KEY]) {
    const answer = await read(
      `{ node(id: "${id}") { id } article(id: "${id}") { slug } search(query: "quibberish") { totalCount } claims { edges { node { articleCount } } } }`,
      key === undefined ? {} : { key },
    )
    expect(answer).toEqual({
      node: null,
      article: null,
      search: { totalCount: 0 },
      claims: { edges: [{ node: { articleCount: 1 } }] },
    })
  }

  const [{ file }] = await db.$queryRaw<[{ file: string }]>`
    SELECT "file" FROM pragma_database_list WHERE "name" = 'main'`
  for (const name of [file, `${file}-wal`]) {
    const bytes = (await readFile(name)).toString('latin1').toLowerCase()
    expect([name, bytes.includes('quibber')]).toEqual([name, false])
  }
})

test('an entity that a person reviewed stays', async () => {
  const { db, ingest, erase } = await setUp()
  const id = await ingest({ bodyText: 'Mr Zoltan Quibberish spoke.' })
  await db.entity.updateMany({ data: { reviewStatus: 'ACCEPTED' } })
  await erase({ id })
  expect(await db.entity.findMany({ select: { name: true } })).toEqual([
    { name: 'Zoltan Quibberish' },
  ])
})

test('only ADMIN erases, only what is there, and only at the expected revision', async () => {
  const { makeKey, ingest, erase, db } = await setUp()
  const id = await ingest({})
  const { errors } = await erase({ id }, await makeKey('INGEST', 'REVIEW', 'READ_UNPUBLISHED'))
  expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
  const answer = async (input: object) => (await erase(input)).data.eraseArticle.__typename
  expect(await answer({ id, expectedRevision: 2 })).toBe('RevisionConflictError')
  expect(await answer({ id: Buffer.from('Article:999').toString('base64') })).toBe('NotFoundError')
  expect(await db.article.count()).toBe(1)
})
