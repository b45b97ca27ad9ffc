import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { ingestArticle } from '../../../src/actions/ingest-article.ts'
import type { IngestInput } from '../../../src/actions/ingest-input.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import type { Db } from '../../../src/db/client.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestDatabase } from '../../support/test-database.ts'

const URL = 'https://courier.example/ferries/'
const POST = { externalId: '1207', url: URL, modifiedAt: new Date('2025-12-22T09:00:00Z') }
const ENTRY = { externalId: 'https://courier.example/?p=1207', url: `${URL}?utm_source=rss` }

let db: Db

beforeEach(async () => {
  const database = await createTestDatabase()
  db = database.db
  onTestFinished(database.close)
})

async function ingest(input: Partial<IngestInput> & { externalId: string }): Promise<string> {
  const article = {
    source: 'courier',
    headline: 'Ferries sail',
    bodyText: 'Ferries sail.',
    ...input,
  }
  const context = { db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now: new Date() }
  return (await ingestArticle(context, article)).outcome
}

const ids = async (): Promise<string[]> =>
  (await db.article.findMany({ orderBy: { id: 'asc' } })).map(({ externalId }) => externalId)

test('an entry of a feed is the article of the CMS that has its address', async () => {
  expect(await ingest(POST)).toBe('CREATED')
  expect(await ingest({ ...ENTRY, language: 'en-US' })).toBe('UNCHANGED')
  expect(await ingest({ ...ENTRY, bodyText: 'An older text.' })).toBe('UNCHANGED')
  expect(await ids()).toEqual(['1207'])
})

test('an entry of a feed, or a page, that says it is newer is news', async () => {
  await ingest(POST)
  const newer = { bodyText: 'Ferries sail again.', modifiedAt: new Date('2025-12-22T10:00:00Z') }
  expect(await ingest({ externalId: URL, url: URL, ...newer })).toBe('UPDATED')
  expect(await ingest({ ...newer, ...POST })).toBe('STALE')
  expect(await ids()).toEqual(['1207'])
})

test('the CMS gives its id to an article that came in by a feed', async () => {
  expect(await ingest(ENTRY)).toBe('CREATED')
  expect(await ingest(POST)).toBe('UPDATED')
  expect(await ingest(POST)).toBe('UNCHANGED')
  expect(await ingest(ENTRY)).toBe('UNCHANGED')
  expect(await ids()).toEqual(['1207'])
  expect(await db.articleRevision.count()).toBe(1)
})

test('the id of an entry may be the address that a draft had', async () => {
  await ingest({ ...POST, url: ENTRY.externalId, status: 'DRAFT' })
  await ingest({ ...POST, modifiedAt: new Date('2025-12-22T10:00:00Z') })
  expect(await ingest({ ...ENTRY, url: 'https://courier.example/elsewhere' })).toBe('UNCHANGED')
  expect(await ids()).toEqual(['1207'])
})

test('two ids of a CMS are two articles, and so are those of two sources', async () => {
  await ingest(POST)
  await expect(ingest({ ...POST, externalId: '1208' })).rejects.toThrow(/already has the address/)
  await expect(ingest({ ...ENTRY, source: 'wire' })).rejects.toThrow(/already has the address/)
  expect(await ids()).toEqual(['1207'])
})

test('an address that an article had before is nobody’s', async () => {
  await ingest(POST)
  await ingest({
    ...POST,
    url: 'https://courier.example/boats',
    modifiedAt: new Date('2025-12-22T10:00:00Z'),
  })
  expect(await ingest({ ...ENTRY, bodyText: 'Another story.' })).toBe('CREATED')
  expect(await ids()).toEqual(['1207', ENTRY.externalId])
})
