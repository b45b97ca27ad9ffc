import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nestStoredPlaces } from '../../../src/actions/nest-places.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.ingest({
    externalId: 'kherson',
    headline: 'Shelling',
    bodyText: 'Two people were injured in Kherson.',
  })
  await app.ingest({
    externalId: 'texas',
    headline: 'Heat',
    bodyText: 'Schools closed in Austin, Texas. The U.S. weather service warned of more heat.',
  })
})
afterAll(() => app.close())

const parents = async () => {
  const rows = await app.db.entity.findMany({
    where: { type: 'PLACE' },
    select: { name: true, parent: { select: { name: true } } },
  })
  return Object.fromEntries(rows.map(({ name, parent }) => [name, parent?.name ?? null]))
}

const CHAIN = {
  Austin: 'Texas',
  Kherson: 'Kherson region',
  'Kherson region': 'Ukraine',
  Texas: 'U.S.',
  'U.S.': null,
  Ukraine: null,
}

describe('a place lies in its region, and that in its country', () => {
  test('which are created where no article names them, and are those that articles name', async () => {
    expect(await parents()).toEqual(CHAIN)
  })

  test('a created one has the kind, the coordinates and the ids of the gazetteer', async () => {
    const region = await app.db.entity.findUniqueOrThrow({
      where: { slug: 'kherson-region' },
      include: { externalIds: true, aliases: true },
    })
    expect(region).toMatchObject({
      placeKind: 'REGION',
      countryCode: 'UA',
      latitude: 46.639,
      longitude: 33.046,
      aliases: [{ name: 'Kherson region', kind: 'NAME' }],
      externalIds: [{ scheme: 'geonames-region', value: 'UA.08' }],
    })
  })

  test('an article that names the region later means the one that was created', async () => {
    await app.ingest({
      externalId: 'later',
      headline: 'Ferries',
      bodyText: 'Ferries stopped in Kherson region. Ukraine sent help.',
    })
    expect(await parents()).toEqual(CHAIN)
  })

  test('places that were stored without a parent get it, and a second run changes nothing', async () => {
    await app.db.entity.updateMany({ data: { parentId: null } })
    await nestStoredPlaces(app.db)
    expect(await parents()).toEqual(CHAIN)
    const before = await app.db.entity.findMany()
    await nestStoredPlaces(app.db)
    expect(await app.db.entity.findMany()).toEqual(before)
  })

  test('a place that a person decided about keeps what that person left', async () => {
    const kherson = { slug: 'kherson' }
    await app.db.entity.update({
      where: kherson,
      data: { parentId: null, reviewStatus: 'AMENDED' },
    })
    await nestStoredPlaces(app.db)
    expect((await app.db.entity.findUniqueOrThrow({ where: kherson })).parentId).toBeNull()
  })
})
