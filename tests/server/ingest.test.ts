import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rotateSourceSecret } from '../../src/actions/rotate-source-secret.ts'
import { upsertSource } from '../../src/actions/upsert-source.ts'
import { OPERATOR } from '../../src/auth/actor.ts'
import type { AdapterKind } from '../../src/core/adapter-kind.ts'
import { processDeliveries } from '../../src/ingestion/process-deliveries.ts'
import { EMBEDDED_ONLY } from '../support/extractors.ts'
import { ingestFixture } from '../support/ingest-fixture.ts'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

/** A source with a secret; tests send to it as its CMS does. */
async function addSource(adapter: AdapterKind, slug = 'courier'): Promise<string> {
  const context = { db: app.db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now: NOW }
  await upsertSource(context, { slug, adapter })
  return (await rotateSourceSecret(context, { slug })).secret
}

async function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = '/ingest/courier',
) {
  const response = await app.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: new Uint8Array(Buffer.from(body)),
  })
  const answer = (await response.json()) as Record<string, any>
  return { code: answer.code, message: answer.message, answer, status: response.status }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

function signAsGhost(secret: string, body: string | Buffer, at = NOW) {
  const t = at.getTime()
  const hex = createHmac('sha256', secret).update(body).update(String(t)).digest('hex')
  return { 'x-ghost-signature': `sha256=${hex}, t=${t}` }
}

function signAsStandard(secret: string, body: string | Buffer, { id = 'msg_1', at = NOW } = {}) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(secret).sign(id, at, String(body)),
  }
}

const process = () =>
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

const article = () =>
  app.db.article.findFirst({ select: { headline: true, status: true }, orderBy: { id: 'desc' } })

const STATUS = `query ($id: ID!) { ingestion(id: $id) { status outcome error externalId sender attempts article { headline } source { slug } } }`
const BY_URL = `query ($url: URL!) { article(url: $url) { externalId canonicalUrl urlAliases } }`
const ingestion = async (id: string, key = ADMIN_KEY) =>
  (await app.read(STATUS, { variables: { id }, key })).ingestion

