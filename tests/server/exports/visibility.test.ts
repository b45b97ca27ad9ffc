import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const past = new Date(NOW.getTime() - 3_600_000)
const future = new Date(NOW.getTime() + 3_600_000)
/** One article for each way to be hidden. */
const HIDDEN = {
  draft: { status: 'DRAFT' },
  scheduled: { status: 'SCHEDULED', publishedAt: future },
  embargoed: { publishedAt: past, embargoedUntil: future },
  unpublished: { status: 'UNPUBLISHED', publishedAt: past },
  withdrawn: { status: 'WITHDRAWN', publishedAt: past },
} as const
const SECRET = /secret|wagons|draftson|kherson|ukraine|\b77\b/i

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    source: 'open',
    externalId: 'open',
    headline: 'Open',
    bodyText: 'Officials in Oslo said 5 boats sank.',
    publishedAt: past,
  })
  for (const [way, state] of Object.entries(HIDDEN)) {
    await app.ingest({
      source: `secret-${way}`,
      externalId: way,
      headline: `Secret ${way}`,
      bodyText:
        'Mr Astrid Draftson told reporters in Oslo that 77 secretive wagons were stolen in Kherson.',
      ...state,
    })
  }
})
afterAll(() => app.close())

const LISTS = [
  ...['xml', 'atom', 'json'].flatMap((format) => [
    `/feed.${format}`,
    `/entities/oslo/feed.${format}`,
    `/entities/norway/feed.${format}`,
  ]),
  '/sitemap.xml',
  '/sitemap-news.xml',
  '/export/figures.csv',
  '/export/figures.ndjson',
  '/export/figures.geojson',
  '/export/figures.csv?place=oslo',
  '/export/places.geojson',
]

async function hiddenPaths(): Promise<string[]> {
  const [articles, entities, metrics] = await Promise.all([
    app.db.article.findMany({ where: { headline: { startsWith: 'Secret' } } }),
    app.db.entity.findMany({ where: { name: { in: ['Astrid Draftson', 'Kherson', 'Ukraine'] } } }),
    app.db.metric.findMany({ where: { key: { contains: 'wagons' } } }),
  ])
  expect([articles.length, entities.length, metrics.length]).toEqual([5, 3, 1])
  return [
    ...articles.flatMap(({ slug }) =>
      ['jsonld', 'ninjs.json', 'md'].map((suffix) => `/articles/${slug}.${suffix}`),
    ),
    ...articles.map(({ slug }) => `/export/figures.csv?article=${slug}`),
    ...entities.flatMap(({ slug, type }) => [
      `/entities/${slug}/feed.xml`,
      `/export/figures.csv?${type === 'PLACE' ? 'place' : 'claimant'}=${slug}`,
    ]),
    ...metrics.flatMap(({ key }) => [
      `/metrics/${key}/feed.json`,
      `/export/figures.geojson?metric=${key}`,
    ]),
    ...Object.keys(HIDDEN).map((way) => `/export/figures.ndjson?source=secret-${way}`),
  ]
}

describe('what is not public is in no export, feed or sitemap', () => {
  test('for the public and for keys that may not read it', async () => {
    const key = await app.makeKey('INGEST', 'REVIEW')
    for (const path of LISTS) {
      for (const headers of [{}, { authorization: `Bearer ${key}` }]) {
        const response = await app.app.request(path, { headers })
        const text = await response.text()
        expect([path, response.status, SECRET.exec(text)]).toEqual([path, 200, null])
      }
    }
    const { features } = (await (await app.app.request('/export/places.geojson')).json()) as any
    expect(features.map(({ id, properties }: any) => [id, properties.articleCount])).toEqual([
      ['oslo', 1],
      ['norway', 1],
    ])
  })

  test('and what hangs on it is missing, as what never was', async () => {
    for (const path of await hiddenPaths()) {
      const response = await app.app.request(path)
      const { code, message } = (await response.json()) as any
      expect([path, response.status, code]).toEqual([path, 404, 'NOT_FOUND'])
      expect(message).toMatch(/^There is no (article|entity|metric|place|claimant|source) "/)
    }
  })

  test('a reader gets it, and no cache may keep it for others', async () => {
    for (const key of [await app.makeKey('READ_UNPUBLISHED'), ADMIN_KEY]) {
      const headers = { authorization: `Bearer ${key}` }
      for (const path of [...LISTS, ...(await hiddenPaths())]) {
        const response = await app.app.request(path, { headers })
        await response.text()
        expect([path, response.status, response.headers.get('cache-control')]).toEqual([
          path,
          200,
          'private, no-cache',
        ])
        expect(response.headers.get('vary')).toBe('Authorization')
      }
      const rows = (
        await (await app.app.request('/export/figures.ndjson', { headers })).text()
      ).trim()
      expect(rows.split('\n').length).toBe(6)
    }
  })

  test('an embargo opens by itself, and with it another tag', async () => {
    const path = '/export/figures.ndjson'
    const before = await app.app.request(path)
    expect((await before.text()).trim().split('\n').length).toBe(1)
    app.setTime(new Date(future.getTime() + 1000))
    const after = await app.app.request(path, {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    })
    expect([after.status, (await after.text()).trim().split('\n').length]).toEqual([200, 3])
    app.setTime(NOW)
  })
})
