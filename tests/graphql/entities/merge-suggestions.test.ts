import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const LIST = `mergeSuggestions { totalCount edges { node { a { name } b { name } score reasons } } }`
let app: TestApp
let key: string
beforeAll(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  for (const [i, name] of ['Ingrid Halvorsen', 'I. Halvorsen'].entries()) {
    await app.ingest({
      externalId: `a${i}`,
      headline: `Plan ${i}`,
      bodyText: `${name} said 5 boats sank.`,
      entities: [{ name, type: 'PERSON' }],
    })
  }
})
afterAll(() => app.close())

test('a name with initials is a new entity, suggested with a score and why', async () => {
  const { mergeSuggestions } = await app.read(`{ ${LIST} }`, { key })
  expect(mergeSuggestions).toEqual({
    totalCount: 1,
    edges: [
      {
        node: {
          a: { name: 'Ingrid Halvorsen' },
          b: { name: 'I. Halvorsen' },
          score: 0.3,
          reasons: ['INITIALS'],
        },
      },
    ],
  })
})

test('a type and a least score narrow the list', async () => {
  const { places, sure } = await app.read(
    '{ places: mergeSuggestions(type: PLACE) { totalCount } sure: mergeSuggestions(minScore: 0.31) { totalCount } }',
    { key },
  )
  expect([places.totalCount, sure.totalCount]).toEqual([0, 0])
})

test('suggestions are for reviewers', async () => {
  const { errors } = await app.ask(`{ ${LIST} }`)
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED'])
  const { errors: others } = await app.ask(`{ ${LIST} }`, { key: await app.makeKey('INGEST') })
  expect(others.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN'])
})

const OF_ENTITIES = `people { edges { node { name suggestions(first: 1) {
  totalCount edges { node { a { name } b { name } score } } } } } }`

test('a person lists those that it may be the same as, from either side', async () => {
  const { people } = await app.read(`{ ${OF_ENTITIES} }`, { key })
  const suggestions = {
    totalCount: 1,
    edges: [{ node: { a: { name: 'Ingrid Halvorsen' }, b: { name: 'I. Halvorsen' }, score: 0.3 } }],
  }
  expect(people.edges).toEqual([
    { node: { name: 'I. Halvorsen', suggestions } },
    { node: { name: 'Ingrid Halvorsen', suggestions } },
  ])
  const { errors } = await app.ask(`{ ${OF_ENTITIES} }`)
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
})

test('nor is a pair of which something that was merged into one was told apart from the other', async () => {
  const { aId, bId } = await app.db.mergeSuggestion.findFirstOrThrow()
  const former = await app.db.entity.create({
    data: { type: 'PERSON', slug: 'former', name: '', nameKey: '', mergedIntoId: bId },
  })
  await app.db.notSame.create({ data: { aId, bId: former.id } })
  expect((await app.read(`{ ${LIST} }`, { key })).mergeSuggestions.totalCount).toBe(0)
  await app.db.entity.delete({ where: { id: former.id } })
})

test('a pair that people marked as not the same is no suggestion', async () => {
  const { aId, bId } = await app.db.mergeSuggestion.findFirstOrThrow()
  await app.db.notSame.create({ data: { aId, bId } })
  expect((await app.read(`{ ${LIST} }`, { key })).mergeSuggestions.totalCount).toBe(0)
  await app.db.notSame.delete({ where: { aId_bId: { aId, bId } } })
})

test('nor is one of which an entity was merged', async () => {
  const { aId, bId } = await app.db.mergeSuggestion.findFirstOrThrow()
  await app.db.entity.update({ where: { id: bId }, data: { mergedIntoId: aId } })
  expect((await app.read(`{ ${LIST} }`, { key })).mergeSuggestions.totalCount).toBe(0)
})

test('what only a draft suggests is for those who may read the draft', async () => {
  await app.ingest({
    externalId: 'known',
    headline: 'Known',
    bodyText: 'Sigrid Halvorsdatter said 6 boats sank.',
    entities: [{ name: 'Sigrid Halvorsdatter', type: 'PERSON' }],
  })
  const initialed = {
    bodyText: 'S. Halvorsdatter said 7 boats sank.',
    entities: [{ name: 'S. Halvorsdatter', type: 'PERSON' as const, externalId: 's-1' }],
  }
  await app.ingest({ externalId: 'draft', headline: 'Draft', status: 'DRAFT', ...initialed })
  await app.ingest({ externalId: 'later', headline: 'Later', ...initialed })
  const pairs = async (reviewer: string) => {
    const { mergeSuggestions } = await app.read(`{ ${LIST} }`, { key: reviewer })
    const told = mergeSuggestions.edges.map(
      ({ node }: { node: { a: { name: string }; b: { name: string } } }) =>
        `${node.a.name} = ${node.b.name}`,
    )
    return told.filter((pair: string) => pair.includes('Halvorsdatter'))
  }
  // Both are public by now; that they may be one was found in the draft.
  const reader = await app.makeKey('REVIEW', 'READ_UNPUBLISHED')
  expect(await pairs(reader)).toEqual(['Sigrid Halvorsdatter = S. Halvorsdatter'])
  expect(await pairs(key)).toEqual([])
})