describe('a delivery', () => {
  test('is answered when it is stored, read afterwards, and its state can be asked', async () => {
    const secret = await addSource('generic')
    const { status, answer } = await post(ingestFixture('generic/save'), bearer(secret))
    expect({ status, answer }).toEqual({
      status: 202,
      answer: { id: expect.any(String), status: 'RECEIVED', outcome: null },
    })
    expect(await article()).toBeNull()
    expect(await ingestion(answer.id)).toMatchObject({ status: 'RECEIVED', attempts: 0 })
    await process()
    expect(await ingestion(answer.id)).toEqual({
      status: 'DONE',
      outcome: 'CREATED',
      error: null,
      externalId: 'story-7',
      sender: 'source:courier',
      attempts: 1,
      article: { headline: 'Ferries sail again' },
      source: { slug: 'courier' },
    })
  })

  test('that comes twenty times at once is one delivery, one article and one answer', async () => {
    const secret = await addSource('generic')
    const body = ingestFixture('generic/save')
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body, bearer(secret))))
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1)
    await process()
    expect([await app.db.delivery.count(), await app.db.article.count()]).toEqual([1, 1])
  })

  test('that comes again later is answered with what became of the first', async () => {
    const secret = await addSource('generic')
    const first = await post(ingestFixture('generic/save'), bearer(secret))
    await process()
    const again = await post(ingestFixture('generic/save'), bearer(secret))
    expect(again.answer).toEqual({ id: first.answer.id, status: 'DONE', outcome: 'CREATED' })
  })

  test('with an earlier text again, as after an undo, is news', async () => {
    const secret = await addSource('generic')
    const story = (bodyText: string) => JSON.stringify({ externalId: 's', headline: 'H', bodyText })
    for (const text of ['One.', 'Two.', 'One.']) {
      await post(story(text), bearer(secret))
      await process()
    }
    const { currentRevision } = await app.db.article.findFirstOrThrow({
      include: { currentRevision: true },
    })
    expect(currentRevision?.bodyText).toBe('One.')
    expect(await app.db.delivery.count()).toBe(3)
  })

  test('with an id of the sender is known by it, and the id cannot stand for another payload', async () => {
    const secret = await addSource('generic')
    const headers = { ...bearer(secret), 'idempotency-key': 'k1' }
    const first = await post('{"externalId":"a","bodyText":"One."}', headers)
    const other = await post('{"externalId":"b","bodyText":"Two."}', {
      ...bearer(secret),
      'idempotency-key': 'k2',
    })
    expect(other.answer.id).not.toBe(first.answer.id)
    expect(await post('{"externalId":"a","bodyText":"Three."}', headers)).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      message:
        'The delivery id "k1" was used for another payload before: give each delivery an id of its own.',
    })
  })

  test('that cannot be taken in is FAILED with the reason, and is tried again when it is sent again', async () => {
    const secret = await addSource('generic')
    const url = 'https://courier.example/ferries'
    await app.ingest({ source: 'wire', externalId: 'other', url })
    const sent = await post(ingestFixture('generic/save'), bearer(secret))
    await process()
    expect(await ingestion(sent.answer.id)).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('another article already has the address'),
    })
    await app.db.articleUrl.deleteMany()
    const again = await post(ingestFixture('generic/save'), bearer(secret))
    expect(again.answer).toEqual({ id: sent.answer.id, status: 'RECEIVED', outcome: null })
    await process()
    expect(await ingestion(sent.answer.id)).toMatchObject({ status: 'DONE', outcome: 'CREATED' })
  })

  test('of a new story may have the address of one that the CMS deleted, not of one that is public', async () => {
    const secret = await addSource('wordpress')
    const { post: first } = JSON.parse(String(ingestFixture('wordpress/save')))
    const url = first.link.replace(/\/$/, '')
    const send = async (event: string, fields: object) => {
      const body = JSON.stringify({ event, post: { ...first, ...fields } })
      const { answer } = await post(body, bearer(secret))
      await process()
      return ingestion(answer.id)
    }
    const owner = async () => (await app.read(BY_URL, { variables: { url } })).article
    await send('save', {})
    expect(await send('save', { id: 1300 })).toMatchObject({ status: 'FAILED' })
    await send('delete', {})
    expect(await send('save', { id: 1300 })).toMatchObject({ outcome: 'CREATED' })
    expect(await owner()).toEqual({ externalId: '1300', canonicalUrl: url, urlAliases: [] })
    expect(await send('save', { modified_gmt: '2025-12-24T00:00:00' })).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('another article already has the address'),
    })
    // Its own address, after it was moved to another.
    const moved = 'https://courier.example/2025/12/storm'
    await send('save', { id: 1300, link: moved, modified_gmt: '2025-12-25T00:00:00' })
    expect(await owner()).toEqual({ externalId: '1300', canonicalUrl: moved, urlAliases: [url] })
    await send('save', { id: 1301 })
    expect(await owner()).toEqual({ externalId: '1301', canonicalUrl: url, urlAliases: [] })
  })

  test('that was begun three times by processes that died is FAILED, so that it kills no fourth', async () => {
    const secret = await addSource('generic')
    const { answer } = await post(ingestFixture('generic/save'), bearer(secret))
    await app.db.delivery.updateMany({ data: { attempts: 3 } })
    await process()
    expect(await ingestion(answer.id)).toMatchObject({
      status: 'FAILED',
      error: 'Processing was begun 3 times and never finished: the server stopped meanwhile.',
    })
    expect(await article()).toBeNull()
  })
})

