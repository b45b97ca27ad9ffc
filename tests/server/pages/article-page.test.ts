import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

const BODY =
  'The Ukrainian Air Force said 12 drones were downed over Kharkiv on Tuesday.\n\nOfficials said 5 people were injured.'
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    headline: 'Drones over Kharkiv',
    bodyText: BODY,
    authors: ['A. Writer'],
    publishedAt: new Date('2025-12-24T08:00:00Z'),
    url: 'https://wire.example/1',
  })
})
afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  app.app.request(path, { headers })

/** The text of a page without its markup. */
const textOf = (node: { data?: string; children?: object[] }): string =>
  node.data ?? (node.children ?? []).map((child) => textOf(child)).join('')

test('names link to their pages, and figures are marked with what they say and who says so', async () => {
  const response = await get('/articles/drones-over-kharkiv')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const page = await response.text()
  expect(page).toContain('<a href="/entities/kharkiv" title="Kharkiv (place)">Kharkiv</a></h1>')
  expect(page).toMatch(
    /<span id="figure-\d+"><mark title="Drones intercepted: 12 drones\. Says: Ukrainian Air Force\. Time: Tuesday\. In: Kharkiv\.">12 drones were downed<\/mark><\/span> over <a href="\/entities\/kharkiv"/,
  )
  expect(page).toContain('By A. Writer')
  expect(page).toContain('href="/articles/drones-over-kharkiv.jsonld"')
  expect(textOf(parseDocument(page) as object)).toContain(BODY.split('\n\n')[0])
})

test('no script can run: the policy allows none, and nothing is cached longer than a minute', async () => {
  const response = await get('/articles/drones-over-kharkiv')
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'self';/,
  )
  expect(response.headers.get('cache-control')).toBe('public, max-age=60')
  const etag = response.headers.get('etag') ?? ''
  expect((await get('/articles/drones-over-kharkiv', { 'if-none-match': etag })).status).toBe(304)
})

test('an unknown article and a hidden one are the same 404', async () => {
  await app.ingest({
    externalId: 'd',
    headline: 'Draft',
    status: 'DRAFT',
    bodyText: 'Nobody came.',
  })
  const [draft, missing] = [await get('/articles/draft'), await get('/articles/none')]
  expect([draft.status, missing.status]).toEqual([404, 404])
  expect((await draft.text()).replaceAll('draft', 'none')).toBe(await missing.text())
  const own = await get('/articles/draft', { authorization: `Bearer ${ADMIN_KEY}` })
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
})

test('corrections stand above the text; of a withdrawn story the notice is left, with 410', async () => {
  await app.ingest({ externalId: 'c', headline: 'Count', bodyText: 'Officials said 7 boats sank.' })
  const { id } = await app.db.article.findFirstOrThrow({ where: { slug: 'count' } })
  const variables = { id: Buffer.from(`Article:${id}`).toString('base64') }
  await app.read(
    `mutation ($id: ID!) { correctArticle(input: { id: $id, kind: CORRECTION, text: "It was <8>.", bodyText: "Officials said 8 boats sank." }) { __typename } }`,
    { variables, key: ADMIN_KEY },
  )
  const page = await (await get('/articles/count')).text()
  expect(page).toContain('<strong>Correction</strong>')
  expect(page).toContain('It was &lt;8&gt;.')
  await app.read(
    'mutation ($id: ID!) { withdrawArticle(input: { id: $id, text: "We were wrong." }) { __typename } }',
    { variables, key: ADMIN_KEY },
  )
  const gone = await get('/articles/count')
  expect(gone.status).toBe(410)
  const left = await gone.text()
  expect(left).toContain('We were wrong.')
  expect(left).not.toContain('boats')
})

test('no text in headline, body, dek, author or source breaks out of its place', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '</h1><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'--><svg/onload=x>",
      '<!--',
      ']]>',
      '&lt;b&gt;',
    ),
  )
  const row = await app.db.article.findFirstOrThrow({ where: { slug: 'drones-over-kharkiv' } })
  const shape = async () => {
    const page = await (await get('/articles/drones-over-kharkiv')).text()
    const names: string[] = []
    const walk = (node: { name?: string; attribs?: object; children?: object[] }): void => {
      if (node.name !== undefined) names.push(`${node.name} ${Object.keys(node.attribs ?? {})}`)
      for (const child of node.children ?? []) walk(child)
    }
    walk(parseDocument(page) as object)
    return names
  }
  const set = async (text: string) => {
    const name = `x${text}`
    await app.db.article.update({
      where: { id: row.id },
      data: { headline: `Drones over Kharkiv ${text}` },
    })
    await app.db.entity.updateMany({ data: { name } })
    await app.db.figure.updateMany({
      data: { attributionLabel: name, attributionVia: name, periodText: name },
    })
    await app.db.metric.updateMany({ data: { label: name } })
    await app.db.source.updateMany({ data: { name } })
    await app.db.articleRevision.update({
      where: { id: row.currentRevisionId ?? 0 },
      data: {
        dek: name,
        authors: [name],
        bodyText: `${BODY} ${text.replace(/\s+/g, ' ')}`,
      },
    })
  }
  await set('')
  const expected = await shape()
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      await set(text)
      expect(await shape()).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})
