import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { mergeMetrics } from '../../../src/actions/merge-metrics.ts'
import { recomputeClaims } from '../../../src/actions/recompute-claims.ts'
import { updateClaims } from '../../../src/actions/update-claims.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import type { Db } from '../../../src/db/client.ts'
import { createTestApp } from '../../support/test-app.ts'

/** All that makes claims what they are, ids of their rows aside. */
async function snapshot(db: Db) {
  const claims = await db.claim.findMany({
    orderBy: { identity: 'asc' },
    include: {
      places: { select: { placeId: true }, orderBy: { placeId: 'asc' } },
      figures: { select: { id: true }, orderBy: { id: 'asc' } },
    },
  })
  return claims.map(({ id: _id, places, ...claim }) => ({
    ...claim,
    places: places.map(({ placeId }) => placeId),
  }))
}

const sentence = fc
  .record({
    count: fc.constantFrom('3', '4', 'about 4', 'at least 4', 'between 3 and 5', 'several'),
    place: fc.constantFrom('', ' in Odesa', ' in Kyiv'),
    day: fc.constantFrom('', ' on 22 December', ' on 23 December', ' in November'),
    event: fc.constantFrom('killed', 'injured'),
    speaker: fc.constantFrom('', ', police said', ', the Ukrainian Air Force said'),
  })
  .map(
    ({ count, place, day, event, speaker }) =>
      `${count} people were ${event}${place}${day}${speaker}.`,
  )

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('ingest' as const),
      externalId: fc.constantFrom('a', 'b', 'c', 'd'),
      day: fc.integer({ min: 20, max: 26 }),
      status: fc.constantFrom('PUBLISHED', 'PUBLISHED', 'DRAFT', 'UNPUBLISHED', 'WITHDRAWN'),
      body: fc.array(sentence, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'merge' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reject' as const), nth: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('regard' as const),
      aggregation: fc.constantFrom('FLOW', 'CUMULATIVE'),
    }),
  },
)

test('claims made again from the figures are those that were kept up, whatever came in which order', async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  const { db } = app
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          if (one.kind === 'ingest') {
            await app.ingest({
              externalId: one.externalId,
              status: one.status as 'PUBLISHED',
              publishedAt: new Date(Date.UTC(2025, 11, one.day, 12)),
              headline: 'Dispatch',
              bodyText: one.body.join('\n\n'),
            })
          } else if (one.kind === 'reject') {
            const figures = await db.figure.findMany({ where: { current: true }, take: 10 })
            const { id } = figures[one.nth % figures.length] ?? { id: 0 }
            await db.$transaction(async (tx) => {
              await tx.figure.updateMany({ where: { id }, data: { reviewStatus: 'REJECTED' } })
              await updateClaims(tx, { id })
            })
          } else if (one.kind === 'merge') {
            const metrics = await db.metric.findMany({ where: { supersededById: null } })
            const [from, into] = metrics
            if (from && into)
              await mergeMetrics({ db, actor: OPERATOR }, { from: from.key, into: into.key })
          } else {
            await db.$transaction(async (tx) => {
              const { aggregation } = one as { aggregation: 'FLOW' }
              await tx.metric.updateMany({ data: { aggregation } })
              await updateClaims(tx, { metricId: { not: null } })
            })
          }
        }
        const kept = await snapshot(db)
        expect(kept.every(({ figures }) => figures.length > 0)).toBe(true)
        await recomputeClaims(db)
        expect(await snapshot(db)).toEqual(kept)
      })
      .afterEach(async () => {
        await db.article.deleteMany({})
        await db.claim.deleteMany({})
        await db.metric.deleteMany({})
      }),
    { numRuns: 30 },
  )
})

test('a claim keeps its id when an earlier report moves its day', async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  const report = (externalId: string, publishedAt: string) =>
    app.ingest({
      externalId,
      publishedAt: new Date(publishedAt),
      bodyText: 'Police said 3 people were killed in Odesa.',
    })
  await report('a', '2025-12-22T09:00:00Z')
  const [before] = await app.db.claim.findMany()
  await report('b', '2025-12-21T20:00:00Z')
  const after = await app.db.claim.findMany({ include: { figures: true } })
  expect(after.map(({ id, figures }) => [id, figures.length])).toEqual([[before?.id, 2]])
  expect(after[0]?.identity).not.toBe(before?.identity)
})

test('two events with the same number are two claims; a running total repeated later is one', async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  for (const [i, day] of [10, 11, 20].entries()) {
    await app.ingest({
      externalId: `a${i}`,
      publishedAt: new Date(Date.UTC(2025, 11, day)),
      bodyText: 'Police said 3 people were killed in Odesa.',
    })
  }
  const sizes = async () =>
    (await app.db.claim.findMany({ include: { figures: true }, orderBy: { id: 'asc' } })).map(
      ({ figures }) => figures.length,
    )
  expect(await sizes()).toEqual([2, 1])
  await app.db.$transaction(async (tx) => {
    await tx.metric.updateMany({ data: { aggregation: 'CUMULATIVE' } })
    await updateClaims(tx, { metricId: { not: null } })
  })
  expect(await sizes()).toEqual([3])
})