describe('what CMSs send', () => {
  const send = async (adapter: AdapterKind, names: readonly string[]) => {
    const secret = await addSource(adapter)
    const states = []
    for (const name of names) {
      const { status } = await post(ingestFixture(`${adapter}/${name}`), bearer(secret))
      expect(status).toBe(202)
      await process()
      const { outcome } = await app.db.delivery.findFirstOrThrow({ orderBy: { id: 'desc' } })
      states.push([outcome, (await article())?.status])
    }
    return states
  }
  const created = ['CREATED', 'PUBLISHED']
  const updated = ['UPDATED', 'PUBLISHED']
  const removed = ['UPDATED', 'UNPUBLISHED']

  test.each([
    ['ghost', 'post-published', 'post-published-edited', 'post-unpublished'],
    ['wordpress', 'save', 'save-edited', 'trash'],
    ['strapi', 'entry-publish', 'entry-update', 'entry-unpublish'],
    ['contentful', 'publish', 'publish-markdown', 'unpublish'],
    ['generic', 'save', null, 'unpublish'],
    ['ninjs', 'usable-3', null, 'canceled'],
  ] as const)('%s: publish, edit, unpublish, and an older state after that', async (...row) => {
    const [adapter, publish, edit, unpublish] = row
    const names = [publish, ...(edit ? [edit] : []), unpublish, publish]
    expect(await send(adapter, names)).toEqual([
      created,
      ...(edit ? [updated] : []),
      removed,
      ['STALE', 'UNPUBLISHED'],
    ])
    expect(await app.read('{ articles { totalCount } }')).toEqual({ articles: { totalCount: 0 } })
  })

  test('a removal that overtakes the text keeps it out', async () => {
    expect(await send('ghost', ['post-unpublished', 'post-published'])).toEqual([
      ['UNCHANGED', undefined],
      ['STALE', undefined],
    ])
  })

  test('the same text, published again later, is public again', async () => {
    const secret = await addSource('wordpress')
    const { post: saved } = JSON.parse(ingestFixture('wordpress/save').toString('utf8'))
    const sendPost = async (change: object) => {
      await post(JSON.stringify({ event: 'save', post: { ...saved, ...change } }), bearer(secret))
      await process()
      return (await article())?.status
    }
    expect(await sendPost({})).toBe('PUBLISHED')
    expect(await sendPost({ status: 'trash', modified_gmt: '2025-12-23T09:00:00' })).toBe(
      'UNPUBLISHED',
    )
    expect(await sendPost({ modified_gmt: '2025-12-23T10:00:00' })).toBe('PUBLISHED')
    expect(await app.db.articleRevision.count()).toBe(1)
  })

  test('a removal is told in the audit log and in the outbox, once', async () => {
    await send('wordpress', ['save', 'trash', 'delete'])
    const audit = await app.db.auditEvent.findMany({ where: { action: 'removeArticle' } })
    expect(audit).toMatchObject([{ actor: 'source:courier', details: { before: 'PUBLISHED' } }])
    expect(await app.db.outboxEvent.count({ where: { type: 'article.unpublished' } })).toBe(1)
  })

  test('the header of Contentful tells events apart, also after a restart', async () => {
    const secret = await addSource('contentful')
    const { answer } = await post(ingestFixture('contentful/publish'), {
      ...bearer(secret),
      'content-type': 'application/vnd.contentful.management.v1+json',
      'x-contentful-topic': 'ContentManagement.Entry.auto_save',
    })
    await process()
    expect(await ingestion(answer.id)).toMatchObject({
      status: 'IGNORED',
      error: 'A draft (auto_save): it counts once it is published.',
    })
  })
})

