import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { mergeEntities } from '../../../src/actions/merge-entities.ts'
import { unmergeEntity } from '../../../src/actions/unmerge-entity.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { AppError } from '../../../src/core/app-error.ts'
import type { Db } from '../../../src/db/client.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const UNIONS = ['Coastal Union', 'Harbour Union', 'Dock Union']
const CITIES = ['Odesa', 'Kyiv', 'Lviv']

/** All that is stored about articles; ids of claims and names aside, which may be made in another order, and times of writing. */
async function storedState(db: Db) {
  const figures = await db.figure.findMany({
    orderBy: { id: 'asc' },
    include: { places: { orderBy: { position: 'asc' } } },
  })
  const claims = await db.claim.findMany({
    orderBy: { identity: 'asc' },
    include: { places: { orderBy: { placeId: 'asc' }, select: { placeId: true } } },
  })
  return {
    entities: await db.entity.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, slug: true, name: true, parentId: true, mergedIntoId: true },
    }),
    aliases: await db.alias.findMany({
      orderBy: [{ entityId: 'asc' }, { nameKey: 'asc' }],
      select: {
        entityId: true,
        name: true,
        kind: true,
        uses: { orderBy: { articleId: 'asc' }, select: { articleId: true } },
      },
    }),
    externalIds: await db.externalId.findMany({
      orderBy: [{ scheme: 'asc' }, { value: 'asc' }],
      select: {
        entityId: true,
        scheme: true,
        value: true,
        uses: { orderBy: { articleId: 'asc' }, select: { articleId: true } },
      },
    }),
    mentions: (await db.mention.findMany({ orderBy: { id: 'asc' } })).map(
      ({ createdAt: _at, ...mention }) => mention,
    ),
    figures: figures.map(({ claimId: _id, claimantOriginId, createdAt: _at, ...figure }) => ({
      ...figure,
      claimantOriginId: claimantOriginId ?? figure.claimantId,
    })),
    edges: await db.articleEntity.findMany({
      orderBy: [{ articleId: 'asc' }, { position: 'asc' }],
    }),
    nested: await db.$queryRaw`SELECT "articleId", "placeId" FROM "ArticlePlace" ORDER BY 1, 2`,
    claims: claims.map(({ id: _id, ...claim }) => claim),
    index: await db.$queryRaw`SELECT rowid, * FROM "article_fts" ORDER BY rowid`,
  }
}

const sentence = fc
  .record({
    count: fc.constantFrom(3, 4),
    place: fc.constantFrom('Odesa', 'Kyiv', 'Lviv', 'Kyiv and Odesa', 'Odesa, Kyiv and Lviv'),
    speaker: fc.constantFrom(...UNIONS),
  })
  .map(
    ({ count, place, speaker }) => `The ${speaker} said ${count} people were killed in ${place}.`,
  )
const pair = fc.record({
  names: fc.constantFrom(UNIONS, CITIES),
  from: fc.nat(2),
  into: fc.nat(2),
})
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('ingest' as const),
      externalId: fc.constantFrom('a', 'b', 'c'),
      hint: fc.constantFrom(null, ...UNIONS),
      body: fc.array(sentence, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), pair }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), pair }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('an unmerge gives back exactly what would be there had the merge never been, whatever came in meanwhile under either name', async () => {
  const [app, model] = [await createTestApp(), await createTestApp()]
  onTestFinished(async () => {
    await app.close()
    await model.close()
  })
  const context = { db: app.db, actor: OPERATOR, now: NOW }
  const entityNamed = (name: string | undefined) =>
    app.db.entity.findFirst({ where: { name: name ?? '' } })

  const ingest = (into: TestApp, { externalId, hint, body }: Step & { kind: 'ingest' }) =>
    into.ingest({
      externalId,
      headline: 'Dispatch',
      publishedAt: new Date('2025-12-22T12:00:00Z'),
      bodyText: body.join('\n\n'),
      entities: hint === null ? [] : [{ name: hint, type: 'ORGANIZATION', externalId: hint }],
    })

  /** Only ingests reach the model. */
  async function run(one: Step): Promise<void> {
    if (one.kind === 'ingest') {
      await ingest(app, one)
      await ingest(model, one)
      return
    }
    const { names, from, into } = one.pair
    const [loser, winner] = [await entityNamed(names[from]), await entityNamed(names[into])]
    if (loser === null || winner === null) return
    try {
      if (one.kind === 'unmerge') await unmergeEntity(context, { id: loser.id })
      else await mergeEntities(context, { ids: [loser.id], intoId: winner.id })
    } catch (error) {
      // What contradicts itself is refused, and changes nothing.
      if (!(error instanceof AppError)) throw error
    }
  }

  async function unmergeAll(): Promise<void> {
    for (;;) {
      const merged = await app.db.entity.findFirst({
        where: { mergeTargetId: { not: null } },
        orderBy: { id: 'desc' },
      })
      if (merged === null) return
      await unmergeEntity(context, { id: merged.id })
    }
  }

  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        for (const one of steps) await run(one)
        await unmergeAll()
        expect(await storedState(app.db)).toEqual(await storedState(model.db))
      })
      .afterEach(async () => {
        for (const { db } of [app, model]) {
          await db.article.deleteMany({})
          await db.claim.deleteMany({})
          await db.metric.deleteMany({})
          await db.entity.deleteMany({})
          await db.$executeRaw`DELETE FROM "sqlite_sequence"`
        }
      }),
    { numRuns: 15 },
  )
}, 300_000)
