import { afterEach, expect, test } from 'vitest'
import { embeddedExtractor } from '../../../src/extraction/embedded-extractor.ts'
import type { Extractor } from '../../../src/extraction/extractor.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
afterEach(() => app.close())

const UPSERT = `mutation ($input: UpsertSourceInput!) { upsertSource(input: $input) {
  ... on UpsertSourcePayload { source { slug name extractor } } ... on Error { code message } } }`
const upsert = async (input: object) =>
  (await app.read(UPSERT, { variables: { input }, key: ADMIN_KEY })).upsertSource

const REVISION =
  '{ articles { edges { node { revision { extractorName extractorVersion } people { totalCount } } } } }'
const readRevision = async () => (await app.read(REVISION)).articles.edges[0].node

const farReader = (extract: Extractor['extract']): Extractor => ({
  name: 'far-reader',
  version: '7',
  extract,
})
const NOTHING = { entities: [], mentions: [], figures: [] }

test('a source is read by the embedded extractor unless it says otherwise', async () => {
  app = await createTestApp()
  expect(await upsert({ slug: 'wire' })).toEqual({
    source: { slug: 'wire', name: 'wire', extractor: 'EMBEDDED' },
  })
})

test('choosing an extractor that is not set up is a typed CONFLICT, and changes nothing', async () => {
  app = await createTestApp()
  const result = await upsert({ slug: 'wire', extractor: 'REMOTE' })
  expect(result).toEqual({
    code: 'CONFLICT',
    message:
      'input.extractor: no remote extractor is set up. Set DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL and start again, or choose the embedded one.',
  })
  expect(await app.db.source.count()).toBe(0)
})

test('the choice is kept when other facts of the source change, and can be taken back', async () => {
  app = await createTestApp({ ...EMBEDDED_ONLY, remote: farReader(async () => NOTHING) })
  await upsert({ slug: 'wire', extractor: 'REMOTE' })
  expect((await upsert({ slug: 'wire', name: 'The Wire' })).source.extractor).toBe('REMOTE')
  const { source } = await upsert({ slug: 'wire', extractor: 'EMBEDDED' })
  expect(source.extractor).toBe('EMBEDDED')
})

test('the revision names the extractor that read it', async () => {
  app = await createTestApp({ ...EMBEDDED_ONLY, remote: farReader(async () => NOTHING) })
  await upsert({ slug: 'wire', extractor: 'REMOTE' })
  await app.ingest({ bodyText: 'Anna Berg resigned on Monday.' })
  expect(await readRevision()).toEqual({
    revision: { extractorName: 'far-reader', extractorVersion: '7' },
    people: { totalCount: 0 },
  })
})

test('an article is taken in, read by the embedded extractor, when the chosen one fails', async () => {
  const reasons: string[] = []
  const broken = farReader(async () => {
    throw new Error('no answer')
  })
  app = await createTestApp({
    ...EMBEDDED_ONLY,
    remote: broken,
    onFallback: (reason) => void reasons.push(reason),
  })
  await upsert({ slug: 'wire', extractor: 'REMOTE' })
  const { outcome } = await app.ingest({ bodyText: 'Anna Berg resigned on Monday.' })
  expect([outcome, reasons]).toEqual(['CREATED', ['far-reader: no answer']])
  expect(await readRevision()).toEqual({
    revision: {
      extractorName: embeddedExtractor.name,
      extractorVersion: embeddedExtractor.version,
    },
    people: { totalCount: 1 },
  })
})
