import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const INGEST = `mutation ($input: IngestArticleInput!) {
  ingestArticle(input: $input) {
    __typename
    ... on IngestArticlePayload { outcome article { slug headline updatedAt } revision { number bodyText } }
    ... on Error { code message }
    ... on InvalidInputError { path }
  }
}`
const story = {
  source: 'wire',
  externalId: 'a1',
  headline: 'Ferry resumes',
  bodyText: 'The ferry sailed again on Monday, the port authority said.',
}
const send = async (input: object, key: string = ADMIN_KEY) =>
  (await app.read(INGEST, { variables: { input: { ...story, ...input } }, key })).ingestArticle

const GERMAN =
  'Die Fähre mit 40 Passagieren lief am Montag bei Bergen auf Grund, wie die Küstenwache mitteilte.'

describe('the language', () => {
  const languages = async (input: object) => {
    const query = `mutation ($input: IngestArticleInput!) { ingestArticle(input: $input) {
      ... on IngestArticlePayload {
        article { language mentions { totalCount } figures { totalCount } } revision { language } } } }`
    const variables = { input: { ...story, ...input } }
    const { article, revision } = (await app.read(query, { variables, key: ADMIN_KEY }))
      .ingestArticle
    expect(revision.language).toBe(article.language)
    return [article.language, article.mentions.totalCount, article.figures.totalCount]
  }

  test('is detected where none is declared, and only English is read', async () => {
    expect(await languages({ externalId: 'de', headline: 'Fähre', bodyText: GERMAN })).toEqual([
      'de',
      0,
      0,
    ])
    const english = { externalId: 'en', bodyText: 'The ferry to Bergen sank, and 40 people died.' }
    expect(await languages(english)).toEqual(['en', 1, 1])
    expect(
      await languages({
        externalId: 'short',
        headline: 'Quiet day',
        bodyText: 'Nothing happened.',
      }),
    ).toEqual(['en', 0, 0])
  })

  test('is the declared one, unless that is English and the text plainly is not', async () => {
    const german = { externalId: 'a', headline: 'Fähre', bodyText: GERMAN }
    expect(await languages({ ...german, language: 'de-AT' })).toEqual(['de-AT', 0, 0])
    expect(await languages({ ...german, externalId: 'b', language: 'en' })).toEqual(['de', 0, 0])
    const english = { externalId: 'c', bodyText: 'The ferry to Bergen sank, and 40 people died.' }
    expect(await languages({ ...english, language: 'fr' })).toEqual(['fr', 0, 0])
    expect(await languages({ ...english, externalId: 'd', language: 'en-GB' })).toEqual([
      'en-GB',
      1,
      1,
    ])
  })

  test('does not make the same payload another one', async () => {
    const german = { headline: 'Fähre', bodyText: GERMAN }
    expect((await send(german)).outcome).toBe('CREATED')
    expect((await send(german)).outcome).toBe('UNCHANGED')
  })
})

describe('the same input, the same state', () => {
  test('a new article is CREATED, again it is UNCHANGED, and nothing is written twice', async () => {
    expect(await send({})).toEqual({
      __typename: 'IngestArticlePayload',
      outcome: 'CREATED',
      article: { slug: 'ferry-resumes', headline: 'Ferry resumes', updatedAt: expect.any(String) },
      revision: { number: 1, bodyText: story.bodyText },
    })
    const before = await app.db.article.findMany()
    expect((await send({})).outcome).toBe('UNCHANGED')
    expect(await app.db.article.findMany()).toEqual(before)
    expect(await app.db.articleRevision.count()).toBe(1)
    const outbox = await app.db.outboxEvent.findMany({ orderBy: { id: 'asc' } })
    expect(outbox.map(({ type, audience }) => [type, audience])).toEqual([
      ['article.created', 'READERS'],
      ['article.published', 'EVERYONE'],
    ])
  })

  test('a changed text is UPDATED with a new revision; slug and old text stay', async () => {
    await send({})
    const updated = await send({ headline: 'Ferry resumes after storm', bodyText: 'It sails.' })
    expect(updated).toMatchObject({
      outcome: 'UPDATED',
      article: { slug: 'ferry-resumes', headline: 'Ferry resumes after storm' },
      revision: { number: 2, bodyText: 'It sails.' },
    })
    const revisions = await app.db.articleRevision.findMany({ orderBy: { number: 'asc' } })
    expect(revisions.map(({ bodyText, kind }) => [kind, bodyText])).toEqual([
      ['ORIGINAL', story.bodyText],
      ['UPDATE', 'It sails.'],
    ])
  })

  test('a change of facts alone is UPDATED without a new revision', async () => {
    await send({ publishedAt: '2025-12-20T08:00:00Z' })
    const updated = await send({
      publishedAt: '2025-12-21T08:00:00Z',
      topics: [{ name: 'Transport' }],
    })
    expect(updated).toMatchObject({ outcome: 'UPDATED', revision: { number: 1 } })
  })

  test('an older state is STALE and changes nothing', async () => {
    await send({ modifiedAt: '2025-12-20T08:00:00Z' })
    expect(await send({ bodyText: 'Older.', modifiedAt: '2025-12-20T07:59:59Z' })).toMatchObject({
      outcome: 'STALE',
      revision: { number: 1, bodyText: story.bodyText },
    })
  })

  test('a replay of a revision that was replaced is STALE, by its name alone', async () => {
    await send({ externalRevision: '1' })
    await send({ externalRevision: '2', bodyText: 'Newer.' })
    expect((await send({ externalRevision: '1' })).outcome).toBe('STALE')
  })

  test('saving again without a change makes later states before it stale', async () => {
    await send({ modifiedAt: '2025-12-20T08:00:00Z' })
    expect((await send({ modifiedAt: '2025-12-20T10:00:00Z' })).outcome).toBe('UNCHANGED')
    expect((await send({ bodyText: 'Other.', modifiedAt: '2025-12-20T09:00:00Z' })).outcome).toBe(
      'STALE',
    )
  })

  test('twenty deliveries at once make one article, created once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => send({})))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'CREATED',
      ...Array(19).fill('UNCHANGED'),
    ])
    expect(await app.db.articleRevision.count()).toBe(1)
  })

  test('two sources may use one external id, and headlines may repeat', async () => {
    await send({})
    expect((await send({ source: 'courier' })).article.slug).toBe('ferry-resumes-2')
  })
})

