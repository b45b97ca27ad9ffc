import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { createTestDatabase } from '../../support/test-database.ts'

const PLACES = 6
const ARTICLES = 4
const place = fc.integer({ min: 1, max: PLACES })
const article = fc.integer({ min: 1, max: ARTICLES })
/** What writers do to the tables that triggers watch. */
const step = fc.oneof(
  fc.record({ do: fc.constant('nest' as const), place, into: fc.option(place) }),
  fc.record({ do: fc.constant('merge' as const), place, into: fc.option(place) }),
  fc.record({ do: fc.constant('name' as const), place, article }),
  fc.record({ do: fc.constant('unname' as const), place, article }),
  fc.record({ do: fc.constant('move' as const), place, into: place }),
  fc.record({ do: fc.constant('date' as const), article, day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ do: fc.constant('erase' as const), article }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('after any writes the two tables say what can be worked out from the entities and edges', async () => {
  const { db, close } = await createTestDatabase()
  await db.source.create({ data: { slug: 's', name: 's', nameKey: 's' } })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await reset(db)
      for (const one of steps) await write(db, one)
      const stored = await db.placeAncestor.findMany({
        orderBy: [{ placeId: 'asc' }, { ancestorId: 'asc' }],
      })
      const expected = await closure(db)
      expect(stored).toEqual(expected)
      const edges = await db.articleEntity.findMany()
      const around = edges.flatMap(({ articleId, entityId, orderedAt }) =>
        expected
          .filter(({ placeId }) => placeId === entityId)
          .map(({ ancestorId }) => `${articleId} ${ancestorId} ${orderedAt.toISOString()}`),
      )
      const nested = await db.articlePlace.findMany()
      expect(
        nested
          .map((row) => `${row.articleId} ${row.placeId} ${row.orderedAt.toISOString()}`)
          .sort(),
      ).toEqual([...new Set(around)].sort())
    }),
    { numRuns: 60 },
  )
  await close()
})

async function reset(db: Db): Promise<void> {
  await db.article.deleteMany()
  await db.entity.deleteMany()
  expect(await db.articlePlace.count()).toBe(0)
  expect(await db.placeAncestor.count()).toBe(0)
  for (let id = 1; id <= PLACES; id += 1) {
    await db.entity.create({
      data: { id, type: 'PLACE', slug: `p${id}`, name: `p${id}`, nameKey: `p${id}` },
    })
  }
  await db.entity.create({
    data: { id: 99, type: 'PERSON', slug: 'a', name: 'a', nameKey: 'a', parentId: 1 },
  })
  for (let id = 1; id <= ARTICLES; id += 1) {
    await db.article.create({
      data: {
        id,
        sourceId: (await db.source.findFirstOrThrow()).id,
        slug: `a${id}`,
        externalId: `a${id}`,
        orderedAt: new Date('2025-12-01T00:00:00Z'),
        payloadHash: '',
        language: 'en',
        headline: '',
        headlineKey: '',
        wordCount: 0,
      },
    })
    await edge(db, id, 99, 'PERSON')
  }
}

const edge = (db: Db, articleId: number, entityId: number, entityType: 'PERSON' | 'PLACE') =>
  db.articleEntity.create({
    data: {
      articleId,
      entityId,
      entityType,
      mentionCount: 1,
      position: entityId,
      orderedAt: new Date('2025-12-01T00:00:00Z'),
    },
  })

async function write(db: Db, one: Step): Promise<void> {
  if (one.do === 'nest' || one.do === 'merge') {
    // A place in itself is no tree; writers refuse it, and the triggers pass over it.
    if (one.into !== null && (await liesIn(db, one.into, one.place))) return
    const data = one.do === 'nest' ? { parentId: one.into } : { mergedIntoId: one.into }
    const row = await db.entity.findUniqueOrThrow({ where: { id: one.place } })
    // What shows again when a merge is undone must not lie in the place by now.
    if (one.do === 'merge' && one.into === null && row.parentId !== null) {
      if (await liesIn(db, row.parentId, one.place)) return
    }
    await db.entity.update({ where: { id: one.place }, data })
  } else if (one.do === 'name') {
    const where = { articleId: one.article, entityId: one.place }
    if ((await db.article.count({ where: { id: one.article } })) === 0) return
    if ((await db.articleEntity.count({ where })) === 0) {
      await edge(db, one.article, one.place, 'PLACE')
    }
    await db.articleEntity.updateMany({
      where: { articleId: one.article },
      data: { orderedAt: new Date('2025-12-02T00:00:00Z') },
    })
  } else if (one.do === 'unname') {
    await db.articleEntity.deleteMany({
      where: { articleId: one.article, entityId: one.place },
    })
  } else if (one.do === 'move') {
    await db.$executeRaw`UPDATE OR REPLACE "ArticleEntity" SET "entityId" = ${one.into} WHERE "entityId" = ${one.place}`
  } else if (one.do === 'date') {
    await db.articleEntity.updateMany({
      where: { articleId: one.article },
      data: { orderedAt: new Date(Date.UTC(2025, 11, one.day)) },
    })
  } else await db.article.deleteMany({ where: { id: one.article } })
}

const liesIn = async (db: Db, placeId: number, ancestorId: number): Promise<boolean> =>
  (await db.placeAncestor.count({ where: { placeId, ancestorId } })) > 0

/** Every place with all it lies in, followed step by step. */
async function closure(db: Db) {
  const places = await db.entity.findMany({ where: { type: 'PLACE' }, orderBy: { id: 'asc' } })
  const byId = new Map(places.map((row) => [row.id, row]))
  const rows = places.flatMap(({ id: placeId }) => {
    const lines = []
    let depth = 0
    for (let at = byId.get(placeId); at !== undefined; ) {
      lines.push({ placeId, ancestorId: at.id, depth })
      if (at.mergedIntoId === null) depth += 1
      at = byId.get(at.mergedIntoId ?? at.parentId ?? 0)
    }
    return lines
  })
  return rows.sort((a, b) => a.placeId - b.placeId || a.ancestorId - b.ancestorId)
}
