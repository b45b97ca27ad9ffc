import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

const DAY = 86_400_000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY)
const STORIES = {
  raid: {
    headline: 'Ukraine downs 117 drones',
    bodyText:
      'Ukraine intercepted 117 of 131 drones overnight, the Ukrainian Air Force said.\n\nPresident Volodymyr Zelensky spoke in Kyiv.',
    publishedAt: daysAgo(1),
  },
  repair: {
    headline: 'Power restored',
    bodyText:
      'Engineers in Kyiv restored power after a drone fell on a substation. Missiles missed it.',
    publishedAt: daysAgo(40),
  },
  'sao-paulo': {
    headline: 'São Paulo floods',
    bodyText: 'Floods in São Paulo forced 300 people from their homes, the mayor said.',
    publishedAt: daysAgo(2),
  },
  beijing: {
    headline: '北京市政府宣布',
    bodyText: '北京市政府星期一宣布了新的措施。',
    language: 'zh',
    publishedAt: daysAgo(3),
  },
  arabic: {
    headline: 'أخبار من بيروت',
    bodyText: 'قال الوزير إن الميناء مفتوح.',
    language: 'ar',
    publishedAt: daysAgo(3),
  },
  script: {
    headline: 'Web page defaced',
    bodyText:
      'The page showed <b>hello</b> & <script>alert(1)</script> to visitors of the ferry company.',
    source: 'other',
    publishedAt: daysAgo(70),
  },
}

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  for (const [externalId, story] of Object.entries(STORIES)) {
    await app.ingest({ externalId, ...story })
  }
})
afterAll(() => app.close())

const HITS = `query ($query: String!, $types: [SearchType!], $first: Int, $after: String, $filter: SearchFilter) {
  search(query: $query, types: $types, first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor score snippet { text match }
      node { __typename ... on Article { externalId } ... on Person { name } ... on Place { name } ... on Organization { name } } }
  }
}`
interface Edge {
  readonly cursor: string
  readonly score: number
  readonly snippet: readonly { text: string; match: boolean }[]
  readonly node: { __typename: string; externalId?: string; name?: string }
}
const ask = async (query: string, more: object = {}) =>
  (await app.read(HITS, { variables: { query, ...more } })).search
const nameOf = ({ node }: Edge) => node.externalId ?? node.name
/** External ids of articles and names of entities, best first. */
const find = async (query: string, more: object = {}): Promise<(string | undefined)[]> =>
  (await ask(query, more)).edges.map(nameOf)
const articles = { types: ['ARTICLE'] }
const marked = ({ snippet }: Edge) =>
  snippet.map(({ text, match }) => (match ? `[${text}]` : text)).join('')