describe('who may send', () => {
  const body = ingestFixture('ghost/post-published')

  test('Ghost, with its signature; the same delivery again is not the next one', async () => {
    const secret = await addSource('ghost')
    const first = await post(body, signAsGhost(secret, body))
    expect(first.status).toBe(202)
    expect((await post(body, signAsGhost(secret, body))).answer.id).toBe(first.answer.id)
    const later = new Date(NOW.getTime() + 1000)
    expect((await post(body, signAsGhost(secret, body, later))).answer.id).not.toBe(first.answer.id)
  })

  test('whoever signs as Standard Webhooks says', async () => {
    const secret = await addSource('ghost')
    const headers = signAsStandard(secret, body)
    const first = await post(body, headers)
    expect(first.status).toBe(202)
    const several = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }
    expect((await post(body, several)).answer.id).toBe(first.answer.id)
  })

  test('the holder of a key with INGEST, who is named in the audit log', async () => {
    await addSource('ghost')
    const key = await app.makeKey('INGEST')
    const { status } = await post(body, bearer(key))
    expect(status).toBe(202)
    await process()
    const { actor } = await app.db.auditEvent.findFirstOrThrow({
      where: { action: 'ingestArticle' },
    })
    expect(actor).toMatch(/^key:\d+ test$/)
  })

  describe('Contentful by its signature', () => {
    const given = `${'0123456789abcdef'.repeat(3)}-_ABCDEFGHIJKLMN`
    const entry = ingestFixture('contentful/publish')
    const sent = {
      'content-type': 'application/vnd.contentful.management.v1+json',
      'x-contentful-topic': 'ContentManagement.Entry.publish',
      'x-contentful-idempotency-key': 'k1',
    }
    const sign = (key = given, at = NOW, path = '/ingest/courier') => {
      const signed = {
        ...sent,
        'x-contentful-signed-headers': [
          'content-type',
          'x-contentful-idempotency-key',
          'x-contentful-signed-headers',
          'x-contentful-timestamp',
          'x-contentful-topic',
        ].join(','),
        'x-contentful-timestamp': String(at.getTime()),
      }
      const head = Object.entries(signed)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}:${value}`)
        .join(';')
      const signature = createHmac('sha256', key)
        .update(`POST\n${path}\n${head}\n${entry}`)
        .digest('hex')
      return { ...signed, 'x-contentful-signature': signature }
    }
    const give = (secret = given) =>
      rotateSourceSecret({ db: app.db, actor: OPERATOR, now: NOW }, { slug: 'courier', secret })

    test('with the secret that Contentful made, at the path that it sent to', async () => {
      await addSource('contentful')
      await give()
      expect((await post(entry, sign())).status).toBe(202)
      const path = '/ingest/courier?space=a%20b'
      const signed = sign(given, NOW, '/ingest/courier?space%253Da%252520b')
      expect((await post(entry, signed, path)).status).toBe(202)
    })

    test('not with a wrong secret, another body, path or header, or without a header that is signed', async () => {
      await addSource('contentful')
      await give()
      const good = sign()
      const { 'x-contentful-idempotency-key': _, ...lacking } = good
      const wrong: [string | Buffer, Record<string, string>, string?][] = [
        [entry, sign('f'.repeat(64))],
        [`${entry} `, good],
        [entry, good, '/ingest/courier?a=1'],
        [entry, { ...good, 'x-contentful-topic': 'ContentManagement.Entry.delete' }],
        [entry, { ...good, 'x-contentful-timestamp': String(NOW.getTime() + 1) }],
        [entry, lacking],
        [entry, { ...good, 'x-contentful-signature': 'ab' }],
      ]
      for (const [bytes, headers, path] of wrong) {
        const { status, code, message } = await post(bytes, headers, path)
        expect([status, code, message]).toEqual([
          401,
          'UNAUTHENTICATED',
          'x-contentful-signature does not fit the body and the secret of this source: check the secret, and that nothing on the way changes the body.',
        ])
      }
      for (const name of ['x-contentful-signed-headers', 'x-contentful-timestamp']) {
        const { status, message } = await post(entry, { ...good, [name]: 'a' })
        expect(status).toBe(401)
        expect(message).toMatch(/^A delivery that Contentful has signed needs the headers/)
      }
      expect(await app.db.delivery.count()).toBe(0)
    })

    test('not more than five minutes after it was made, nor before', async () => {
      await addSource('contentful')
      await give()
      for (const offset of [-301_000, 301_000]) {
        const { status, message } = await post(entry, sign(given, new Date(NOW.getTime() + offset)))
        expect(status).toBe(401)
        expect(message).toMatch(/^The signature was made more than 5 minutes ago/)
      }
      const atTheEdge = new Date(NOW.getTime() - 300_000)
      expect((await post(entry, sign(given, atTheEdge))).status).toBe(202)
    })

    test('with the secret before a rotation, for a day', async () => {
      await addSource('contentful')
      await give()
      const next = 'n'.repeat(64)
      await give(next)
      expect((await post(entry, sign())).status).toBe(202)
      expect((await post(entry, sign(next))).status).toBe(202)
      const later = new Date(NOW.getTime() + 24 * 3_600_000)
      app.setTime(later)
      expect((await post(entry, sign(next, later))).status).toBe(202)
      expect((await post(entry, sign(given, later))).status).toBe(401)
    })

    test('a signature of another kind is refused, not a bug, where the secret is not one of its kind', async () => {
      await addSource('contentful')
      await give('-'.repeat(64))
      const headers = signAsStandard('whsec_AAAA', entry)
      expect((await post(entry, headers)).status).toBe(401)
    })
  })

  const refused = async (headers: Record<string, string>) => {
    const { status, code, message } = await post(body, headers)
    expect(await app.db.delivery.count()).toBe(0)
    return [status, code, message]
  }
  const UNAUTHENTICATED = [401, 'UNAUTHENTICATED']

  test('nobody without a signature or a token', async () => {
    await addSource('ghost')
    expect(await refused({})).toEqual([
      ...UNAUTHENTICATED,
      expect.stringMatching(/^A delivery needs a signature/),
    ])
  })

  test('nobody with a wrong signature, a changed body or the secret of another source', async () => {
    const secret = await addSource('ghost')
    const other = await addSource('ghost', 'other')
    const wrong = [
      signAsGhost(other, body),
      signAsGhost(secret, `${body} `),
      signAsStandard(other, body),
      signAsStandard(secret, `${body} `),
      { ...signAsStandard(secret, body), 'webhook-id': 'msg_2' },
      { ...signAsStandard(secret, body), 'webhook-signature': 'v1' },
    ]
    for (const headers of wrong) {
      expect(await refused(headers)).toEqual([
        ...UNAUTHENTICATED,
        expect.stringMatching(/does not fit the body and the secret of this source/),
      ])
    }
    for (const headers of [
      { 'x-ghost-signature': 'sha256=1, t=2' },
      { 'webhook-signature': 'v1,a' },
    ]) {
      expect((await refused(headers)).slice(0, 2)).toEqual(UNAUTHENTICATED)
    }
    expect((await refused(bearer(other))).slice(0, 2)).toEqual(UNAUTHENTICATED)
  })

  test('nobody with a signature that is older or newer than five minutes', async () => {
    const secret = await addSource('ghost')
    for (const minutes of [-5, 5]) {
      const at = new Date(NOW.getTime() + minutes * 60_000)
      const over = new Date(at.getTime() + Math.sign(minutes) * 1000)
      for (const sign of [
        signAsGhost(secret, body, over),
        signAsStandard(secret, body, { at: over }),
      ]) {
        expect(await refused(sign)).toEqual([
          ...UNAUTHENTICATED,
          expect.stringMatching(/^The signature was made more than 5 minutes ago/),
        ])
      }
    }
    const atTheEdge = new Date(NOW.getTime() - 5 * 60_000)
    expect((await post(body, signAsGhost(secret, body, atTheEdge))).status).toBe(202)
  })

  test('nobody by signature where the source has no secret, not even with an empty one', async () => {
    await addSource('ghost')
    await app.db.source.updateMany({ data: { secret: null } })
    expect(await refused(signAsGhost('', body))).toEqual([
      ...UNAUTHENTICATED,
      expect.stringMatching(/^The source "courier" has no secret/),
    ])
  })

  test('nobody with a key that may only read', async () => {
    await addSource('ghost')
    const key = await app.makeKey('READ_UNPUBLISHED')
    expect(await refused(bearer(key))).toEqual([
      403,
      'FORBIDDEN',
      'This API key does not have the scope INGEST.',
    ])
  })

  test('the secret before the last rotation, until its time is over', async () => {
    const old = await addSource('ghost')
    const context = { db: app.db, actor: OPERATOR, now: NOW }
    const { secret } = await rotateSourceSecret(context, { slug: 'courier', overlapHours: 2 })
    for (const good of [old, secret]) {
      expect((await post(body, signAsGhost(good, body))).status).toBe(202)
      expect((await post(body, bearer(good))).status).toBe(202)
    }
    const later = new Date(NOW.getTime() + 2 * 60 * 60_000)
    app.setTime(later)
    expect((await post(body, bearer(secret))).status).toBe(202)
    expect((await post(body, bearer(old))).status).toBe(401)
    expect((await post(body, signAsGhost(old, body, later))).status).toBe(401)
  })
})

describe('what is refused', () => {
  let secret = ''
  beforeEach(async () => {
    secret = await addSource('generic')
  })

  test('an unknown source', async () => {
    expect(await post('{}', bearer(ADMIN_KEY), '/ingest/nowhere')).toMatchObject({
      status: 404,
      answer: {
        code: 'NOT_FOUND',
        message:
          'There is no source "nowhere": create it with upsertSource or "dateline sources add".',
      },
    })
  })

  test('a disabled source', async () => {
    await app.db.source.updateMany({ data: { enabled: false } })
    expect(await post(ingestFixture('generic/save'), bearer(secret))).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      message: 'The source "courier" is disabled: enable it with upsertSource.',
    })
  })

  test.each([
    [
      'JSON cut short',
      '{"externalId": "a',
      /^The body is not JSON \(.+\): send one JSON object\.$/,
    ],
    ['nothing', '', /^The body is not JSON/],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), /it is not UTF-8/],
  ])('%s', async (_what, body, message) => {
    const { status, code, message: said } = await post(body, bearer(secret))
    expect([status, code]).toEqual([400, 'INVALID_INPUT'])
    expect(said).toMatch(message)
  })

  test.each(['text/xml', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'the content type %s',
    async (type) => {
      const headers = { ...bearer(secret), 'content-type': type }
      expect(await post(ingestFixture('generic/save'), headers)).toMatchObject({
        status: 415,
        code: 'INVALID_INPUT',
      })
    },
  )

  test('a payload that is wrong, with the place', async () => {
    expect(await post('{"externalId":""}', bearer(secret))).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
      answer: { path: 'externalId' },
    })
  })

  test('a payload of another CMS, by its name', async () => {
    expect(await post(ingestFixture('strapi/entry-publish'), bearer(secret))).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
      message: expect.stringMatching(
        /^This looks like a payload of Strapi, but the source "courier"/,
      ),
    })
  })

  test('20 MB, before they are read', async () => {
    expect(await post(Buffer.alloc(20 * 1024 * 1024, 0x20), bearer(secret))).toMatchObject({
      status: 413,
      code: 'LIMIT_EXCEEDED',
    })
  })

  test('other methods', async () => {
    const response = await app.app.request('/ingest/courier')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('each with its exact status and body', async () => {
    const good = ingestFixture('generic/save')
    const signed = signAsStandard(secret, good)
    const past = signAsStandard(secret, good, { at: new Date(NOW.getTime() - 301_000) })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answerTo = async (...given: Parameters<typeof post>) => {
      const { status, answer } = await post(...given)
      return [status, answer]
    }
    expect(await answerTo(good, { ...signed, 'webhook-signature': 'v1,AAAA' })).toEqual([
      401,
      {
        code: 'UNAUTHENTICATED',
        message:
          'webhook-signature does not fit the body and the secret of this source: check the secret, and that nothing on the way changes the body.',
      },
    ])
    expect(await answerTo(good, past)).toEqual([
      401,
      {
        code: 'UNAUTHENTICATED',
        message:
          'The signature was made more than 5 minutes ago, or ahead: check the clocks of both machines.',
      },
    ])
    expect(await answerTo('', bearer(secret))).toEqual([
      400,
      {
        code: 'INVALID_INPUT',
        message: 'The body is not JSON (Unexpected end of JSON input): send one JSON object.',
      },
    ])
    expect(await answerTo(good, { ...bearer(secret), ...form })).toEqual([
      415,
      {
        code: 'INVALID_INPUT',
        message:
          'The content type is "application/x-www-form-urlencoded": send JSON, with the header "Content-Type: application/json".',
      },
    ])
    expect(await answerTo(ingestFixture('strapi/entry-publish'), bearer(secret))).toEqual([
      422,
      {
        code: 'INVALID_INPUT',
        message:
          'This looks like a payload of Strapi, but the source "courier" takes those of Dateline: send it to another source, or set this one\'s adapter to strapi.',
      },
    ])
    expect(await answerTo(Buffer.alloc(20 * 1024 * 1024, 0x20), bearer(secret))).toEqual([
      413,
      {
        code: 'LIMIT_EXCEEDED',
        message:
          'The payload is larger than 10485760 bytes: send one article at a time, without pictures in it.',
      },
    ])
  })

  afterEach(async () => {
    expect(await app.db.delivery.count()).toBe(0)
  })
})

test('a bug is logged and masked, and no answer is ever 410, which makes Ghost forget us', async () => {
  const secret = await addSource('generic')
  await app.db
    .$executeRaw`CREATE TRIGGER broken BEFORE INSERT ON "Delivery" BEGIN SELECT RAISE(ABORT, 'secret detail'); END`
  const answer = await post(ingestFixture('generic/save'), bearer(secret))
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer)).not.toContain('secret detail')
})
