import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSampleApp } from '../../support/sample-app.ts'
import { ADMIN_KEY, NOW, type TestApp } from '../../support/test-app.ts'

// The standard's schema is not ours to ship: this test runs where it lies beside the project.
const SCHEMA = '../shared/standards/ninjs-3.1.json'
const present = existsSync(SCHEMA)
if (!present) process.stderr.write(`ninjs is not validated: no ${SCHEMA}.\n`)

const STORY = 'russian-drones-kill-five-in-kharkiv-and-zaporizhzhia'
let app: TestApp
beforeAll(async () => {
  app = await createSampleApp()
})
afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  app.app.request(path, { headers })

describe('/articles/:slug.jsonld', () => {
  test('is a NewsArticle with what it names and the figures it cites, with who says so', async () => {
    const response = await get(`/articles/${STORY}.jsonld`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    const document = (await response.json()) as any
    const { mentions, citation, articleBody, ...rest } = document
    expect(rest).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': `https://news.example/articles/${STORY}`,
      url: 'https://harbour-wire.example/2025/12/15/kharkiv-zaporizhzhia-drones',
      identifier: {
        '@type': 'PropertyValue',
        propertyID: 'harbour-wire',
        value: 'HW-20251215-0007',
      },
      headline: 'Russian drones kill five in Kharkiv and Zaporizhzhia',
      wordCount: 160,
      inLanguage: 'en',
      datePublished: '2025-12-15T08:40:00.000Z',
      dateModified: '2025-12-15T08:40:00.000Z',
      version: 1,
      author: [{ '@type': 'Organization', name: 'Harbour Wire' }],
      publisher: { '@type': 'Organization', name: 'harbour-wire' },
      keywords: ['Air war', 'Ukraine', 'Invented sample'],
    })
    expect(articleBody.slice(0, 32)).toBe('KHARKIV, Dec 15 (Harbour Wire) -')
    expect(mentions[0]).toEqual({
      '@type': 'Place',
      '@id': 'https://news.example/entities/kharkiv',
      name: 'Kharkiv',
      geo: { '@type': 'GeoCoordinates', latitude: 49.981, longitude: 36.253 },
      sameAs: ['https://www.geonames.org/706483'],
    })
    expect(mentions.find((one: any) => one['@type'] === 'Person')).toEqual({
      '@type': 'Person',
      '@id': 'https://news.example/entities/mykola-hrabar',
      name: 'Mykola Hrabar',
      jobTitle: 'regional governor',
    })
    const { '@id': id, ...claim } = citation.find((one: any) => one.text === '151 drones')
    expect(id).toMatch(new RegExp(`^https://news\\.example/articles/${STORY}#figure-\\d+$`))
    expect(claim).toEqual({
      '@type': 'Claim',
      text: '151 drones',
      author: {
        '@type': 'Organization',
        '@id': 'https://news.example/entities/ukrainian-air-force',
        name: 'Ukrainian Air Force',
      },
      creditText: 'Ukrainian Air Force',
      datePublished: '2025-12-15T08:40:00.000Z',
      temporalCoverage: '2025-12-15T00:00:00.000Z/2025-12-16T00:00:00.000Z',
      appearance: {
        '@type': 'NewsArticle',
        '@id': `https://news.example/articles/${STORY}`,
        headline: 'Russian drones kill five in Kharkiv and Zaporizhzhia',
      },
      about: {
        '@type': 'Observation',
        variableMeasured: {
          '@type': 'StatisticalVariable',
          '@id': 'https://news.example/metrics/drones-launched',
          name: 'Drones launched',
        },
        observationDate: '2025-12-15T00:00:00.000Z',
        value: 151,
        unitText: 'drones',
        measurementQualifier: 'EXACT',
      },
    })
    expect(citation.find((one: any) => one.creditText === 'regional officials').author).toBe(
      undefined,
    )
  })

  test('is what GraphQL gives as jsonLd, and figures have one of their own', async () => {
    const document = await (await get(`/articles/${STORY}.jsonld`)).json()
    const { article } = await app.read(
      `{ article(slug: "${STORY}") { jsonLd figures { edges { node { jsonLd } } } } }`,
    )
    expect(article.jsonLd).toEqual(document)
    expect(article.figures.edges.map(({ node }: any) => node.jsonLd)).toEqual(
      (document as any).citation.map((claim: object) => ({
        '@context': 'https://schema.org',
        ...claim,
      })),
    )
  })
})

