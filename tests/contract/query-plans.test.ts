import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../support/test-app.ts'

// Plans are those of a database without statistics (ANALYZE), so they depend on nothing that is stored: what is no scan and no
// sort here is none with a hundred thousand articles either.
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    publishedAt: new Date('2025-12-22T12:00:00Z'),
    topics: [{ name: 'War' }],
    bodyText:
      'The Coastal Union said 6 boats were stolen in Odesa. President Anna Berg said 5 people were killed in Kyiv.',
  })
})
afterAll(() => app.close())

/** How SQLite finds the rows of each statement of the query that reads `table` first. */
async function plansOf(query: string, table: string, key?: string): Promise<string[][]> {
  app.statements.length = 0
  await app.read(query, { ...(key !== undefined && { key }) })
  const statements = app.statements.filter((sql) => sql.includes(`FROM \`main\`.\`${table}\``))
  const plans: string[][] = []
  for (const sql of statements) {
    const values = Array.from(sql.match(/\?/g) ?? [], () => 1)
    const steps = await app.db.$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN ${sql}`,
      ...values,
    )
    plans.push(steps.map(({ detail }) => detail))
  }
  return plans
}

const FEW = [
  ['places: { within: { slug: { eq: "ukraine" } } }', ''],
  ['places: { within: { slug: { eq: "ukraine" } } }', 'source: { slug: { eq: "wire" } }'],
  ['places: { within: { slug: { eq: "ukraine" } } }', 'topics: { slug: { eq: "war" } }'],
  [
    'places: { within: { slug: { eq: "ukraine" } } }',
    'publishedAt: { gte: "2025-12-01T00:00:00Z" } language: { eq: "en" }',
  ],
  ['places: { slug: { eq: "kyiv" } }', ''],
  ['people: { name: { eq: "Anna Berg" } }', ''],
  ['topics: { slug: { eq: "war" } }', ''],
  ['figures: { metric: { key: { eq: "boats-stolen" } } }', ''],
  ['figures: { claimant: { slug: { eq: "coastal-union" } } }', ''],
] as const

test.each(FEW)(
  'articles with { %s %s }, where they are few: only these are read',
  async (one, more) => {
    const query = `{ articles(filter: { ${one} ${more} }) { edges { node { slug } } } }`
    const plans = await plansOf(query, 'Article')
    expect(plans.at(-1)?.[0]).toBe('SEARCH main.Article USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plans.flat().filter((step) => step.startsWith('SCAN'))).toEqual([])
  },
)

test.each([
  ['metric: { key: { eq: "boats-stolen" } }'],
  ['claimant: { slug: { eq: "coastal-union" } }'],
  ['places: { within: { slug: { eq: "ukraine" } } }'],
  ['article: { source: { slug: { eq: "wire" } } topics: { slug: { eq: "war" } } }'],
])('figures with { %s }, where they are few: only these are read', async (filter) => {
  const query = `{ figures(filter: { ${filter} }) { edges { node { value } } } }`
  const plans = await plansOf(query, 'Figure')
  expect(plans[0]?.[0]).toBe('SEARCH main.Figure USING INTEGER PRIMARY KEY (rowid=?)')
  expect(plans.flat().filter((step) => step.startsWith('SCAN'))).toEqual([])
})

test('what is asked for by name, and by what lies in what, is found by an index', async () => {
  app.statements.length = 0
  await app.read(
    '{ entities(filter: { slug: { eq: "kyiv" } }) { edges { node { slug } } } claims(filter: { places: { within: { slug: { eq: "ukraine" } } } }) { edges { node { value } } } }',
  )
  for (const sql of app.statements.filter((one) => one.includes('json_each'))) {
    const values = Array.from(sql.match(/\?/g) ?? [], () => '[1]')
    const steps = await app.db.$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN ${sql}`,
      ...values,
    )
    const scans = steps.map(({ detail }) => detail).filter((step) => step.startsWith('SCAN'))
    expect(scans.filter((step) => !/json_each|SCAN \(|CONSTANT ROW/.test(step))).toEqual([])
  }
})

const WEEK = 'publishedAt: { gte: "2025-12-22T00:00:00Z", lt: "2025-12-29T00:00:00Z" }'
const articles = (args: string) => `{ articles(${args}) { edges { node { slug } } } }`
const entities = (args: string) => `{ entities(${args}) { edges { node { slug } } } }`
const figures = (args: string) => `{ figures(${args}) { edges { node { value } } } }`
const claims = (args: string) => `{ claims(${args}) { edges { node { value } } } }`

test.each([
  ['articles, newest first', articles('first: 5'), 'Article', 'Article_orderedAt_id_idx'],
  [
    'articles by headline',
    articles('orderBy: { field: HEADLINE, direction: ASC }'),
    'Article',
    'Article_headlineKey_id_idx',
  ],
  [
    'articles by their last change',
    articles('orderBy: { field: UPDATED_AT }'),
    'Article',
    'Article_updatedAt_id_idx',
  ],
  ['articles of a week', articles(`filter: { ${WEEK} }`), 'Article', 'Article_orderedAt_id_idx'],
  [
    'articles in a language',
    articles('filter: { language: { eq: "en" } }'),
    'Article',
    'Article_language_orderedAt_id_idx',
  ],
  ['entities by name', entities('first: 5'), 'Entity', 'Entity_nameKey_id_idx'],
  [
    'entities by time',
    entities('orderBy: { field: CREATED_AT }'),
    'Entity',
    'Entity_createdAt_id_idx',
  ],
  ['figures, newest first', figures('first: 5'), 'Figure', 'Figure_orderedAt_id_idx'],
  ['figures by value', figures('orderBy: { field: VALUE }'), 'Figure', 'Figure_orderValue_id_idx'],
  ['claims by value', claims('orderBy: { field: VALUE }'), 'Claim', 'Claim_orderValue_id_idx'],
])('%s: a walk along the index of their order', async (_name, query, table, index) => {
  const [plan = []] = await plansOf(query, table)
  expect(plan[0]).toContain(`USING INDEX ${index}`)
  expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  const [all = []] = await plansOf(query, table, ADMIN_KEY)
  expect(all.join('\n')).not.toContain('TEMP B-TREE')
})
