import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    externalId: 'a1',
    headline: 'Raid on Kharkiv',
    publishedAt: new Date('2025-12-20T08:00:00Z'),
    bodyText:
      'President Volodymyr Zelensky said 12 drones were downed over Kharkiv.\n\nZelensky thanked the Ukrainian Air Force.',
  })
  await app.ingest({
    externalId: 'a2',
    headline: 'Second raid',
    publishedAt: new Date('2025-12-21T08:00:00Z'),
    bodyText: 'Zelensky said 30 drones were downed over Kharkiv and Odesa.',
  })
})
afterAll(() => app.close())

test('a person is one across articles, with all the names used and its articles newest first', async () => {
  const { person } = await app.read(`{ person(slug: "volodymyr-zelensky") {
    __typename name jobTitle aliases { name kind }
    articles { totalCount edges { node { headline } } }
    mentions(first: 10) { totalCount edges { node { span { exact field } article { headline } } } }
    figures(role: CLAIMANT) { edges { node { value } } }
  } }`)
  expect(person).toEqual({
    __typename: 'Person',
    name: 'Volodymyr Zelensky',
    jobTitle: 'President',
    aliases: [
      { name: 'Volodymyr Zelensky', kind: 'NAME' },
      { name: 'Zelensky', kind: 'SHORT' },
    ],
    articles: {
      totalCount: 2,
      edges: [{ node: { headline: 'Second raid' } }, { node: { headline: 'Raid on Kharkiv' } }],
    },
    mentions: {
      totalCount: 3,
      edges: [
        {
          node: {
            span: { exact: 'Zelensky', field: 'BODY' },
            article: { headline: 'Second raid' },
          },
        },
        {
          node: {
            span: { exact: 'Zelensky', field: 'BODY' },
            article: { headline: 'Raid on Kharkiv' },
          },
        },
        {
          node: {
            span: { exact: 'Volodymyr Zelensky', field: 'BODY' },
            article: { headline: 'Raid on Kharkiv' },
          },
        },
      ],
    },
    figures: { edges: [{ node: { value: 30 } }, { node: { value: 12 } }] },
  })
})

test('a place has coordinates from the gazetteer, its country and the figures that apply there', async () => {
  const { place, entity } = await app.read(`{
    place(slug: "kharkiv") { name placeKind countryCode geoJSON sameAs figures(role: PLACE) { edges { node { value } } } }
    entity(slug: "kharkiv") { __typename name }
  }`)
  expect(entity).toEqual({ __typename: 'Place', name: 'Kharkiv' })
  expect(place).toMatchObject({
    name: 'Kharkiv',
    placeKind: 'CITY',
    countryCode: 'UA',
    sameAs: ['https://www.geonames.org/706483'],
    figures: { edges: [{ node: { value: 30 } }, { node: { value: 12 } }] },
  })
  const [longitude, latitude] = place.geoJSON.coordinates
  expect([Math.round(longitude), Math.round(latitude)]).toEqual([36, 50])
})

test('the wrong type of entity is null', async () => {
  expect(
    await app.read(
      '{ person(slug: "kharkiv") { name } organization(slug: "volodymyr-zelensky") { name } }',
    ),
  ).toEqual({
    person: null,
    organization: null,
  })
})

test('an entity is found by any of its names', async () => {
  const { people } = await app.read(
    '{ people(filter: { name: { contains: "zelenský" } }) { edges { node { slug } } } }',
  )
  expect(people.edges).toEqual([{ node: { slug: 'volodymyr-zelensky' } }])
})

test('ids of people, places and organizations lead back to them', async () => {
  const { entities } = await app.read('{ entities { edges { node { id slug } } } }')
  for (const { node } of entities.edges) {
    const again = await app.read(`{ node(id: "${node.id}") { ... on Entity { slug } } }`)
    expect(again.node.slug).toBe(node.slug)
  }
})

test('mentions of a new revision replace those of the old one', async () => {
  await app.ingest({
    externalId: 'a2',
    headline: 'Second raid',
    publishedAt: new Date('2025-12-21T08:00:00Z'),
    bodyText: 'The governor said 30 drones were downed over Odesa.',
  })
  const { article, place } = await app.read(`{
    article(slug: "second-raid") { people { totalCount } places { edges { node { name } } } }
    place(slug: "kharkiv") { articles { totalCount } mentions { totalCount } }
  }`)
  expect(article).toEqual({
    people: { totalCount: 0 },
    places: { edges: [{ node: { name: 'Odesa' } }] },
  })
  expect(place.articles.totalCount).toBe(1)
})
