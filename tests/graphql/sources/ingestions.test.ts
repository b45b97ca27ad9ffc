import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiveDelivery } from '../../../src/actions/receive-delivery.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { GroupCommit } from '../../../src/db/group-commit.ts'
import { processDeliveries } from '../../../src/ingestion/process-deliveries.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

async function deliver(externalId: string, fields: object = {}, slug = 'courier') {
  const { id: sourceId } = await app.db.source.upsert({
    where: { slug },
    create: { slug, name: slug, nameKey: slug },
    update: {},
  })
  const payload = { externalId, headline: externalId, bodyText: 'Text.', ...fields }
  return receiveDelivery(
    { commits: new GroupCommit(app.db), actor: OPERATOR, now: NOW },
    {
      sourceId,
      senderId: null,
      contentType: 'application/json',
      topic: null,
      body: Buffer.from(JSON.stringify(payload)),
      event: { kind: 'REMOVE', externalId, at: null },
    },
  )
}

const processAll = () =>
  processDeliveries(
    { db: app.db, extractors: EMBEDDED_ONLY },
    {
      now: () => NOW,
      isStopped: () => false,
      onBug: (error) => {
        throw error
      },
    },
  )

describe('the list of ingestions', () => {
  const LIST = `query ($filter: IngestionFilter, $first: Int, $after: String) {
    ingestions(filter: $filter, first: $first, after: $after) {
      totalCount
      edges { node { externalId status } }
      pageInfo { hasNextPage endCursor }
    }
  }`
  const list = async (variables: object) =>
    (await app.read(LIST, { variables, key: ADMIN_KEY })).ingestions
  const idsOf = ({ edges }: { edges: { node: { externalId: string } }[] }) =>
    edges.map(({ node }) => node.externalId)

  test('has the newest first, in pages', async () => {
    for (const id of ['a', 'b', 'c']) await deliver(id)
    const first = await list({ first: 2 })
    expect([idsOf(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([
      ['c', 'b'],
      3,
      true,
    ])
    expect(idsOf(await list({ first: 2, after: first.pageInfo.endCursor }))).toEqual(['a'])
    const { errors } = await app.ask(LIST, { variables: { first: 101 }, key: ADMIN_KEY })
    expect(errors[0]?.extensions?.code).toBe('INVALID_INPUT')
  })

  test('is filtered by source, article and state', async () => {
    await deliver('a')
    await deliver('b', { bodyText: '' })
    await processAll()
    await deliver('a', {}, 'wire')
    expect(idsOf(await list({ filter: { source: 'courier' } }))).toEqual(['b', 'a'])
    expect(idsOf(await list({ filter: { externalId: 'a' } }))).toEqual(['a', 'a'])
    expect((await list({ filter: { status: ['FAILED', 'RECEIVED'] } })).edges).toEqual([
      { node: { externalId: 'a', status: 'RECEIVED' } },
      { node: { externalId: 'b', status: 'FAILED' } },
    ])
  })

  test('needs INGEST, like each ingestion', async () => {
    await deliver('a')
    const { edges } = (
      await app.read('{ ingestions { edges { node { id } } } }', { key: ADMIN_KEY })
    ).ingestions
    const { id } = edges[0].node
    const reader = await app.makeKey('READ_UNPUBLISHED')
    for (const query of [
      '{ ingestions { totalCount } }',
      `{ ingestion(id: "${id}") { status } }`,
    ]) {
      expect((await app.ask(query)).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
      expect((await app.ask(query, { key: reader })).errors[0]?.extensions?.code).toBe('FORBIDDEN')
    }
    const node = `{ node(id: "${id}") { __typename } }`
    expect(await app.read(node, { key: reader })).toEqual({ node: null })
    expect(await app.read(node, { key: ADMIN_KEY })).toEqual({ node: { __typename: 'Ingestion' } })
  })

  test('does not show a hidden article to a sender who may not see it', async () => {
    await deliver('public')
    await deliver('draft', { status: 'DRAFT' })
    await processAll()
    const sender = await app.makeKey('INGEST')
    const query = '{ ingestions { edges { node { externalId status article { headline } } } } }'
    const { ingestions } = await app.read(query, { key: sender })
    expect(ingestions.edges).toEqual([
      { node: { externalId: 'draft', status: 'DONE', article: null } },
      { node: { externalId: 'public', status: 'DONE', article: { headline: 'public' } } },
    ])
    const seen = await app.read(query, { key: ADMIN_KEY })
    expect(seen.ingestions.edges[0].node.article).toEqual({ headline: 'draft' })
  })

  test('costs the same number of SQL statements whatever its length', async () => {
    const query =
      '{ ingestions { totalCount edges { node { externalId article { headline } source { name } } } } }'
    const count = async () => {
      app.statements.length = 0
      await app.read(query, { key: ADMIN_KEY })
      return app.statements.length
    }
    await deliver('a')
    await processAll()
    const one = await count()
    for (const id of ['b', 'c', 'd', 'e']) await deliver(id)
    await processAll()
    expect(await count()).toBe(one)
  })
})

describe('replayIngestion', () => {
  const REPLAY = `mutation ($id: ID!) { replayIngestion(id: $id) {
    ... on ReplayIngestionPayload { ingestion { status outcome error attempts } }
    ... on Error { code message }
  } }`
  const globalId = async () =>
    (await app.read('{ ingestions(first: 1) { edges { node { id } } } }', { key: ADMIN_KEY }))
      .ingestions.edges[0].node.id

  test('has a failed one processed again, and says so in the audit log', async () => {
    const { id } = await deliver('a', { url: 'https://courier.example/a' })
    await app.ingest({ url: 'https://courier.example/a' })
    await processAll()
    await app.db.articleUrl.deleteMany()
    const variables = { id: await globalId() }
    const { replayIngestion } = await app.read(REPLAY, { variables, key: ADMIN_KEY })
    expect(replayIngestion).toEqual({
      ingestion: { status: 'RECEIVED', outcome: null, error: null, attempts: 0 },
    })
    await processAll()
    expect(await app.db.delivery.findUnique({ where: { id } })).toMatchObject({
      status: 'DONE',
      outcome: 'CREATED',
    })
    expect(
      await app.db.auditEvent.findFirst({ where: { action: 'replayIngestion' } }),
    ).toMatchObject({ targetId: id, details: { before: 'FAILED' } })
  })

  test('changes nothing of one that was taken in', async () => {
    await deliver('a')
    await processAll()
    await app.read(REPLAY, { variables: { id: await globalId() }, key: ADMIN_KEY })
    await processAll()
    expect(await app.db.delivery.findFirst()).toMatchObject({ outcome: 'UNCHANGED' })
    expect(await app.db.articleRevision.count()).toBe(1)
  })

  test('needs INGEST, and an ingestion that is there', async () => {
    await deliver('a')
    const variables = { id: await globalId() }
    expect((await app.ask(REPLAY, { variables })).errors[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    )
    const unknown = { id: Buffer.from('Ingestion:999').toString('base64') }
    const { replayIngestion } = await app.read(REPLAY, { variables: unknown, key: ADMIN_KEY })
    expect(replayIngestion).toEqual({
      code: 'NOT_FOUND',
      message:
        'There is no ingestion with this id: what was carried out is kept for DATELINE_DELIVERY_DAYS, what failed for DATELINE_FAILURE_DAYS. Have the CMS send it again.',
    })
  })
})

describe('rotateSourceSecret', () => {
  const ROTATE = `mutation ($input: RotateSourceSecretInput!) { rotateSourceSecret(input: $input) {
    ... on RotateSourceSecretPayload { secret }
    ... on Error { code message }
  } }`

  test('gives a source a secret, and keeps the one before for a day', async () => {
    await deliver('a')
    const rotate = async () =>
      (await app.read(ROTATE, { variables: { input: { slug: 'courier' } }, key: ADMIN_KEY }))
        .rotateSourceSecret.secret
    const [first, second] = [await rotate(), await rotate()]
    expect([first, second]).toEqual([
      expect.stringMatching(/^whsec_[\w+/]{43}=$/),
      expect.stringMatching(/^whsec_[\w+/]{43}=$/),
    ])
    expect(await app.db.source.findFirst()).toMatchObject({
      secret: second,
      previousSecret: first,
      previousSecretUntil: new Date(NOW.getTime() + 24 * 60 * 60 * 1000),
    })
    const audit = await app.db.auditEvent.findMany({ where: { action: 'rotateSourceSecret' } })
    expect(JSON.stringify(audit)).not.toContain('whsec')
  })

  test('needs ADMIN, a source that is there, and hours that make sense', async () => {
    const input = { slug: 'courier' }
    const key = await app.makeKey('INGEST')
    const { errors } = await app.ask(ROTATE, { variables: { input }, key })
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
    const codes = []
    for (const wrong of [input, { ...input, overlapHours: -1 }]) {
      const { rotateSourceSecret } = await app.read(ROTATE, {
        variables: { input: wrong },
        key: ADMIN_KEY,
      })
      codes.push(rotateSourceSecret.code)
    }
    expect(codes).toEqual(['NOT_FOUND', 'INVALID_INPUT'])
  })
})
