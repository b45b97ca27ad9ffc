import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { recordOpening } from '../../../src/actions/record-article-change.ts'
import type { EventStream } from '../../support/event-stream.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const FIGURES = `subscription ($metric: String) {
  figureReported(metric: $metric) { value metric { key } attribution { label } article { headline } }
}`
const SANK = 'Officials in Oslo said 5 boats sank.'
const MORE = 'Officials in Oslo said 5 boats sank. They said 12 people died.'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  onTestFinished(app.close)
})

const values = async (stream: EventStream, count: number) =>
  (await stream.take(count)).map(({ data }) => data.data.figureReported.value)

test('each figure that an article reports, and of a new text the new ones', async () => {
  const stream = await app.subscribe(FIGURES)
  await app.ingest({ bodyText: SANK })
  expect(await stream.take(1)).toMatchObject([
    {
      id: '3',
      data: {
        data: {
          figureReported: {
            value: 5,
            attribution: { label: 'Officials in Oslo' },
            article: { headline: 'Quiet day' },
          },
        },
      },
    },
  ])
  await app.ingest({ bodyText: MORE })
  expect(await values(stream, 1)).toEqual([12])
})

test('of one metric only, by its key or one that means the same', async () => {
  await app.ingest({ externalId: 'first', bodyText: MORE })
  const { metricId } = await app.db.figure.findFirstOrThrow({ where: { value: 12 } })
  const { key } = await app.db.metric.findFirstOrThrow({ where: { id: metricId ?? 0 } })
  const stream = await app.subscribe(FIGURES, { variables: { metric: key } })
  await app.ingest({ bodyText: SANK })
  await app.ingest({ bodyText: 'Officials in Oslo said 30 people died.' })
  expect(await values(stream, 1)).toEqual([30])
})

test('figures of a hidden article are told to readers when it comes in, to the public when it opens', async () => {
  const key = await app.makeKey('READ_UNPUBLISHED')
  const [open, reader] = [await app.subscribe(FIGURES), await app.subscribe(FIGURES, { key })]
  const later = new Date(NOW.getTime() + 60_000)
  const { articleId } = await app.ingest({ bodyText: SANK, embargoedUntil: later })
  expect(await values(reader, 1)).toEqual([5])
  app.setTime(later)
  await app.db.$transaction((tx) => recordOpening(tx, { articleId, now: later }))
  expect(await values(open, 1)).toEqual([5])
  await app.ingest({ externalId: 'b', bodyText: 'Officials in Bergen said 8 boats sank.' })
  expect([await values(open, 1), await values(reader, 1)]).toEqual([[8], [8]])
})

test('a figure that was rejected meanwhile is not told to who comes back', async () => {
  await app.ingest({ bodyText: MORE })
  await app.db.figure.updateMany({ where: { value: 5 }, data: { reviewStatus: 'REJECTED' } })
  const stream = await app.subscribe(FIGURES, { lastEventId: '0' })
  expect(await values(stream, 1)).toEqual([12])
})