describe('a search finds', () => {
  test('words whatever their accents and case', async () => {
    for (const query of ['Sao Paulo', 'SÃO PAULO', '"sao paulo floods"', 'Sa\u{303}o']) {
      expect([query, await find(query, articles)]).toEqual([query, ['sao-paulo']])
    }
  })

  test('phrases in their order, beginnings, and what is left when words are excluded', async () => {
    expect(await find('"air force"', articles)).toEqual(['raid'])
    expect(await find('"force air"', articles)).toEqual([])
    expect(await find('intercep*', articles)).toEqual(['raid'])
    expect((await find('kyiv', articles)).sort()).toEqual(['raid', 'repair'])
    expect(await find('kyiv -missiles', articles)).toEqual(['raid'])
    expect(await find('flood* OR substation', articles)).toEqual(['sao-paulo', 'repair'])
  })

  test('the other number of a word, behind the number that was asked for, unless it is quoted', async () => {
    expect(await find('drones', articles)).toEqual(['raid', 'repair'])
    expect(await find('drone', articles)).toEqual(['repair', 'raid'])
    expect(await find('"drone"', articles)).toEqual(['repair'])
  })

  test('words in one field, names and figures among them', async () => {
    expect(await find('headline:drones')).toEqual(['raid'])
    expect(await find('headline:kyiv')).toEqual([])
    expect(await find('name:zelensky', articles)).toEqual(['raid'])
    expect(await find('figure:"Ukrainian Air Force"', articles)).toEqual(['raid'])
  })

  test('Chinese by two characters within a sentence, and Arabic by whole words', async () => {
    expect(await find('北京', articles)).toEqual(['beijing'])
    expect(await find('政府', articles)).toEqual(['beijing'])
    expect(await find('京北', articles)).toEqual([])
    expect(await find('الميناء', articles)).toEqual(['arabic'])
    expect(await find('ميناء', articles)).toEqual([]) // without its article: the index does not know Arabic
  })

  test('people, places and organizations by name, a whole name first', async () => {
    const { edges } = await ask('kyiv')
    expect(edges.map(({ node }: Edge) => node.__typename)).toEqual(['Place', 'Article', 'Article'])
    expect(edges.slice(0, 2).map(({ score }: Edge) => score)).toEqual([1, 1])
    expect(edges[2].score).toBeGreaterThan(0)
    expect(edges[2].score).toBeLessThan(1)
    expect(await find('zelensky', { types: ['PERSON'] })).toEqual(['Volodymyr Zelensky'])
    expect(await find('zelensky', { types: ['PLACE', 'ORGANIZATION'] })).toEqual([])
    expect(await find('kyiv', { types: [] })).toEqual([])
  })

  test('an article anew after its text changed, by its new words only', async () => {
    const story = { externalId: 'changing', publishedAt: daysAgo(5) }
    await app.ingest({ ...story, headline: 'Zeppelin lands', bodyText: 'A zeppelin landed.' })
    expect(await find('zeppelin')).toEqual(['changing'])
    await app.ingest({ ...story, headline: 'Balloon lands', bodyText: 'It was a balloon.' })
    expect([await find('zeppelin'), await find('balloon')]).toEqual([[], ['changing']])
  })
})

describe('hits', () => {
  test('are ranked by field and by time', async () => {
    const text = {
      headline: 'Notes',
      bodyText: 'Something about gardening and much else was said.',
    }
    await app.ingest({ ...text, externalId: 'old', publishedAt: daysAgo(400) })
    await app.ingest({
      ...text,
      externalId: 'new',
      publishedAt: daysAgo(1),
      bodyText: `${text.bodyText} `,
    })
    await app.ingest({
      ...text,
      externalId: 'top',
      publishedAt: daysAgo(400),
      headline: 'Gardening notes',
    })
    expect(await find('gardening')).toEqual(['top', 'new', 'old'])
  })

  test('show the words around the match as text, with the match apart', async () => {
    const [raid] = (await ask('intercepted', articles)).edges
    expect(marked(raid)).toBe(
      'Ukraine [intercepted] 117 of 131 drones overnight, the Ukrainian Air Force said.\n\nPresident Volodymyr Zelensky spoke in Kyiv.',
    )
    const [script] = (await ask('ferry')).edges
    expect(marked(script)).toContain(
      '<script>alert(1)</script> to visitors of the [ferry] company.',
    )
    const [beijing] = (await ask('政府', articles)).edges
    expect(marked(beijing)).toBe('北京市[政府]星期一宣布了新的措施。')
    const [person] = (await ask('zelensky', { types: ['PERSON'] })).edges
    expect(marked(person)).toMatch(/\[Zelensky\]$/)
  })

  test('can be limited by source, time, entity and language', async () => {
    expect(
      await find('the', { ...articles, filter: { source: { slug: { eq: 'other' } } } }),
    ).toEqual(['script'])
    const recent = { publishedAt: { gte: daysAgo(10).toISOString() } }
    expect(await find('kyiv', { ...articles, filter: recent })).toEqual(['raid'])
    expect(
      await find('kyiv', { filter: { publishedAt: { lt: daysAgo(300).toISOString() } } }),
    ).toEqual([])
    const inKyiv = { entities: { slug: { in: ['kyiv'] } } }
    expect(await find('engineers OR floods', { ...articles, filter: inKyiv })).toEqual(['repair'])
    expect(await find('北京', { filter: { language: { eq: 'en' } } })).toEqual([])
  })

  test('are counted by type, source, entity and month', async () => {
    const { search } = await app.read(
      '{ search(query: "kyiv OR ferry") { totalCount facets { types { value count } sources { value label count } entities { value label count } months { value count } } } }',
    )
    const { types, sources, months, entities } = search.facets
    expect(types).toEqual([
      { value: 'ARTICLE', count: 3 },
      { value: 'PLACE', count: 1 },
    ])
    expect(search.totalCount).toBe(4)
    expect(sources).toEqual([
      { value: 'wire', label: 'wire', count: 2 },
      { value: 'other', label: 'other', count: 1 },
    ])
    expect(entities[0]).toEqual({ value: 'kyiv', label: 'Kyiv', count: 2 })
    expect(months.map(({ value }: { value: string }) => value)).toEqual(
      [daysAgo(1), daysAgo(40), daysAgo(70)].map((date) => date.toISOString().slice(0, 7)),
    )
  })
})

