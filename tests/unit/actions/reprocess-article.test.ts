import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { ingestArticle } from '../../../src/actions/ingest-article.ts'
import { reprocessArticle } from '../../../src/actions/reprocess-article.ts'
import { reprocessArticles } from '../../../src/actions/reprocess-articles.ts'
import { upsertSource } from '../../../src/actions/upsert-source.ts'
import { OPERATOR, PUBLIC } from '../../../src/auth/actor.ts'
import type { Db } from '../../../src/db/client.ts'
import type { Extractor } from '../../../src/extraction/extractor.ts'
import type { Extractors } from '../../../src/extraction/extractors.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestDatabase } from '../../support/test-database.ts'
import { type FakeFinding, fakeExtractor } from './fake-extractor.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const BODY = 'Anna Berg met Bo Ek in Ekeby. The storm hit 40 farms and 12 barns, Berg said.'

const ANNA: FakeFinding = { type: 'PERSON', name: 'Anna Berg' }
const BO: FakeFinding = { type: 'PERSON', name: 'Bo Ek' }
const EKEBY: FakeFinding = { type: 'PLACE', name: 'Ekeby' }
const FARMS: FakeFinding = { value: 40, quote: '40 farms', claimant: 'Anna Berg', place: 'Ekeby' }
const BARNS: FakeFinding = { value: 12, quote: '12 barns' }

async function setUp() {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const context = (embedded: Extractor, more: Partial<Extractors> = {}) => ({
    db,
    actor: OPERATOR,
    now: NOW,
    extractors: { ...EMBEDDED_ONLY, embedded, ...more },
  })
  const ingest = async (extractor: Extractor, more: object = {}) =>
    (
      await ingestArticle(context(extractor), {
        source: 'wire',
        externalId: 'a1',
        headline: 'Storm',
        bodyText: BODY,
        ...more,
      })
    ).articleId
  const reprocess = (extractor: Extractor, articleId: number, all = false) =>
    reprocessArticle(context(extractor), { articleId, all })
  return { db, context, ingest, reprocess }
}

/** Everything that an extraction may write, without times. */
async function stateOf(db: Db) {
  const mentions = await db.mention.findMany({ orderBy: { id: 'asc' }, include: { entity: true } })
  const figures = await db.figure.findMany({ orderBy: { id: 'asc' }, include: { places: true } })
  const [edges, entities, claims, audit, outbox, revisions] = await Promise.all([
    db.articleEntity.findMany({ orderBy: { position: 'asc' } }),
    db.entity.findMany({ orderBy: { id: 'asc' } }),
    db.claim.findMany({ orderBy: { id: 'asc' } }),
    db.auditEvent.findMany({ orderBy: { id: 'asc' } }),
    db.outboxEvent.findMany({ orderBy: { id: 'asc' } }),
    db.articleRevision.findMany({ orderBy: { id: 'asc' } }),
  ])
  return { mentions, figures, edges, entities, claims, audit, outbox, revisions }
}

const namesOf = async (db: Db) =>
  (await stateOf(db)).mentions.map(({ exact, entity }) => `${exact}: ${entity.name}`).sort()

test('the search index has what the new version found', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', ANNA, BO))
  await reprocess(fakeExtractor('2', ANNA, EKEBY, FARMS), id)
  const [row] = await db.$queryRaw<
    { entities: string }[]
  >`SELECT "entities" FROM "article_fts" WHERE rowid = ${id}`
  expect(row).toEqual({ entities: 'Anna Berg\nEkeby' })
})

test('a new version finds more and less; what it finds again keeps its id', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', ANNA, BO, FARMS))
  const before = await stateOf(db)
  expect(await reprocess(fakeExtractor('2', ANNA, EKEBY, FARMS, BARNS), id)).toEqual({
    outcome: 'REPROCESSED',
  })
  const after = await stateOf(db)
  expect(await namesOf(db)).toEqual(['Anna Berg: Anna Berg', 'Ekeby: Ekeby'])
  expect(after.mentions[0]).toMatchObject({ id: before.mentions[0]?.id, agentVersion: '2' })
  expect(after.figures.map(({ exact, agentVersion }) => [exact, agentVersion])).toEqual([
    ['40 farms', '2'],
    ['12 barns', '2'],
  ])
  expect(after.figures[0]?.id).toBe(before.figures[0]?.id)
  expect(after.figures[0]?.places).toHaveLength(1)
  expect(after.edges.map(({ entityId }) => entityId)).toEqual(
    after.mentions.map(({ entityId }) => entityId),
  )
  expect(after.revisions).toMatchObject([{ number: 1, extractorVersion: '2' }])
})