describe('/articles/:slug.ninjs.json', () => {
  test('has the text twice, its concepts, and is withheld where the article is not public', async () => {
    const item = (await (await get(`/articles/${STORY}.ninjs.json`)).json()) as any
    expect(item).toMatchObject({
      uri: `https://news.example/articles/${STORY}`,
      standard: { name: 'ninjs', version: '3.1' },
      pubStatus: 'usable',
      version: '1',
      versionCreated: '2025-12-15T08:40:00.000Z',
      by: 'Harbour Wire',
      subjects: [
        { name: 'Air war', literal: 'air-war' },
        { name: 'Ukraine', literal: 'ukraine' },
        { name: 'Invented sample', literal: 'invented-sample' },
      ],
      altIds: [
        { role: 'externalId', value: 'HW-20251215-0007' },
        {
          role: 'canonicalUrl',
          value: 'https://harbour-wire.example/2025/12/15/kharkiv-zaporizhzhia-drones',
        },
      ],
    })
    expect(item.bodies.map(({ contentType }: any) => contentType)).toEqual([
      'text/html',
      'text/plain',
    ])
    expect(item.people.map(({ name }: any) => name)).toEqual(['Mykola Hrabar', 'Bohdan Kurylas'])
    const draft = await app.db.article.findFirstOrThrow({ where: { status: 'DRAFT' } })
    expect((await get(`/articles/${draft.slug}.ninjs.json`)).status).toBe(404)
    const seen = await get(`/articles/${draft.slug}.ninjs.json`, {
      authorization: `Bearer ${ADMIN_KEY}`,
    })
    expect(((await seen.json()) as any).pubStatus).toBe('withheld')
  })

  test.skipIf(!present)('of every sample is valid by the standard', async () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    // What the standard refers to; of its geometries we write points only.
    ajv.addSchema({
      $id: 'https://geojson.org/schema/GeoJSON.json#',
      type: 'object',
      required: ['type', 'coordinates'],
      properties: { type: { const: 'Point' }, coordinates: { type: 'array', minItems: 2 } },
    })
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')))
    expect(validate({ uri: 'https://a.example/', headline: 'Version 1 had this name.' })).toBe(
      false,
    )
    const { articles } = await app.read('{ articles(first: 100) { edges { node { ninjs } } } }', {
      key: ADMIN_KEY,
    })
    expect(articles.edges.length).toBe(28)
    for (const { node } of articles.edges) {
      validate(node.ninjs)
      expect([node.ninjs.uri, validate.errors]).toEqual([node.ninjs.uri, null])
    }
  })
})

describe('/articles/:slug.md', () => {
  test('lists the figures under the text, with who says so', async () => {
    const response = await get(`/articles/${STORY}.md`)
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const lines = (await response.text()).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      '# Russian drones kill five in Kharkiv and Zaporizhzhia',
      '',
      'Harbour Wire · harbour-wire · 2025-12-15T08:40:00.000Z · <https://harbour-wire.example/2025/12/15/kharkiv-zaporizhzhia-drones>',
      '',
    ])
    const figures = lines.slice(lines.indexOf('## Figures'))
    expect(figures).toContain('- **14 injured**: People injured; Kharkiv; Mykola Hrabar')
    expect(figures).toContain(
      '- **18,000 households**: Households without power; Kharkiv; the article itself',
    )
  })
})

describe('documents of articles', () => {
  test('are cached: an ETag that is sent back is a 304 until the article changes', async () => {
    const first = await get(`/articles/${STORY}.md`)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    expect(first.headers.get('vary')).toBe('Authorization')
    const { updatedAt } = await app.db.article.findFirstOrThrow({ where: { slug: STORY } })
    expect(first.headers.get('last-modified')).toBe(updatedAt.toUTCString())
    const tag = first.headers.get('etag') ?? ''
    const second = await get(`/articles/${STORY}.md`, { 'if-none-match': tag })
    expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', tag])
    const other = await get(`/articles/${STORY}.md`, { 'if-none-match': '"another"' })
    expect(other.status).toBe(200)
    const withKey = await get(`/articles/${STORY}.md`, { authorization: `Bearer ${ADMIN_KEY}` })
    expect(withKey.headers.get('cache-control')).toBe('private, no-cache')
  })

  test('of a story that is not there say so, and a bad key is refused', async () => {
    const missing = await get('/articles/nowhere.jsonld')
    expect([missing.status, missing.headers.get('cache-control'), await missing.json()]).toEqual([
      404,
      'no-store',
      {
        code: 'NOT_FOUND',
        message: 'There is no article "nowhere": "articles" in GraphQL lists those there are.',
      },
    ])
    const bad = await get(`/articles/${STORY}.md`, { authorization: 'Bearer wrong' })
    expect([bad.status, ((await bad.json()) as any).code]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('show a correction, and of a withdrawn story only its notice', async () => {
    app.setTime(NOW)
    const { slug } = await app.ingest({
      source: 'desk',
      externalId: 'ferry',
      headline: 'Ferry resumes',
      bodyText: 'The ferry carried 635 passengers on Monday, the port authority said.',
      publishedAt: new Date('2025-12-22T09:00:00Z'),
    })
    const id = (await app.read(`{ article(slug: "${slug}") { id } }`)).article.id
    const corrected = await app.read(
      `mutation ($input: CorrectArticleInput!) { correctArticle(input: $input) { __typename ... on Error { message } } }`,
      {
        key: ADMIN_KEY,
        variables: {
          input: {
            id,
            kind: 'CORRECTION',
            text: 'An earlier version gave the number of passengers as 635; it was 653.',
            bodyText: 'The ferry carried 653 passengers on Monday, the port authority said.',
          },
        },
      },
    )
    expect(corrected.correctArticle.__typename).toBe('CorrectArticlePayload')
    const document = (await (await get(`/articles/${slug}.jsonld`)).json()) as any
    expect(document.correction).toEqual([
      {
        '@type': 'CorrectionComment',
        text: 'An earlier version gave the number of passengers as 635; it was 653.',
        datePublished: NOW.toISOString(),
      },
    ])
    expect(document.citation.map(({ about }: any) => about.value)).toEqual([653])
    await app.read(
      `mutation ($input: WithdrawArticleInput!) { withdrawArticle(input: $input) { __typename } }`,
      { key: ADMIN_KEY, variables: { input: { id, text: 'The ferry never sailed.' } } },
    )
    for (const suffix of ['jsonld', 'ninjs.json', 'md']) {
      const gone = await get(`/articles/${slug}.${suffix}`)
      expect([gone.status, await gone.json()]).toEqual([
        410,
        { code: 'WITHDRAWN', message: 'The ferry never sailed.', withdrawnAt: NOW.toISOString() },
      ])
    }
  })
})
