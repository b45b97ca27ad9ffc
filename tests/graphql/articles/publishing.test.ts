import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openArticles } from '../../../src/actions/open-articles.ts'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const change = async (name: string, input: object, key: string = ADMIN_KEY) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
    ... on ${type}Payload { article { status publishedAt headline } revision { number kind bodyText } }
    ... on Error { code message } ... on RevisionConflictError { expectedRevision currentRevision } } }`
  return (await app.read(query, { variables: { input }, key }))[name]
}
const STORY = {
  headline: 'Storm',
  bodyText: 'Officials in Oslo said 5 boats sank.',
  publishedAt: hours(-2),
}
async function ingest(input: object = {}) {
  const { articleId } = await app.ingest({ ...STORY, ...input })
  return Buffer.from(`Article:${articleId}`).toString('base64')
}
const seen = async () => {
  const { articles, figures, claims, places } = await app.read(
    '{ articles { totalCount } figures { totalCount } claims { totalCount } places { totalCount } }',
  )
  return [articles, figures, claims, places].map(({ totalCount }) => totalCount)
}
const told = async () =>
  (await app.db.outboxEvent.findMany({ orderBy: { id: 'asc' } })).map(
    ({ type, audience }) => `${type} ${audience}`,
  )

test('a headline that was replaced before anyone could read it is in no address; one that was public keeps its own', async () => {
  const slug = async () => (await app.db.article.findFirstOrThrow()).slug
  await ingest({ status: 'DRAFT', headline: 'Secret plan' })
  await ingest({ publishedAt: NOW, embargoedUntil: hours(1), headline: 'Plan' })
  expect(await slug()).toBe('plan')
  await ingest({ headline: 'Storm' })
  expect(await slug()).toBe('storm')
  await ingest({ headline: 'Calm' })
  await ingest({ status: 'UNPUBLISHED', headline: 'Secret calm' })
  await ingest({ status: 'DRAFT', headline: 'Another calm' })
  await ingest({ headline: 'Calm again' })
  expect(await slug()).toBe('storm')
})

describe('publishArticle and unpublishArticle', () => {
  test('unpublishing hides an article everywhere, publishing brings it back with the same ids', async () => {
    const id = await ingest()
    const before = await app.read(
      '{ articles { edges { node { id publishedAt figures { edges { node { id claim { id } } } } places { edges { node { id } } } } } } }',
    )
    expect(await seen()).toEqual([1, 1, 1, 2])
    expect((await change('unpublishArticle', { id, expectedRevision: 1 })).article.status).toBe(
      'UNPUBLISHED',
    )
    expect(await seen()).toEqual([0, 0, 0, 0])
    expect((await change('publishArticle', { id })).article.status).toBe('PUBLISHED')
    expect(
      await app.read(
        '{ articles { edges { node { id publishedAt figures { edges { node { id claim { id } } } } places { edges { node { id } } } } } } }',
      ),
    ).toEqual(before)
    expect((await told()).filter((event) => event.startsWith('article'))).toEqual([
      'article.created READERS',
      'article.published EVERYONE',
      'article.unpublished EVERYONE',
      'article.published EVERYONE',
    ])
  })

  test('what is unpublished here stays so whatever the CMS sends, and takes its changes in', async () => {
    const id = await ingest()
    await change('unpublishArticle', { id })
    await ingest({ bodyText: 'Officials in Oslo said 6 boats sank.', status: 'PUBLISHED' })
    expect(await seen()).toEqual([0, 0, 0, 0])
    const { revision } = await change('publishArticle', { id })
    expect(revision).toEqual({
      number: 2,
      kind: 'UPDATE',
      bodyText: 'Officials in Oslo said 6 boats sank.',
    })
  })

  test('a text that nobody could read is no history that everybody can', async () => {
    const id = await ingest({ status: 'DRAFT', bodyText: 'Unfinished.' })
    await ingest({ status: 'DRAFT' })
    await change('publishArticle', { id })
    const query = `{ article(id: "${id}") { revisions { totalCount edges { node { number } } } } }`
    expect((await app.read(query)).article.revisions).toEqual({
      totalCount: 1,
      edges: [{ node: { number: 2 } }],
    })
    expect((await app.read(query, { key: ADMIN_KEY })).article.revisions.totalCount).toBe(2)
  })

  test('publishing twice changes nothing', async () => {
    const id = await ingest({ status: 'DRAFT' })
    await change('publishArticle', { id })
    const events = await told()
    await change('publishArticle', { id })
    expect(await told()).toEqual(events)
  })

  test('a time to come schedules, and an embargo stays until it is lifted', async () => {
    const id = await ingest({ status: 'DRAFT', embargoedUntil: hours(3) })
    expect((await change('publishArticle', { id, publishedAt: hours(1) })).article).toEqual({
      status: 'SCHEDULED',
      publishedAt: hours(1).toISOString(),
      headline: 'Storm',
    })
    app.setTime(hours(2))
    expect(await seen()).toEqual([0, 0, 0, 0])
    await change('publishArticle', { id, embargoedUntil: null })
    expect(await seen()).toEqual([1, 1, 1, 2])
  })

  test('another revision than the expected one is a conflict with both numbers', async () => {
    const id = await ingest()
    for (const name of ['publishArticle', 'unpublishArticle']) {
      expect(await change(name, { id, expectedRevision: 4 })).toEqual({
        __typename: 'RevisionConflictError',
        code: 'CONFLICT',
        message:
          'input.expectedRevision: the article is at revision 1, not 4. Read it again, then decide whether the change is still right.',
        expectedRevision: 4,
        currentRevision: 1,
      })
    }
    expect(await seen()).toEqual([1, 1, 1, 2])
  })

  test('needs INGEST', async () => {
    const id = await ingest()
    const reviewer = await app.makeKey('REVIEW', 'READ_UNPUBLISHED')
    for (const name of [
      'publishArticle',
      'unpublishArticle',
      'withdrawArticle',
      'correctArticle',
    ]) {
      const input = { id, ...(/with|corr/.test(name) && { text: 'Wrong.' }) }
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}`
      const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`
      const { errors } = await app.ask(query, { variables: { input }, key: reviewer })
      expect(errors[0]?.extensions?.code).toBe('FORBIDDEN')
    }
  })
})

describe('an embargo that ends', () => {
  test('opens every path by itself, and is told of once, also by two servers', async () => {
    await ingest({ embargoedUntil: hours(1) })
    const before = await told()
    expect(before).toEqual(['article.created READERS', 'figure.reported READERS'])
    await openArticles(app.db, NOW)
    expect([await seen(), await told()]).toEqual([[0, 0, 0, 0], before])

    app.setTime(hours(1))
    expect(await seen()).toEqual([1, 1, 1, 2])
    const { search, metrics } = await app.read(
      '{ search(query: "boats") { totalCount } metrics { edges { node { key } } } }',
    )
    const { figureSeries } = await app.read(
      `{ figureSeries(metric: "${metrics.edges[0].node.key}", interval: DAY) { points { value } } }`,
    )
    expect([search.totalCount, figureSeries.points]).toEqual([1, [{ value: 5 }]])
    await Promise.all([openArticles(app.db, hours(1)), openArticles(app.db, hours(1))])
    await openArticles(app.db, hours(2))
    expect((await told()).slice(before.length)).toEqual([
      'article.published EVERYONE',
      'figure.reported PUBLIC',
    ])
  })

  test('is told of before a change that comes first', async () => {
    const id = await ingest({ embargoedUntil: hours(1) })
    app.setTime(hours(1))
    await change('unpublishArticle', { id })
    await openArticles(app.db, hours(1))
    expect((await told()).filter((event) => event.startsWith('article'))).toEqual([
      'article.created READERS',
      'article.published EVERYONE',
      'article.unpublished EVERYONE',
    ])
  })
})

describe('withdrawArticle', () => {
  const notice = 'We can no longer stand by this report.'

  test('leaves the notice to readers and hides everything else', async () => {
    const id = await ingest({ url: 'https://wire.example/storm' })
    const { article: figures } = await app.read(
      `{ article(id: "${id}") { figures { edges { node { id } } } revision { id } } }`,
    )
    const withdrawn = await change('withdrawArticle', { id, text: notice, expectedRevision: 1 })
    expect(withdrawn).toMatchObject({
      article: { status: 'WITHDRAWN' },
      revision: { number: 2, kind: 'WITHDRAWAL', bodyText: notice },
    })
    expect(await seen()).toEqual([0, 0, 0, 0])
    const figure = figures.figures.edges[0].node.id
    expect(
      await app.read(
        `{ article(id: "${id}") { slug } node(id: "${figure}") { id } nodes(ids: ["${id}", "${figures.revision.id}"]) { id }
          withdrawals { totalCount edges { node { articleId slug canonicalUrl text withdrawnAt } } }
          withdrawal(url: "https://wire.example/storm") { slug } }`,
      ),
    ).toEqual({
      article: null,
      node: null,
      nodes: [null, null],
      withdrawals: {
        totalCount: 1,
        edges: [
          {
            node: {
              articleId: id,
              slug: 'storm',
              canonicalUrl: 'https://wire.example/storm',
              text: notice,
              withdrawnAt: NOW.toISOString(),
            },
          },
        ],
      },
      withdrawal: { slug: 'storm' },
    })
    const read = await app.read(
      `{ node(id: "${figure}") { ... on Figure { status } } claims { totalCount } }`,
      { key: ADMIN_KEY },
    )
    expect(read).toEqual({ node: { status: 'RETRACTED' }, claims: { totalCount: 0 } })
    expect((await told()).slice(3)).toEqual([
      'article.withdrawn EVERYONE',
      'figure.retracted EVERYONE',
    ])
  })

  test('refuses what the CMS sends later, and publishing; a correction with a new text brings it back', async () => {
    const id = await ingest()
    await change('withdrawArticle', { id, text: notice })
    expect((await app.ingest(STORY)).outcome).toBe('UNCHANGED')
    await expect(app.ingest({ ...STORY, bodyText: 'It sank.' })).rejects.toThrow(
      'The article "storm" was withdrawn here, so what the CMS sends of it is refused. correctArticle brings it back.',
    )
    expect((await change('publishArticle', { id })).code).toBe('CONFLICT')
    expect((await change('withdrawArticle', { id, text: 'Again.' })).code).toBe('CONFLICT')
    expect((await change('correctArticle', { id, text: 'Back.' })).code).toBe('INVALID_INPUT')
    const back = await change('correctArticle', {
      id,
      text: 'It was four boats.',
      bodyText: 'Officials in Oslo said 4 boats sank.',
    })
    expect(back.article.status).toBe('PUBLISHED')
    const { article, withdrawals } = await app.read(
      `{ article(id: "${id}") { corrections { kind figures { value } } revisions { edges { node { number } } } } withdrawals { totalCount } }`,
    )
    expect([article, withdrawals.totalCount]).toEqual([
      {
        corrections: [
          { kind: 'WITHDRAWAL', figures: [] },
          { kind: 'CORRECTION', figures: [] },
        ],
        revisions: { edges: [{ node: { number: 3 } }] },
      },
      0,
    ])
  })

  test('does not tell of what nobody could read', async () => {
    const id = await ingest({ status: 'DRAFT' })
    expect((await change('withdrawArticle', { id, text: notice })).code).toBe('CONFLICT')
    expect((await app.read('{ withdrawals { totalCount } }')).withdrawals.totalCount).toBe(0)
  })

  test('a CMS withdraws what it sends as WITHDRAWN', async () => {
    await ingest()
    await ingest({ status: 'WITHDRAWN' })
    const { withdrawals } = await app.read('{ withdrawals { edges { node { slug text } } } }')
    expect(withdrawals.edges).toEqual([
      { node: { slug: 'storm', text: 'This story was withdrawn.' } },
    ])
    await ingest({ status: 'PUBLISHED', headline: 'Storm, again' })
    expect(await seen()).toEqual([1, 1, 1, 2])
  })
})