test('it leaves one line in the audit log and one event in the outbox', async () => {
  const { db, ingest, reprocess } = await setUp()
  const articleId = await ingest(fakeExtractor('1', ANNA))
  await reprocess(fakeExtractor('2', ANNA), articleId)
  const { audit, outbox } = await stateOf(db)
  expect(audit.slice(1)).toMatchObject([
    {
      actor: 'operator',
      action: 'reprocessArticle',
      targetId: articleId,
      details: { revision: 1, extractor: 'fake', version: '2' },
    },
  ])
  expect(outbox.slice(2)).toMatchObject([
    { type: 'article.reprocessed', articleId, payload: { source: 'wire', revision: 1 } },
  ])
})

test('what the current version has read is not read again, unless all is asked for', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', ANNA))
  expect(await reprocess(fakeExtractor('1', ANNA, BO), id)).toEqual({ outcome: 'UNCHANGED' })
  expect(await namesOf(db)).toEqual(['Anna Berg: Anna Berg'])
  expect(await reprocess(fakeExtractor('1', ANNA, BO), id, true)).toEqual({
    outcome: 'REPROCESSED',
  })
  expect(await namesOf(db)).toEqual(['Anna Berg: Anna Berg', 'Bo Ek: Bo Ek'])
})

test('what people decided stays, and nothing new stands on its words', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', ANNA, BO, EKEBY, FARMS, BARNS))
  const [anna, bo, ekeby] = await db.mention.findMany({ orderBy: { start: 'asc' } })
  await db.mention.update({ where: { id: anna?.id ?? 0 }, data: { reviewStatus: 'REJECTED' } })
  await db.mention.update({
    where: { id: bo?.id ?? 0 },
    data: { reviewStatus: 'AMENDED', entityId: ekeby?.entityId ?? 0 },
  })
  await db.mention.update({ where: { id: ekeby?.id ?? 0 }, data: { provenance: 'HUMAN' } })
  const [farms, barns] = await db.figure.findMany({ orderBy: { start: 'asc' } })
  await db.figure.update({
    where: { id: farms?.id ?? 0 },
    data: { reviewStatus: 'AMENDED', value: 41 },
  })
  await db.figure.update({ where: { id: barns?.id ?? 0 }, data: { status: 'RETRACTED' } })
  const before = await stateOf(db)

  await reprocess(fakeExtractor('2', ANNA, BO, FARMS, { value: 12, quote: '12' }), id)
  const after = await stateOf(db)
  expect(after.mentions).toEqual(before.mentions)
  const withoutClaims = ({ figures }: typeof after) =>
    figures.map(({ claimId: _id, claimKey: _key, ...figure }) => figure)
  expect(withoutClaims(after)).toEqual(withoutClaims(before))
  expect(after.edges.map(({ entityId, mentionCount }) => [entityId, mentionCount])).toEqual([
    [ekeby?.entityId, 2],
  ])
})

test('a name that a person gave to somebody else means them in new figures too', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', ANNA, BO))
  const [anna, bo] = await db.mention.findMany({ orderBy: { start: 'asc' } })
  await db.mention.update({
    where: { id: anna?.id ?? 0 },
    data: { reviewStatus: 'AMENDED', entityId: bo?.entityId ?? 0 },
  })
  await reprocess(fakeExtractor('2', ANNA, BO, FARMS), id)
  const { figures } = await stateOf(db)
  expect(figures[0]?.claimantId).toBe(bo?.entityId)
})

test('mentions that the CMS asked for stay', async () => {
  const { db, ingest, reprocess } = await setUp()
  const entities = [{ name: 'Bo Ek', type: 'ORGANIZATION' }]
  const id = await ingest(fakeExtractor('1', ANNA), { entities })
  await reprocess(fakeExtractor('2', ANNA, BO), id)
  const { mentions } = await stateOf(db)
  expect(mentions.map(({ exact, provenance, entity }) => [exact, provenance, entity.type])).toEqual(
    [
      ['Anna Berg', 'EXTRACTOR', 'PERSON'],
      ['Bo Ek', 'CMS', 'ORGANIZATION'],
    ],
  )
})

test('claims follow the figures', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', FARMS, BARNS))
  expect((await stateOf(db)).claims.map(({ value }) => value)).toEqual([40, 12])
  await reprocess(fakeExtractor('2', BARNS), id)
  expect((await stateOf(db)).claims.map(({ value }) => value)).toEqual([12])
})

