import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const publishedAt = new Date('2025-12-23T08:00:00Z')
const TEXT =
  'The Coastal Union said 6 boats were stolen in Odesa. President Anna Berg met the Union.'
let app: TestApp
let key: string
beforeEach(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  await app.ingest({ externalId: 'a', publishedAt, bodyText: TEXT })
})
afterEach(() => app.close())

const idOf = async (type: string, slug: string) =>
  Buffer.from(
    `${type}:${(await app.db.entity.findUniqueOrThrow({ where: { slug } })).id}`,
  ).toString('base64')
const ERROR = '... on Error { code message }'
const update = async (input: object) =>
  (
    await app.read(
      `mutation ($input: UpdateEntityInput!) { updateEntity(input: $input) { __typename ... on UpdateEntityPayload { entity { slug name description reviewStatus aliases { name } ... on Person { jobTitle } ... on Place { placeKind countryCode geoJSON parent { slug } } } } ${ERROR} } }`,
      { variables: { input }, key },
    )
  ).updateEntity
const alias = async (field: string, id: string, name: string) =>
  (
    await app.read(
      `mutation ($id: ID!, $name: String!) { ${field}(id: $id, name: $name) { __typename ... on ${field[0]?.toUpperCase()}${field.slice(1)}Payload { entity { aliases { name } } } ${ERROR} } }`,
      { variables: { id, name }, key },
    )
  )[field]

test('an entity is renamed: its slug stays, its old name means it, and the search finds both', async () => {
  const { entity } = await update({
    id: await idOf('Organization', 'coastal-union'),
    name: 'Union of the Littoral',
    description: 'A trade union.',
  })
  expect(entity).toEqual({
    slug: 'coastal-union',
    name: 'Union of the Littoral',
    description: 'A trade union.',
    reviewStatus: 'AMENDED',
    aliases: expect.arrayContaining([{ name: 'Coastal Union' }, { name: 'Union of the Littoral' }]),
  })
  const { littoral, coastal } = await app.read(`{
    littoral: search(query: "name:littoral", types: [ARTICLE]) { totalCount }
    coastal: search(query: "coastal", types: [ORGANIZATION]) { totalCount }
  }`)
  expect([littoral.totalCount, coastal.totalCount]).toEqual([1, 1])
})

test('a body is a part of another that may be seen, or of what that one became', async () => {
  const ingest = (status: 'PUBLISHED' | 'DRAFT') =>
    app.ingest({
      externalId: 'b',
      publishedAt,
      status,
      bodyText: 'The Dock Union met the Harbour Union.',
    })
  await ingest('PUBLISHED')
  const [id, parent] = [
    await idOf('Organization', 'coastal-union'),
    await idOf('Organization', 'dock-union'),
  ]
  await update({ id, parent })
  const read = async () =>
    (await app.read('{ organization(slug: "coastal-union") { parent { name aliases { name } } } }'))
      .organization.parent
  expect(await read()).toEqual({ name: 'Dock Union', aliases: [{ name: 'Dock Union' }] })
  const into = await idOf('Organization', 'harbour-union')
  const merge =
    'mutation ($ids: [ID!]!, $into: ID!) { mergeEntities(ids: $ids, into: $into) { __typename } }'
  await app.read(merge, { variables: { ids: [parent], into }, key })
  expect(await read()).toMatchObject({ name: 'Harbour Union' })
  await ingest('DRAFT')
  expect(await read()).toBe(null)
})

test('a place gets a kind, a country, a point and a parent', async () => {
  const parent = await idOf('Place', 'ukraine').catch(() => null)
  const { entity } = await update({
    id: await idOf('Place', 'odesa'),
    placeKind: 'FACILITY',
    countryCode: 'MD',
    coordinates: { latitude: 46.5, longitude: 30.75 },
    ...(parent && { parent }),
  })
  expect(entity).toMatchObject({
    placeKind: 'FACILITY',
    countryCode: 'MD',
    geoJSON: { type: 'Point', coordinates: [30.75, 46.5] },
  })
  const audit = await app.db.auditEvent.findFirstOrThrow({ where: { action: 'updateEntity' } })
  expect(audit.details).toMatchObject({
    before: { countryCode: 'UA', reviewStatus: 'UNREVIEWED' },
    after: { countryCode: 'MD', reviewStatus: 'AMENDED' },
  })
})

test('what entities of a type do not have is refused', async () => {
  const id = await idOf('Person', 'anna-berg')
  expect(await update({ id, countryCode: 'UA' })).toEqual({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message: 'input.countryCode: a PERSON has none; only a PLACE.',
  })
  expect((await update({ id, jobTitle: null })).entity.jobTitle).toBeNull()
  const odesa = await idOf('Place', 'odesa')
  expect(await update({ id: odesa, parent: odesa })).toMatchObject({
    message: 'input.parent: "Odesa" lies in "Odesa" itself.',
  })
  expect(await update({ id: odesa, coordinates: { latitude: 91, longitude: 0 } })).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('a text that uses a new alias means the entity', async () => {
  const id = await idOf('Organization', 'coastal-union')
  const { entity } = await alias('addAlias', id, 'Seafarers League')
  expect(entity.aliases).toContainEqual({ name: 'Seafarers League' })
  await app.ingest({
    externalId: 'b',
    publishedAt,
    bodyText: 'The Seafarers League said 3 boats were stolen in Odesa.',
  })
  const { organization } = await app.read(
    '{ organization(slug: "coastal-union") { articles { totalCount } } }',
  )
  expect(organization.articles.totalCount).toBe(2)
  expect(await alias('addAlias', id, 'SEAFARERS LEAGUE')).toMatchObject({
    __typename: 'ConflictError',
  })
})

test('an alias that was removed does not come back with the next reading, but with addAlias', async () => {
  const id = await idOf('Organization', 'coastal-union')
  await alias('addAlias', id, 'Union')
  expect((await alias('removeAlias', id, 'union')).entity.aliases).not.toContainEqual({
    name: 'Union',
  })
  await app.ingest({ externalId: 'a', publishedAt, bodyText: `${TEXT} It ended.` })
  const names = await app.db.alias.findMany({ where: { entity: { slug: 'coastal-union' } } })
  expect(names.map(({ nameKey }) => nameKey)).not.toContain('union')
  expect((await alias('addAlias', id, 'Union')).entity.aliases).toContainEqual({ name: 'Union' })
  expect(await alias('removeAlias', id, 'Coastal Union')).toMatchObject({
    __typename: 'ConflictError',
  })
  expect(await alias('removeAlias', id, 'Nobody')).toMatchObject({ __typename: 'NotFoundError' })
})
