import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const day = (date: number) => new Date(Date.UTC(2025, 11, date, 8))
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    externalId: 'kherson',
    headline: 'Shelling in the south',
    publishedAt: day(1),
    bodyText: 'Officials said 3 people were killed in Kherson.',
  })
  await app.ingest({
    externalId: 'kharkiv',
    headline: 'Raid in the east',
    publishedAt: day(2),
    bodyText: 'Officials said 5 people were killed in Kharkiv.',
  })
  await app.ingest({
    externalId: 'ukraine',
    headline: 'Talks',
    publishedAt: day(3),
    bodyText: 'Ministers from Ukraine met in Oslo.',
  })
  await app.ingest({
    externalId: 'suva',
    headline: 'Storm',
    publishedAt: day(4),
    bodyText: 'Officials said 7 people were killed in Suva, Fiji. Flights to Apia, Samoa stopped.',
  })
  await app.ingest({
    externalId: 'hidden',
    headline: 'Secret',
    status: 'DRAFT',
    publishedAt: day(5),
    bodyText: 'Officials said 9 people were killed in Lviv and in Austin, Texas.',
  })
})
afterAll(() => app.close())

const headlines = ({ edges }: { edges: { node: { headline: string } }[] }) =>
  edges.map(({ node }) => node.headline)
const slugs = ({ edges }: { edges: { node: { slug: string } }[] }) =>
  edges.map(({ node }) => node.slug)
const values = ({ edges }: { edges: { node: { value: number } }[] }) =>
  edges.map(({ node }) => node.value)

describe('places inside places', () => {
  test('a town knows what it lies in, and a country what lies in it', async () => {
    const { town, country } = await app.read(`{
      town: place(slug: "kherson") { parent { name placeKind parent { name } } ancestors { name } children { totalCount } }
      country: place(slug: "ukraine") { parent { name } ancestors { name } children { totalCount edges { node { name children { edges { node { name } } } } } } }
    }`)
    expect(town).toEqual({
      parent: { name: 'Kherson region', placeKind: 'REGION', parent: { name: 'Ukraine' } },
      ancestors: [{ name: 'Kherson region' }, { name: 'Ukraine' }],
      children: { totalCount: 0 },
    })
    expect(country).toEqual({
      parent: null,
      ancestors: [],
      children: {
        totalCount: 2,
        edges: [
          {
            node: { name: 'Kharkiv region', children: { edges: [{ node: { name: 'Kharkiv' } }] } },
          },
          {
            node: { name: 'Kherson region', children: { edges: [{ node: { name: 'Kherson' } }] } },
          },
        ],
      },
    })
  })

  test('an article about a town is found under its country, newest first, and counted once', async () => {
    const { place, articles } = await app.read(`{
      place(slug: "ukraine") {
        own: articles { totalCount edges { node { headline } } }
        articles(nested: true) { totalCount edges { node { headline } } }
      }
      articles(filter: { places: { within: { slug: { eq: "ukraine" } } } }) { totalCount edges { node { headline } } }
    }`)
    expect(headlines(place.own)).toEqual(['Talks'])
    const expected = ['Talks', 'Raid in the east', 'Shelling in the south']
    expect(headlines(place.articles)).toEqual(expected)
    expect(headlines(articles)).toEqual(expected)
    expect([place.articles.totalCount, articles.totalCount]).toEqual([3, 3])
  })

  test('other conditions hold for the same place', async () => {
    const { articles } = await app.read(
      '{ articles(filter: { places: { within: { slug: { eq: "ukraine" } }, name: { contains: "khar" } } }) { edges { node { headline } } } }',
    )
    expect(headlines(articles)).toEqual(['Raid in the east'])
  })

  test('figures, claims and the map of one metric can be asked for within a place', async () => {
    const { figures, claims, map, all } = await app.read(`{
      figures(filter: { places: { within: { slug: { eq: "ukraine" } } } }) { edges { node { value } } }
      claims(filter: { places: { within: { slug: { eq: "kherson-region" } } } }) { edges { node { value } } }
      map: figuresByPlace(metric: "people-killed", within: "ukraine") { places { place { slug } max } }
      all: figuresByPlace(metric: "people-killed") { places { place { slug } } }
    }`)
    expect(values(figures)).toEqual([5, 3])
    expect(values(claims)).toEqual([3])
    expect(map.places).toEqual([
      { place: { slug: 'kherson' }, max: 3 },
      { place: { slug: 'kharkiv' }, max: 5 },
    ])
    expect(all.places.map((row: { place: { slug: string } }) => row.place.slug).sort()).toEqual([
      'fiji',
      'kharkiv',
      'kherson',
      'suva',
    ])
  })

  test('a map within an unknown place is an error that says where to look', async () => {
    const { errors } = await app.ask(
      '{ figuresByPlace(metric: "people-killed", within: "texas") { places { max } } }',
    )
    expect(errors.map(({ message, extensions }) => [extensions?.code, message])).toEqual([
      ['NOT_FOUND', 'There is no place "texas": "places" lists those there are.'],
    ])
  })

  test('what only a hidden article names, and what that lies in, is there for those who may see it', async () => {
    const texas = await app.db.entity.findFirstOrThrow({ where: { name: 'Texas' } })
    const query = `{ texas: place(slug: "${texas.slug}") { children { edges { node { name } } } } ukraine: place(slug: "ukraine") { children { totalCount } articles(nested: true) { totalCount } } }`
    expect(await app.read(query)).toEqual({
      texas: null,
      ukraine: { children: { totalCount: 2 }, articles: { totalCount: 3 } },
    })
    expect(await app.read(query, { key: await app.makeKey('READ_UNPUBLISHED') })).toEqual({
      texas: { children: { edges: [{ node: { name: 'Austin' } }] } },
      ukraine: { children: { totalCount: 3 }, articles: { totalCount: 4 } },
    })
  })

  test('what lies in a merged place lies in the one it became, and its slug goes on resolving', async () => {
    const [region, country] = await Promise.all(
      ['kharkiv-region', 'ukraine'].map((slug) =>
        app.db.entity.findUniqueOrThrow({ where: { slug } }),
      ),
    )
    const set = (mergedIntoId: number | null) =>
      app.db.entity.update({ where: { id: region?.id ?? 0 }, data: { mergedIntoId } })
    await set(country?.id ?? 0)
    const query = `{
      place(slug: "kharkiv") { parent { slug } ancestors { slug } }
      ukraine: place(slug: "ukraine") { children { edges { node { slug } } } articles(nested: true) { totalCount } }
      articles(filter: { places: { within: { slug: { eq: "kharkiv-region" } } } }) { totalCount }
      places(filter: { within: { slug: { eq: "ukraine" } } }) { edges { node { slug } } }
    }`
    const merged = await app.read(query)
    await set(null)
    const apart = await app.read(query)
    expect(merged.place).toEqual({ parent: { slug: 'ukraine' }, ancestors: [{ slug: 'ukraine' }] })
    expect(slugs(merged.ukraine.children)).toEqual(['kharkiv', 'kherson-region'])
    expect(merged.ukraine.articles.totalCount).toBe(3)
    expect(merged.articles.totalCount).toBe(3)
    expect(slugs(merged.places)).toEqual(['kharkiv', 'kherson', 'kherson-region', 'ukraine'])
    expect(apart.place.parent).toEqual({ slug: 'kharkiv-region' })
    expect(apart.articles.totalCount).toBe(1)
  })
})

