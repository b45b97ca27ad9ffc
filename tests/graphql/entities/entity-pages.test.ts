import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  const stories = [
    [
      'a1',
      '2025-11-03',
      'Volodymyr Zelensky spoke in Kharkiv. Zelensky said 12 people were killed.',
    ],
    ['a2', '2025-11-03', 'Volodymyr Zelensky met Emmanuel Macron in Paris.'],
    ['a3', '2025-11-12', 'Volodymyr Zelensky called Emmanuel Macron. Macron spoke in Kharkiv.'],
    ['a4', '2025-12-24', 'Volodymyr Zelensky returned to Kyiv.'],
    ['a5', '2025-12-24', 'Emmanuel Macron opened a school in Paris.'],
  ] as const
  for (const [externalId, date, bodyText] of stories) {
    await app.ingest({
      externalId,
      headline: `Story ${externalId}`,
      publishedAt: new Date(`${date}T08:00:00Z`),
      bodyText,
    })
  }
  await app.ingest({
    externalId: 'draft',
    headline: 'Draft',
    status: 'DRAFT',
    publishedAt: new Date('2025-11-13T08:00:00Z'),
    bodyText: 'Volodymyr Zelensky and Emmanuel Macron met in Kharkiv, Paris and Kyiv.',
  })
})
afterAll(() => app.close())

const timeline = async (args: string) => {
  const { entity } = await app.read(
    `{ entity(slug: "volodymyr-zelensky") { timeline(${args}) { start end articleCount mentionCount figureCount } } }`,
  )
  return entity.timeline.map((bucket: Record<string, unknown>) => [
    String(bucket.start).slice(0, 10),
    bucket.articleCount,
    bucket.mentionCount,
    bucket.figureCount,
  ])
}

describe('a timeline', () => {
  test('counts articles, mentions and figures, with the weeks in which there was nothing', async () => {
    expect(await timeline('interval: WEEK')).toEqual([
      ['2025-11-03', 2, 3, 1],
      ['2025-11-10', 1, 1, 0],
      ['2025-11-17', 0, 0, 0],
      ['2025-11-24', 0, 0, 0],
      ['2025-12-01', 0, 0, 0],
      ['2025-12-08', 0, 0, 0],
      ['2025-12-15', 0, 0, 0],
      ['2025-12-22', 1, 1, 0],
    ])
  })

  test('by month and by year', async () => {
    expect(await timeline('interval: MONTH')).toEqual([
      ['2025-11-01', 3, 4, 1],
      ['2025-12-01', 1, 1, 0],
    ])
    expect(await timeline('interval: YEAR')).toEqual([['2025-01-01', 4, 5, 1]])
  })

  test('covers the time that is asked for, the end exclusive', async () => {
    expect(
      await timeline('interval: DAY, from: "2025-11-02T00:00:00Z", to: "2025-11-04T00:00:00Z"'),
    ).toEqual([
      ['2025-11-02', 0, 0, 0],
      ['2025-11-03', 2, 3, 1],
    ])
    expect(await timeline('interval: MONTH, to: "2025-11-12T08:00:00Z"')).toEqual([
      ['2025-11-01', 2, 3, 1],
    ])
    expect(await timeline('interval: YEAR, from: "2026-01-01T00:00:00Z"')).toEqual([])
  })

  test.each([
    [
      'interval: DAY, from: "2000-01-01T00:00:00Z"',
      'The timeline has more than 1100 intervals: choose a longer interval, or a shorter time with "from" and "to".',
    ],
    [
      'interval: AS_REPORTED',
      'A timeline has DAY, WEEK, MONTH or YEAR: articles have no period, AS_REPORTED is for figures.',
    ],
  ])('%s is an error that says what to ask instead', async (args, message) => {
    const { errors } = await app.ask(
      `{ entity(slug: "volodymyr-zelensky") { timeline(${args}) { articleCount } } }`,
    )
    expect(errors.map((error) => [error.extensions?.code, error.message])).toEqual([
      ['INVALID_INPUT', message],
    ])
  })
})

describe('entities that are named together', () => {
  const beside = async (args: string, key?: string) => {
    const { entity } = await app.read(
      `{ entity(slug: "volodymyr-zelensky") { coOccurring${args} { articleCount entity { name } } } }`,
      key === undefined ? {} : { key },
    )
    return entity.coOccurring.map((row: { articleCount: number; entity: { name: string } }) => [
      row.entity.name,
      row.articleCount,
    ])
  }

  test('the most frequent first, counted by article', async () => {
    expect(await beside('')).toEqual([
      ['Kharkiv', 2],
      ['Emmanuel Macron', 2],
      ['Paris', 1],
      ['Kyiv', 1],
    ])
  })

  test('of one type, and no more than asked for', async () => {
    expect(await beside('(type: PERSON)')).toEqual([['Emmanuel Macron', 2]])
    expect(await beside('(first: 1)')).toEqual([['Kharkiv', 2]])
  })

  test('drafts count for those who may see them', async () => {
    expect(await beside('(first: 2)', await app.makeKey('READ_UNPUBLISHED'))).toEqual([
      ['Kharkiv', 3],
      ['Emmanuel Macron', 3],
    ])
  })
})

describe('related articles', () => {
  const related = async (slug: string, args = '') => {
    const { article } = await app.read(
      `{ article(slug: "${slug}") { related${args} { score article { slug } sharedEntities { name } } } }`,
    )
    return article.related.map(
      (row: { score: number; article: { slug: string }; sharedEntities: { name: string }[] }) => [
        row.article.slug,
        Number(row.score.toFixed(6)),
        row.sharedEntities.map(({ name }) => name),
      ],
    )
  }
  /** Zelensky is named by 4 articles, Macron by 3, Kharkiv and Paris by 2 that the public may see. */
  const weight = (articles: number) => 1 / Math.log(articles)
  const round = (score: number) => Number(score.toFixed(6))

  test('share entities, of which rare ones count more', async () => {
    expect(await related('story-a3')).toEqual([
      ['story-a1', round(weight(2) + weight(4)), ['Kharkiv', 'Volodymyr Zelensky']],
      ['story-a2', round(weight(3) + weight(4)), ['Emmanuel Macron', 'Volodymyr Zelensky']],
      ['story-a5', round(weight(3)), ['Emmanuel Macron']],
      ['story-a4', round(weight(4)), ['Volodymyr Zelensky']],
    ])
  })

  test('no more than asked for, and at most 100', async () => {
    expect((await related('story-a3', '(first: 1)')).length).toBe(1)
    const { errors } = await app.ask(
      '{ article(slug: "story-a3") { related(first: 101) { score } } }',
    )
    expect(errors[0]?.message).toContain('"first" is 101, but must be between 0 and 100')
  })
})
