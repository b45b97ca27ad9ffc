import { parse } from 'csv-parse/sync'
import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSampleApp } from '../../support/sample-app.ts'
import { ADMIN_KEY, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createSampleApp()
})
afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  app.app.request(path, { headers })
const read = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, headers)).text()
const table = async (path: string) =>
  parse(await read(path), { columns: true }) as Record<string, string>[]
const NEWEST = 'kherson-shelled-on-christmas-eve-ukraine-downs-117-drones'

describe('/export/figures', () => {
  test('.csv has a row for each figure in the order of publication, as GraphQL counts them', async () => {
    const { figures } = await app.read('{ figures { totalCount } }')
    expect((await table('/export/figures.csv')).length).toBe(figures.totalCount)
    const rows = await table(
      '/export/figures.csv?metric=drones-launched&claimant=ukrainian-air-force',
    )
    expect(rows.map(({ published_at, value }) => [published_at?.slice(0, 10), value])).toEqual([
      ['2025-12-15', '151'],
      ['2025-12-16', '98'],
      ['2025-12-18', '412'],
      ['2025-12-18', '412'],
      ['2025-12-18', '412'],
      ['2025-12-20', '187'],
      ['2025-12-22', '124'],
      ['2025-12-23', '653'],
      ['2025-12-23', '653'],
      ['2025-12-24', '131'],
    ])
    expect(rows[0]).toMatchObject({
      article: 'russian-drones-kill-five-in-kharkiv-and-zaporizhzhia',
      source: 'harbour-wire',
      metric_label: 'Drones launched',
      aggregation: 'FLOW',
      unit: 'drones',
      qualifier: 'EXACT',
      min_value: '',
      period_start: '2025-12-15T00:00:00.000Z',
      period_precision: 'DAY',
      attribution_kind: 'NAMED',
      claimant_name: 'Ukrainian Air Force',
      quote: '151 drones',
      context: 'ad to Orikhiv. Russia launched 151 drones and four missiles overnight, of',
      review_status: 'UNREVIEWED',
      status: 'CURRENT',
    })
  })

  test('filters by place and what lies in it, source, article and time', async () => {
    const count = async (query: string) => (await table(`/export/figures.csv?${query}`)).length
    const slug = 'place=kharkiv'
    expect(await count(slug)).toBeGreaterThan(0)
    expect(await count('place=ukraine')).toBeGreaterThan(await count(slug))
    const bySource = await table('/export/figures.csv?source=tidewater-radio&from=2025-12-24')
    expect(new Set(bySource.map(({ article }) => article))).toEqual(new Set([NEWEST]))
    expect(await count(`article=${NEWEST}`)).toBe(bySource.length)
    expect(await count(`article=${NEWEST}&to=2025-12-24T07:00:00Z`)).toBe(0)
  })

  test('say what is wrong with a filter', async () => {
    const answer = async (query: string) => {
      const response = await get(`/export/figures.ndjson?${query}`)
      return [response.status, await response.json()]
    }
    expect(await answer('metrik=x')).toEqual([
      400,
      {
        code: 'INVALID_INPUT',
        message:
          '"metrik" is no filter: there are metric, place, claimant, source, article, from, to.',
        path: 'metrik',
      },
    ])
    expect(await answer('metric=nope')).toEqual([
      404,
      { code: 'NOT_FOUND', message: 'There is no metric "nope".' },
    ])
    expect(await answer('from=yesterday')).toEqual([
      400,
      {
        code: 'INVALID_INPUT',
        message: 'from: write a day or a moment, like 2025-12-24 or 2025-12-24T09:00:00Z.',
        path: 'from',
      },
    ])
  })

  test('.ndjson has the same rows, and .geojson those with a known place', async () => {
    const lines = (await read('/export/figures.ndjson?metric=people-killed')).trimEnd().split('\n')
    const rows = lines.map((line) => JSON.parse(line))
    expect(rows.length).toBe((await table('/export/figures.csv?metric=people-killed')).length)
    const response = await get('/export/figures.geojson?metric=people-killed')
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    const { type, features } = (await response.json()) as any
    const located = rows.filter(({ places }) =>
      places.some((place: any) => place.latitude !== null),
    )
    expect([type, features.length]).toEqual(['FeatureCollection', located.length])
    expect(features[0]).toMatchObject({
      type: 'Feature',
      geometry: {
        type: 'MultiPoint',
        coordinates: [
          [36.253, 49.981],
          [35.117, 47.852],
        ],
      },
      properties: { value: 5, metric: { key: 'people-killed' } },
    })
  })

  test('are cached by a tag that any change of what may be seen changes', async () => {
    const path = '/export/figures.csv?metric=drones-launched'
    const tag = (await get(path)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"/)
    const again = await get(path, { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const reader = { authorization: `Bearer ${ADMIN_KEY}` }
    expect((await get(path, { ...reader, 'if-none-match': tag })).status).toBe(200)
    await app.ingest({
      source: 'desk',
      externalId: 'late',
      publishedAt: new Date('2025-12-10T00:00:00Z'),
    })
    expect((await get(path, { 'if-none-match': tag })).status).toBe(200)
  })

  test('are read in pages: as many statements for a page as for a row', async () => {
    const count = async (query: string) => {
      app.statements.length = 0
      await read(`/export/figures.csv?${query}`)
      return app.statements.length
    }
    const one = `article=russian-drones-kill-five-in-kharkiv-and-zaporizhzhia`
    expect(await count(`${one}&metric=drones-launched`)).toBeLessThan(20)
    expect(await count('source=harbour-wire')).toBe(await count('source=northern-courier'))
  })
})

test('/export/places.geojson has the places with coordinates and how many articles name them', async () => {
  const { features } = (await (await get('/export/places.geojson')).json()) as any
  const ukraine = features.find(({ id }: any) => id === 'ukraine')
  const { place } = await app.read(
    '{ place(slug: "ukraine") { articles(nested: true) { totalCount } } }',
  )
  expect(ukraine).toEqual({
    type: 'Feature',
    id: 'ukraine',
    geometry: { type: 'Point', coordinates: [32.153, 48.69] },
    properties: {
      slug: 'ukraine',
      name: 'Ukraine',
      kind: 'COUNTRY',
      countryCode: 'UA',
      url: 'https://news.example/entities/ukraine',
      articleCount: place.articles.totalCount,
    },
  })
})

describe('feeds', () => {
  test('of the site, of a country with its towns, and of a metric have the newest first', async () => {
    const site = parseRssFeed(await read('/feed.xml'))
    expect(site.items?.[0]).toMatchObject({
      title: 'Kherson shelled on Christmas Eve; Ukraine downs 117 drones',
      link: 'https://tidewater-radio.example/news/20251224-0700',
      guid: { value: `https://news.example/articles/${NEWEST}` },
      pubDate: 'Wed, 24 Dec 2025 07:00:00 GMT',
    })
    const { place, metric } = await app.read(
      '{ place(slug: "ukraine") { articles(nested: true) { totalCount } } metric(key: "drones-launched") { figures(first: 50) { edges { node { article { slug } } } } } }',
    )
    const country = parseAtomFeed(await read('/entities/ukraine/feed.atom'))
    expect([country.title?.value, country.entries?.length]).toEqual([
      'Ukraine · Dateline',
      place.articles.totalCount,
    ])
    const ofMetric = JSON.parse(await read('/metrics/drones-launched/feed.json'))
    const slugs = new Set(
      metric.figures.edges.map(
        ({ node }: any) => `https://news.example/articles/${node.article.slug}`,
      ),
    )
    expect(new Set(ofMetric.items.map(({ id }: any) => id))).toEqual(slugs)
    expect(ofMetric.items[0].url).toBe('https://tidewater-radio.example/news/20251224-0700')
  })

  test('of what was merged lead to what it became, and of nothing are not there', async () => {
    const metric = await get('/metrics/launched-drones/feed.xml')
    expect(metric.status).toBe(404)
    const { kept, merged } = await app.read(
      '{ kept: place(slug: "kherson") { id } merged: place(slug: "saltivka-district") { id } }',
    )
    const { mergeEntities } = await app.read(
      `mutation { mergeEntities(into: "${kept.id}", ids: ["${merged.id}"]) { __typename ... on Error { message } } }`,
      { key: ADMIN_KEY },
    )
    expect(mergeEntities.__typename).toBe('MergeEntitiesPayload')
    const moved = await get('/entities/saltivka-district/feed.json')
    expect([moved.status, moved.headers.get('location')]).toEqual([
      308,
      'https://news.example/entities/kherson/feed.json',
    ])
    const missing = await get('/entities/nobody/feed.json')
    expect([missing.status, ((await missing.json()) as any).code]).toEqual([404, 'NOT_FOUND'])
  })
})

test('sitemaps: reading pages of all articles, and the news of two days', async () => {
  const all = await read('/sitemap.xml')
  const { articles } = await app.read('{ articles { totalCount } }')
  expect(all.match(/<loc>/g)?.length).toBe(articles.totalCount)
  expect(all).toContain(`<loc>https://news.example/articles/${NEWEST}</loc>`)
  const news = await read('/sitemap-news.xml')
  expect([...news.matchAll(/<news:publication_date>([^<]*)/g)].map(([, time]) => time)).toEqual([
    '2025-12-24T07:00:00.000Z',
    '2025-12-23T13:20:00.000Z',
  ])
})
