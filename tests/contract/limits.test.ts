import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const nested = (levels: number): string =>
  levels === 0
    ? 'slug'
    : `slug people(first: 1) { edges { node { articles(first: 1) { edges { node { ${nested(levels - 1)} } } } } } }`

test('a query 200 levels deep is refused before anything is read', async () => {
  app.statements.length = 0
  const { data, errors } = await app.ask(
    `{ articles(first: 1) { edges { node { ${nested(33)} } } } }`,
  )
  expect(data).toBeNull()
  expect(errors[0]).toMatchObject({
    message: expect.stringMatching(/depth is \d+, the limit is 20/),
    extensions: { code: 'LIMIT_EXCEEDED' },
  })
  expect(app.statements).toEqual([])
})

test('a query that could read too many rows is refused before anything is read', async () => {
  app.statements.length = 0
  const { data, errors } = await app.ask(
    '{ articles(first: 100) { edges { node { people(first: 100) { edges { node { articles(first: 100) { edges { cursor } } } } } } } } }',
  )
  expect(data).toBeNull()
  expect(errors[0]?.extensions?.code).toBe('LIMIT_EXCEEDED')
  expect(errors[0]?.message).toMatch(/cost is \d+, the limit is 50000/)
  expect(app.statements).toEqual([])
})

test('more than 50 aliases are refused', async () => {
  const query = `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: viewer { authenticated }`).join(' ')} }`
  const { data, errors } = await app.ask(query)
  expect(data).toBeNull()
  expect(errors[0]?.message).toMatch(/Aliases limit of 50 exceeded/)
})

test('more than 5,000 tokens are refused', async () => {
  const { data, errors } = await app.ask(`{ ${'__typename '.repeat(5_001)} }`)
  expect(data).toBeNull()
  expect(errors[0]?.message).toMatch(/Token limit of 5000 exceeded/)
})

test('more than 100 ids are refused', async () => {
  const ids = JSON.stringify(Array(101).fill('QXJ0aWNsZTox'))
  const { errors } = await app.ask(`{ nodes(ids: ${ids}) { id } }`)
  expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT' } })
})

test('introspection is within the limits', async () => {
  const data = await app.read(getIntrospectionQuery())
  expect(data.__schema.queryType.name).toBe('Query')
})

test('an introspection bomb is refused', async () => {
  const bomb = `{ __schema { types { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } } }`
  const { data, errors } = await app.ask(bomb)
  expect(data).toBeNull()
  expect(errors[0]?.message).toMatch(/introspection depth/i)
})

test('a body of more than 10 MiB is refused with status 413, with and without a stated length', async () => {
  const body = JSON.stringify({ query: `# ${'x'.repeat(11 * 1024 * 1024)}\n{ __typename }` })
  for (const sent of [body, new Blob([body]).stream()]) {
    const response = await app.app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: sent,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect((await response.json()).errors[0].extensions.code).toBe('LIMIT_EXCEEDED')
  }
})
