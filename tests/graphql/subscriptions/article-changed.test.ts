import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { recordEvents } from '../../../src/actions/record.ts'
import { recordOpening } from '../../../src/actions/record-article-change.ts'
import { pruneEvents } from '../../../src/db/outbox.ts'
import type { EventStream } from '../../support/event-stream.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const CHANGES = `subscription ($filter: ArticleFilter, $after: ID) {
  articleChanged(filter: $filter, after: $after) { eventId kind articleId article { headline } }
}`

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  onTestFinished(app.close)
})

const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
/** "PUBLISHED Ferry sails" of the next so many changes. */
const changes = async (stream: EventStream, count: number) =>
  (await stream.take(count)).map(({ data }) => {
    const { kind, article } = data.data.articleChanged
    return `${kind} ${article?.headline ?? null}`
  })
/** Ends all streams, so that what did not come is known not to come. */
const restOf = async (stream: EventStream) => {
  await app.events.close()
  return (await stream.rest()).map(({ event, data }) =>
    data === null
      ? event
      : `${data.data.articleChanged.kind} ${data.data.articleChanged.article?.headline ?? null}`,
  )
}

describe('what the public is told', () => {
  test('articles that are published, changed and taken back, in order, each with its id', async () => {
    const stream = await app.subscribe(CHANGES)
    const { articleId } = await app.ingest({ headline: 'Ferry sails' })
    const told = await stream.take(1)
    await app.ingest({ headline: 'Ferry sails again' })
    told.push(...(await stream.take(1)))
    await app.ingest({ headline: 'Ferry sails again', status: 'UNPUBLISHED' })
    told.push(...(await stream.take(1)))
    const id = Buffer.from(`Article:${articleId}`).toString('base64')
    const expected = [
      { eventId: '2', kind: 'PUBLISHED', article: { headline: 'Ferry sails' } },
      { eventId: '3', kind: 'UPDATED', article: { headline: 'Ferry sails again' } },
      { eventId: '4', kind: 'UNPUBLISHED', article: null },
    ]
    expect(told).toEqual(
      expected.map((change) => ({
        id: change.eventId,
        event: 'next',
        data: {
          data: { articleChanged: { ...change, articleId: id } },
          extensions: { eventId: change.eventId },
        },
      })),
    )
  })

  test('drafts, articles under embargo and their changes are not told', async () => {
    const stream = await app.subscribe(CHANGES)
    await app.ingest({ externalId: 'draft', headline: 'Draft', status: 'DRAFT' })
    await app.ingest({ externalId: 'draft', headline: 'Draft 2', status: 'UNPUBLISHED' })
    await app.ingest({ externalId: 'embargo', headline: 'Embargo', embargoedUntil: minutes(5) })
    await app.ingest({ externalId: 'open', headline: 'Open' })
    expect(await changes(stream, 1)).toEqual(['PUBLISHED Open'])
    expect(await restOf(stream)).toEqual(['complete'])
  })

  test('an embargo is told when it opens, with the article', async () => {
    const stream = await app.subscribe(CHANGES)
    const { articleId } = await app.ingest({ headline: 'Embargo', embargoedUntil: minutes(5) })
    app.setTime(minutes(5))
    await app.db.$transaction((tx) => recordOpening(tx, { articleId, now: minutes(5) }))
    expect(await changes(stream, 1)).toEqual(['PUBLISHED Embargo'])
  })

  test('who comes back after it was taken back learns only that it is gone', async () => {
    await app.ingest({ headline: 'Seen' })
    await app.ingest({ headline: 'Hidden now', status: 'WITHDRAWN' })
    const stream = await app.subscribe(CHANGES, { lastEventId: '0' })
    expect(await changes(stream, 1)).toEqual(['WITHDRAWN null'])
    expect(await restOf(stream)).toEqual(['complete'])
  })
})

describe('what readers of unpublished articles are told', () => {
  test('everything, and what is hidden from others with its text', async () => {
    const key = await app.makeKey('READ_UNPUBLISHED')
    const stream = await app.subscribe(CHANGES, { key })
    await app.ingest({ headline: 'Draft', status: 'DRAFT' })
    expect(await changes(stream, 1)).toEqual(['CREATED Draft'])
    await app.ingest({ headline: 'Open' })
    expect(await changes(stream, 1)).toEqual(['PUBLISHED Open'])
    await app.ingest({ headline: 'Closed', status: 'UNPUBLISHED' })
    expect(await changes(stream, 1)).toEqual(['UNPUBLISHED Closed'])
  })

  test('a key that is revoked ends the stream at the next event', async () => {
    const key = await app.makeKey('READ_UNPUBLISHED')
    const stream = await app.subscribe(CHANGES, { key })
    await app.db.apiKey.updateMany({ data: { revokedAt: NOW } })
    await app.ingest({ headline: 'Draft', status: 'DRAFT' })
    expect(await stream.rest()).toMatchObject([
      { event: 'next', data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } },
      { event: 'complete' },
    ])
  })
})

describe('filters', () => {
  test('only articles that match are told, and removals of the same source', async () => {
    const stream = await app.subscribe(CHANGES, {
      variables: { filter: { source: { slug: { eq: 'courier' } }, language: { eq: 'en' } } },
    })
    await app.ingest({ source: 'wire', headline: 'Of the wire' })
    await app.ingest({ source: 'courier', headline: 'Of the courier' })
    expect(await changes(stream, 1)).toEqual(['PUBLISHED Of the courier'])
    await app.ingest({
      source: 'courier',
      externalId: 'b',
      headline: 'En francais',
      language: 'fr',
    })
    await app.ingest({ source: 'wire', headline: 'Of the wire', status: 'UNPUBLISHED' })
    await app.ingest({ source: 'courier', headline: 'Of the courier', status: 'UNPUBLISHED' })
    expect(await changes(stream, 1)).toEqual(['UNPUBLISHED null'])
    expect(await restOf(stream)).toEqual(['complete'])
  })
})

describe('coming back', () => {
  const say = (n: number) => app.ingest({ externalId: `${n}`, headline: `Story ${n}` })

  test('with the last id, by header or argument, what was missed comes once, then what is new', async () => {
    const first = await app.subscribe(CHANGES)
    await say(1)
    const [event] = await first.take(1)
    await first.close()
    await say(2)
    await say(3)
    const id = event?.id ?? ''
    for (const options of [
      { lastEventId: id },
      { variables: { after: id } },
      { lastEventId: id, variables: { after: '0' } },
    ]) {
      const again = await app.subscribe(CHANGES, options)
      expect(await changes(again, 2)).toEqual(['PUBLISHED Story 2', 'PUBLISHED Story 3'])
      await again.close()
    }
    const again = await app.subscribe(CHANGES, { lastEventId: id })
    await changes(again, 2)
    await say(4)
    expect(await changes(again, 1)).toEqual(['PUBLISHED Story 4'])
    expect(await restOf(again)).toEqual(['complete'])
  })

  test('an id that was never given is refused', async () => {
    await say(1)
    for (const after of ['3', '-1', 'x', '1e3', '99999999999999999999']) {
      const { errors } = await app.ask(CHANGES, { variables: { after } })
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
    }
  })

  test('who was away for longer than events are kept is told so', async () => {
    await say(1)
    await say(2)
    expect(await pruneEvents(app.db, minutes(1))).toBe(3)
    const { errors } = await app.ask(CHANGES, { variables: { after: '1' } })
    expect(errors).toMatchObject([{ extensions: { code: 'EVENTS_PRUNED' } }])
    const all = await app.subscribe(CHANGES, { lastEventId: '0' })
    expect(await changes(all, 1)).toEqual(['PUBLISHED Story 2'])
    const stream = await app.subscribe(CHANGES, { lastEventId: '3' })
    expect(await changes(stream, 1)).toEqual(['PUBLISHED Story 2'])
  })
})

test('a client that hangs up frees its stream, though nothing happens', async () => {
  const streams = await Promise.all([app.subscribe(CHANGES), app.subscribe(CHANGES)])
  // Both wait for the next event by now.
  await expect.poll(() => app.events.openStreams).toBe(2)
  for (const stream of streams) await stream.close()
  await expect.poll(() => app.events.openStreams).toBe(0)
})

test('what is rolled back is not told', async () => {
  const stream = await app.subscribe(CHANGES)
  const { articleId } = await app.ingest({ headline: 'First' })
  expect(await changes(stream, 1)).toEqual(['PUBLISHED First'])
  const failing = app.db.$transaction(async (tx) => {
    const event = { type: 'article.corrected', articleId, audience: 'EVERYONE' } as const
    await recordEvents(tx, { events: [event], now: NOW })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await app.ingest({ headline: 'Second' })
  expect(await changes(stream, 1)).toEqual(['UPDATED Second'])
})

test('a client that takes no event streams is refused', async () => {
  const response = await app.app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: CHANGES }),
  })
  expect(response.status).toBe(406)
  await expect.poll(() => app.events.openStreams).toBe(0)
})

test('whatever happens to articles, the public is told no more than it may read, and in the end what holds', async () => {
  const step = fc.record({
    article: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom('DRAFT', 'SCHEDULED', 'PUBLISHED', 'UNPUBLISHED', 'WITHDRAWN'),
    embargo: fc.constantFrom(-5, 0, 5, null),
    text: fc.integer({ min: 1, max: 3 }),
  })
  let run = 0
  const readPublic = async (): Promise<Map<string, string>> => {
    const { articles } = await app.read(
      '{ articles(first: 100) { edges { node { id headline } } } }',
    )
    return new Map(articles.edges.map(({ node }: any) => [node.id, node.headline]))
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.nat(), async (steps, resumeAt) => {
      run += 1
      const live = await app.subscribe(CHANGES)
      const told = new Map<string, string>()
      const ids: number[] = []
      /** Takes what comes before this article, and looks at all of it. */
      const takeUntil = async (stream: EventStream, last: string) => {
        const visible = await readPublic()
        for (;;) {
          const [event] = await stream.take(1)
          const { eventId, kind, articleId, article } = event?.data.data.articleChanged ?? {}
          if (article?.headline === last) return
          ids.push(Number(eventId))
          told.set(articleId, kind)
          if (article !== null) expect(article.headline).toBe(visible.get(articleId))
        }
      }
      const expectTruth = async () => {
        const visible = await readPublic()
        for (const [id, kind] of told) {
          expect([kind, visible.has(id)]).toEqual([kind, !/UNPUBLISHED|WITHDRAWN/.test(kind)])
        }
      }
      for (const [i, { article, status, embargo, text }] of steps.entries()) {
        await app.ingest({
          externalId: `${run} ${article}`,
          headline: `Story ${article}, text ${text}`,
          status,
          embargoedUntil: embargo === null ? null : minutes(embargo),
        })
        await app.ingest({ externalId: `${run} mark ${i}`, headline: `Mark ${run} ${i}` })
        await takeUntil(live, `Mark ${run} ${i}`)
        await expectTruth()
      }
      await live.close()
      if (steps.length === 0) return

      const [from] = ids.length === 0 ? [0] : [ids[resumeAt % ids.length]]
      told.clear()
      ids.length = 0
      const resumed = await app.subscribe(CHANGES, { lastEventId: String(from) })
      await takeUntil(resumed, `Mark ${run} ${steps.length - 1}`)
      await resumed.close()
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
      await expectTruth()
    }),
    { numRuns: 10 },
  )
})