test('search follows the entities', async () => {
  const { db, ingest, reprocess } = await setUp()
  const id = await ingest(fakeExtractor('1', ANNA))
  const indexed = () => db.$queryRaw`SELECT "entities" FROM "article_fts"`
  expect(await indexed()).toEqual([{ entities: 'Anna Berg' }])
  await reprocess(fakeExtractor('2', BO), id)
  expect(await indexed()).toEqual([{ entities: 'Bo Ek' }])
})

test('reprocessing twice changes nothing, whatever was found before and is found now', async () => {
  const all = [ANNA, BO, EKEBY, FARMS, BARNS, { ...ANNA, type: 'PLACE' } as FakeFinding]
  const findings = fc.subarray(all, { minLength: 0 })
  const decision = fc.constantFrom('UNREVIEWED', 'ACCEPTED', 'REJECTED')
  await fc.assert(
    fc.asyncProperty(findings, findings, fc.array(decision), async (first, then, decisions) => {
      const { db, ingest, reprocess } = await setUp()
      const id = await ingest(fakeExtractor('1', ...first))
      const mentions = await db.mention.findMany({ orderBy: { id: 'asc' } })
      const figures = await db.figure.findMany({ orderBy: { id: 'asc' } })
      for (const [i, reviewStatus] of decisions.entries()) {
        const where = { id: mentions[i]?.id ?? 0 }
        await db.mention.updateMany({ where, data: { reviewStatus } })
        await db.figure.updateMany({
          where: { id: figures[i]?.id ?? 0 },
          data: { reviewStatus },
        })
      }
      const reviewed = { where: { reviewStatus: { not: 'UNREVIEWED' as const } } }
      const decided = [await db.mention.findMany(reviewed)]

      await reprocess(fakeExtractor('2', ...then), id)
      const once = await stateOf(db)
      expect([await db.mention.findMany(reviewed)]).toEqual(decided)
      expect(await reprocess(fakeExtractor('2', ...then), id, true)).toEqual({
        outcome: 'UNCHANGED',
      })
      expect(await stateOf(db)).toEqual(once)
    }),
    { numRuns: 15 },
  )
})

test('a run over all articles reads those that another version read, of one source if asked', async () => {
  const { context, ingest } = await setUp()
  const first = fakeExtractor('1', ANNA)
  await ingest(first)
  await ingest(first, { source: 'other', externalId: 'b1' })
  await ingest(fakeExtractor('2', ANNA), { externalId: 'a2' })
  const progress: string[] = []
  const run = (source: string | null, all = false) =>
    reprocessArticles(context(fakeExtractor('2', BO)), { source, all }, ({ done, total }) => {
      progress.push(`${done}/${total}`)
    })
  expect(await run('other')).toEqual({ reprocessed: 1, unchanged: 0, failed: [] })
  expect(await run(null)).toEqual({ reprocessed: 1, unchanged: 0, failed: [] })
  expect(await run(null)).toEqual({ reprocessed: 0, unchanged: 0, failed: [] })
  expect(await run(null, true)).toEqual({ reprocessed: 1, unchanged: 2, failed: [] })
  expect(progress).toEqual(['1/1', '1/1', '1/3', '2/3', '3/3'])
  await expect(run('nobody')).rejects.toThrow('There is no source "nobody"')
})

test('an article that the remote extractor does not read is as it was, and the rest goes on', async () => {
  const { db, context, ingest } = await setUp()
  const embedded = fakeExtractor('1', ANNA)
  await ingest(embedded)
  await ingest(embedded, { externalId: 'a2', headline: 'Calm' })
  const remote: Extractor = {
    ...fakeExtractor('9', BO),
    name: 'far',
    extract: async (input) => {
      if (input.headline === 'Storm') throw new Error('no answer')
      return fakeExtractor('9', BO).extract(input)
    },
  }
  const both = context(embedded, { remote })
  await upsertSource(both, { slug: 'wire', extractor: 'remote' })
  expect(await reprocessArticles(both, { source: null, all: false })).toEqual({
    reprocessed: 1,
    unchanged: 0,
    failed: [{ article: 'storm', reason: 'no answer' }],
  })
  expect(await namesOf(db)).toEqual(['Anna Berg: Anna Berg', 'Bo Ek: Bo Ek'])
})

test('only ADMIN may', async () => {
  const { context, ingest } = await setUp()
  const articleId = await ingest(fakeExtractor('1'))
  const anybody = { ...context(fakeExtractor('2')), actor: PUBLIC }
  await expect(reprocessArticle(anybody, { articleId, all: true })).rejects.toThrow('ADMIN')
  await expect(reprocessArticles(anybody, { source: null, all: true })).rejects.toThrow('ADMIN')
})
