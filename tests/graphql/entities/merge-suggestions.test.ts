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