describe('places on the map', () => {
  test('near a point, measured along the ground', async () => {
    const near = (km: number) =>
      app.read(
        `{ places(filter: { near: { latitude: 46.6, longitude: 32.6, km: ${km} } }) { edges { node { slug } } } }`,
      )
    expect(slugs((await near(10)).places)).toEqual(['kherson'])
    expect(slugs((await near(60)).places)).toEqual(['kherson', 'kherson-region'])
    expect(slugs((await near(0)).places)).toEqual([])
  })

  test('articles and figures near a point', async () => {
    const { articles, figures } = await app.read(`{
      articles(filter: { places: { near: { latitude: 46.6, longitude: 32.6, km: 10 } } }) { edges { node { headline } } }
      figures(filter: { places: { near: { latitude: 50, longitude: 36.2, km: 20 } } }) { edges { node { value } } }
    }`)
    expect(headlines(articles)).toEqual(['Shelling in the south'])
    expect(values(figures)).toEqual([5])
  })

  test('across the antimeridian, in a circle and in a box', async () => {
    const { near, box, rest } = await app.read(`{
      near: places(filter: { near: { latitude: -16, longitude: -179, km: 1000 } }) { edges { node { slug } } }
      box: places(filter: { box: { south: -20, west: 177, north: -13, east: -170 } }) { edges { node { slug } } }
      rest: places(filter: { box: { south: -20, west: -170, north: -13, east: 177 } }) { totalCount }
    }`)
    expect(slugs(near)).toEqual(expect.arrayContaining(['apia', 'suva']))
    expect(slugs(box)).toEqual(expect.arrayContaining(['apia', 'suva']))
    expect(rest.totalCount).toBe(0)
  })

  test.each([
    [
      'near: { latitude: 91, longitude: 0, km: 1 }',
      '"latitude" is 91, but must be between -90 and 90 degrees.',
    ],
    ['near: { latitude: 0, longitude: 0, km: -1 }', '"km" is -1, but must be between 0 and 20038.'],
    [
      'box: { south: 2, west: 0, north: 1, east: 0 }',
      '"south" is 2, but must not be above "north".',
    ],
    [
      'box: { south: 0, west: -181, north: 1, east: 0 }',
      '"west" is -181, but must be between -180 and 180 degrees.',
    ],
  ])('%s is an error that says what is wrong', async (area, message) => {
    const { errors } = await app.ask(`{ places(filter: { ${area} }) { totalCount } }`)
    expect(errors.map((error) => [error.extensions?.code, error.message])).toEqual([
      ['INVALID_INPUT', message],
    ])
  })
})