describe('addresses', () => {
  test('an article is found by its address, by a former one, and however they are written', async () => {
    await send({ url: 'https://wire.example/a/?utm_source=mail' })
    await send({ url: 'https://wire.example/b' })
    const find = '($url: URL!) { article(url: $url) { canonicalUrl urlAliases } }'
    for (const url of [
      'https://wire.example/a',
      'https://wire.example/a/#top',
      'https://WIRE.example/b/',
    ]) {
      const { article } = await app.read(`query ${find}`, { variables: { url } })
      expect(article).toEqual({
        canonicalUrl: 'https://wire.example/b',
        urlAliases: ['https://wire.example/a'],
      })
    }
  })

  test('an address that another article has is a CONFLICT, and nothing is stored', async () => {
    await send({ url: 'https://wire.example/a' })
    const answer = await send({ externalId: 'a2', url: 'https://wire.example/a' })
    expect(answer).toEqual({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      message:
        "input.url: another article already has the address https://wire.example/a. Send that article's externalId to update it, or another address.",
    })
    expect(await app.db.article.count()).toBe(1)
  })
})

describe('who may', () => {
  test('without a key: UNAUTHENTICATED, status 401', async () => {
    const { status, data, errors } = await app.ask(INGEST, { variables: { input: story } })
    expect(status).toBe(401)
    expect(data).toBeNull()
    expect(errors[0]).toMatchObject({
      message:
        'This needs an API key with the scope INGEST: send the header "Authorization: Bearer <key>".',
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })

  test('with a key that may only read: FORBIDDEN, status 403', async () => {
    const key = await app.makeKey('READ_UNPUBLISHED')
    const { status, errors } = await app.ask(INGEST, { variables: { input: story }, key })
    expect(status).toBe(403)
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('a key with INGEST alone cannot create a source, but uses one that exists', async () => {
    const key = await app.makeKey('INGEST')
    expect(await send({}, key)).toMatchObject({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      message:
        'There is no source "wire": create it with upsertSource, or ingest with a key that has the scope ADMIN.',
    })
    expect(await app.db.source.count()).toBe(0)
    await app.db.source.create({ data: { slug: 'wire', name: 'Wire', nameKey: 'wire' } })
    expect(await send({}, key)).toMatchObject({ outcome: 'CREATED' })
  })
})

describe('bad input', () => {
  const refused: [name: string, input: object, path: string, message: RegExp][] = [
    ['no body', { bodyText: null }, 'bodyText', /body/i],
    ['two bodies', { bodyHtml: '<p>Text.</p>' }, 'bodyText', /body/i],
    ['an empty text', { bodyText: '' }, 'bodyText', /./],
    ['white space only', { bodyText: ' \n\t ' }, 'bodyText', /./],
    [
      'HTML without text',
      { bodyText: null, bodyHtml: '<p> </p><script>x()</script>' },
      'bodyHtml',
      /./,
    ],
    ['five megabytes of text', { bodyText: 'word '.repeat(1_000_000) }, 'bodyText', /2,000,000/],
    [
      'a binary file',
      { bodyText: '\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007'.repeat(50) },
      'bodyText',
      /./,
    ],
    ['a source that is no slug', { source: 'Not A Slug' }, 'input.source', /slug/],
    ['an empty external id', { externalId: ' ' }, 'input.externalId', /empty/],
    ['a language that is no tag', { language: 'english!' }, 'input.language', /BCP 47/],
  ]
  for (const [name, input, path, message] of refused) {
    test(`${name} is refused, with the place that is wrong, and nothing is stored`, async () => {
      const answer = await send(input)
      expect(answer).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT' })
      expect(answer.path).toMatch(new RegExp(`${path}$`))
      expect(answer.message).toMatch(message)
      expect([await app.db.article.count(), await app.db.source.count()]).toEqual([0, 0])
    })
  }

  test('a time without a zone and an address that is none are refused before anything runs', async () => {
    for (const input of [{ publishedAt: '2025-12-24' }, { url: 'javascript:alert(1)' }]) {
      const { data, errors } = await app.ask(INGEST, {
        variables: { input: { ...story, ...input } },
        key: ADMIN_KEY,
      })
      expect(data).toBeNull()
      expect(errors[0]?.message).toMatch(/A DateTime is written like|A URL is an absolute/)
    }
  })

  test('lone surrogates, NUL, right-to-left text and emoji are stored as well-formed text', async () => {
    const { revision } = await send({
      headline: 'قطار جديد',
      bodyText: `Lone \ud800 surrogate, NUL\u0000 gone. שלום 🙂 and e\u0301.`,
    })
    expect(revision.bodyText).toBe('Lone \ufffd surrogate, NUL gone. שלום 🙂 and é.')
  })

  test('scripts never reach bodyHtml', async () => {
    await send({
      bodyText: null,
      bodyHtml:
        '<p onclick="x()">Safe <a href="javascript:x()">link</a><script>x()</script></p><p>End',
    })
    const { article } = await app.read('{ article(slug: "ferry-resumes") { bodyHtml bodyText } }')
    expect(article.bodyText).toBe('Safe link\n\nEnd')
    expect(article.bodyHtml).not.toMatch(/script|onclick|javascript/)
  })

  test('a disabled source is a CONFLICT', async () => {
    await app.db.source.create({
      data: { slug: 'wire', name: 'Wire', nameKey: 'wire', enabled: false },
    })
    expect(await send({})).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('disabled'),
    })
  })
})

test('a bug is masked, logged with the request id, and leaves nothing half-written', async () => {
  await app.db
    .$executeRaw`CREATE TRIGGER broken BEFORE INSERT ON "OutboxEvent" BEGIN SELECT RAISE(ABORT, 'secret detail'); END`
  const { errors, headers } = await app.ask(INGEST, { variables: { input: story }, key: ADMIN_KEY })
  const id = headers.get('x-request-id')
  expect(errors[0]).toMatchObject({
    message: `Unexpected error. It was logged with the request id ${id}.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  })
  expect(JSON.stringify(errors)).not.toContain('secret')
  expect(
    app.logged.some((line) => line.includes('secret detail') && line.includes(String(id))),
  ).toBe(true)
  expect(await app.db.article.count()).toBe(0)
})

describe('names that the CMS sends along', () => {
  const MENTIONS = `{ articles { edges { node { mentions { edges { node { span { exact } entity { name __typename externalIds { scheme value } }
    provenance { kind agent version } } } } } } } }`
  const mentions = async () =>
    (await app.read(MENTIONS)).articles.edges[0].node.mentions.edges.map(
      ({ node }: { node: unknown }) => node,
    )

  test('are mentions of their own provenance where the extractor overlooked them', async () => {
    await app.ingest({
      headline: 'New aid',
      bodyText: 'The shares of quuxcorp rose.',
      entities: [{ name: 'quuxcorp', type: 'ORGANIZATION', externalId: 'o-1' }],
    })
    expect(await mentions()).toEqual([
      {
        span: { exact: 'quuxcorp' },
        entity: {
          name: 'quuxcorp',
          __typename: 'Organization',
          externalIds: [{ scheme: 'wire', value: 'o-1' }],
        },
        provenance: { kind: 'CMS', agent: 'wire', version: null },
      },
    ])
  })

  test('may come later, or change, with the same text', async () => {
    const article = { headline: 'New aid', bodyText: 'The shares of quuxcorp rose.' }
    await app.ingest(article)
    expect(await mentions()).toEqual([])
    const tagged = { ...article, entities: [{ name: 'quuxcorp', type: 'ORGANIZATION' as const }] }
    expect((await app.ingest(tagged)).outcome).toBe('UPDATED')
    expect(await mentions()).toMatchObject([{ entity: { __typename: 'Organization' } }])
    await app.ingest({ ...article, entities: [{ name: 'quuxcorp', type: 'PERSON' }] })
    expect(await mentions()).toMatchObject([{ entity: { __typename: 'Person' } }])
    await app.ingest(article)
    expect(await mentions()).toEqual([])
    expect(await app.db.articleRevision.count()).toBe(1)
  })
})