describe('a search that makes no sense is a typed error', () => {
  test.each([
    [{ query: ' ' }, /holds no word/],
    [{ query: '-drones' }, /only says what to leave out/],
    [{ query: 'x'.repeat(600) }, /at most 500/],
    [{ query: 'drones', first: 101 }, /between 0 and 100/],
    [{ query: 'drones', after: 'nonsense' }, /not a cursor/],
  ])('%j', async (variables, message) => {
    const { errors } = await app.ask(HITS, { variables })
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'INVALID_INPUT' },
    })
  })

  test('also with a cursor of another search', async () => {
    const { pageInfo } = await ask('kyiv', { first: 1 })
    const { errors } = await app.ask(HITS, {
      variables: { query: 'drones', after: pageInfo.endCursor },
    })
    expect(errors[0]?.message).toMatch(/cursor of another search/)
  })
})

describe('pages', () => {
  let paged: TestApp
  beforeAll(async () => {
    paged = await createTestApp()
    for (let i = 0; i < 30; i += 1) await ingest(`p${i}`, i)
  })
  afterAll(() => paged.close())
  // Every third is equal in all that counts, so that ties are among them.
  const ingest = (externalId: string, i: number) =>
    paged.ingest({
      externalId,
      headline: `Bulletin ${'ferry '.repeat(i % 3)}`,
      bodyText: `The ferry sailed to Oslo. ${'Calm. '.repeat(i % 2)}`,
      publishedAt: daysAgo(5),
    })
  const page = async (
    first: number,
    after: string | null,
  ): Promise<{ edges: Edge[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> =>
    (await paged.read(HITS, { variables: { query: 'ferry OR oslo', first, after } })).search

  test('hold each hit once, in one order, whatever their sizes, and while others come in', async () => {
    let extra = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (sizes, inserts) => {
          const whole = (await page(100, null)).edges.map(nameOf)
          const seen: (string | undefined)[] = []
          let after: string | null = null
          for (let i = 0; ; i += 1) {
            const { edges, pageInfo } = await page(sizes[i % sizes.length] ?? 1, after)
            seen.push(...edges.map(nameOf))
            after = pageInfo.endCursor
            if (!pageInfo.hasNextPage) break
            if (inserts && i < 2) {
              extra += 1
              await ingest(`extra${extra}`, extra)
            }
          }
          if (inserts) expect([...seen].sort()).toEqual([...whole].sort())
          else expect(seen).toEqual(whole)
        },
      ),
      { numRuns: 12 },
    )
    expect(extra).toBeGreaterThan(0)
  })

  test('go on from any hit', async () => {
    const { edges } = await page(100, null)
    const next = await page(3, edges[6]?.cursor ?? null)
    expect(next.edges.map(nameOf)).toEqual(edges.slice(7, 10).map(nameOf))
  })

  test('of size 0 say whether there is anything', async () => {
    const { edges, pageInfo } = await page(0, null)
    expect([edges, pageInfo.hasNextPage, pageInfo.endCursor]).toEqual([[], true, null])
  })
})
