import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLES } from '../../src/server/example-queries.ts'
import { loadSamples } from '../../src/server/load-samples.ts'
import { EMBEDDED_ONLY } from '../support/extractors.ts'
import { ADMIN_KEY, createTestApp, type TestApp } from '../support/test-app.ts'

const log = pino({ level: 'silent' })
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await loadSamples({ db: app.db, extractors: EMBEDDED_ONLY, log })
})
afterAll(() => app.close())

describe('the sample stories', () => {
  test('are all taken in, once', async () => {
    const articles = await app.db.article.count()
    expect(articles).toBeGreaterThanOrEqual(24)
    await loadSamples({ db: app.db, extractors: EMBEDDED_ONLY, log })
    expect(await app.db.article.count()).toBe(articles)
  })

  test('are finished when a first load was cut short, and left out where other articles are', async () => {
    const whole = await app.db.article.count()
    await app.db.auditEvent.deleteMany({ where: { action: 'loadSamples' } })
    await app.db.article.deleteMany({ where: { source: { slug: 'tidewater-radio' } } })
    await loadSamples({ db: app.db, extractors: EMBEDDED_ONLY, log })
    expect(await app.db.article.count()).toBe(whole)
    const other = await createTestApp()
    await other.ingest({ source: 'my-paper' })
    await loadSamples({ db: other.db, extractors: EMBEDDED_ONLY, log })
    expect(await other.db.article.count()).toBe(1)
    await other.close()
  })

  test('show a draft and an embargo to nobody without a key', async () => {
    const count = async (key?: string) =>
      (await app.read('{ articles { totalCount } }', key ? { key } : {})).articles.totalCount
    expect((await count(ADMIN_KEY)) - (await count())).toBe(2)
  })
})

describe("GraphiQL's examples", () => {
  for (const { name, query, variables, headers } of EXAMPLES) {
    test(`${name}: has an answer`, async () => {
      if (query.includes('\nsubscription')) {
        const stream = await app.subscribe(query)
        expect(await stream.take(1)).toMatchObject([{ data: { data: { articleChanged: {} } } }])
        await stream.close()
        return
      }
      const data = await app.read(query, {
        ...(variables && { variables }),
        ...(headers && { key: ADMIN_KEY }),
      })
      expect(JSON.stringify(data)).not.toMatch(/"totalCount":0|"edges":\[\]\}\}$|:null\}$/)
      const [root] = Object.values(data) as object[]
      expect(root).toBeTruthy()
    })
  }
})

describe('claims of the sample stories', () => {
  test('make a series of one point for each raid and claimant, however many outlets print it', async () => {
    const { figureSeries } = await app.read(
      '{ figureSeries(metric: "drones-launched", claimants: ["ukrainian-air-force"], interval: DAY) { points { start value articleCount } } }',
    )
    expect(
      figureSeries.points.map((point: { start: string; value: number; articleCount: number }) => [
        point.start.slice(5, 10),
        point.value,
        point.articleCount,
      ]),
    ).toEqual([
      ['12-15', 151, 1],
      ['12-16', 98, 1],
      ['12-18', 412, 3],
      ['12-20', 187, 1],
      ['12-22', 124, 1],
      ['12-23', 653, 2],
      ['12-24', 131, 1],
    ])
  })

  test('show the two sides of each raid that the ministry counts otherwise', async () => {
    const { conflicts } = await app.read(
      '{ conflicts(metric: "drones-launched", from: "2025-12-18T00:00:00Z") { edges { node { spread { min max } } } } }',
    )
    expect(conflicts.edges.map(({ node }: { node: object }) => node)).toEqual([
      { spread: { min: 600, max: 653 } },
      { spread: { min: 350, max: 412 } },
    ])
  })
})

/** The fenced blocks of a document in one language. */
const blocksOf = (document: string, language: string): string[] =>
  [...document.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text]) => text ?? '',
  )

async function expectAnswers(asked: TestApp, document: string, key?: string): Promise<void> {
  const [queries, answers] = [blocksOf(document, 'graphql'), blocksOf(document, 'json')]
  expect(queries.length).toBe(answers.length)
  expect(queries.length).toBeGreaterThan(1)
  for (const [i, query] of queries.entries()) {
    expect(await asked.read(query, key ? { key } : {})).toEqual(JSON.parse(answers[i] ?? ''))
  }
}

test('docs/queries.md shows queries and exactly their answers, a correction among them', async () => {
  const own = await createTestApp()
  await loadSamples({ db: own.db, extractors: EMBEDDED_ONLY, log })
  await expectAnswers(own, readFileSync('docs/queries.md', 'utf8'), ADMIN_KEY)
  await own.close()
})

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8')

  test('shows queries and exactly their answers', async () => {
    await expectAnswers(app, readme)
  })

  test('shows a curl command whose body is taken in', async () => {
    const body = /-d '([\s\S]*?)'/.exec(readme)?.[1] ?? ''
    const { query, variables } = JSON.parse(body.replaceAll('\n', ' '))
    const { ingestArticle } = await app.read(query, { variables, key: ADMIN_KEY })
    expect(ingestArticle).toEqual({ outcome: 'CREATED', article: { slug: 'ferry-resumes' } })
  })

  test('shows a curl command that waits for events', async () => {
    const [, body] = /curl -N [\s\S]*?-d '([\s\S]*?)'/.exec(readme) ?? []
    const { query } = JSON.parse(body ?? '')
    const stream = await app.subscribe(query, { lastEventId: '0' })
    expect((await stream.take(1))[0]?.data.data.articleChanged.kind).toBe('PUBLISHED')
    await stream.close()
  })

  test('lists every setting', async () => {
    const config = readFileSync('src/config.ts', 'utf8')
    for (const [, name] of config.matchAll(/^ {2}([A-Z][A-Z_]+): optional/gm)) {
      expect(readme).toContain(`\`${name}\``)
    }
  })
})
