import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveEntities } from '../../../src/actions/resolve-entities.ts'
import type { FoundEntity } from '../../../src/extraction/extractor.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const person = (name: string, ...aliases: string[]): FoundEntity => ({
  type: 'PERSON',
  name,
  aliases,
  jobTitle: null,
  place: null,
})
const place = (name: string, geonamesId: number | null, ...aliases: string[]): FoundEntity => ({
  type: 'PLACE',
  name,
  aliases,
  jobTitle: null,
  place: { kind: 'CITY', countryCode: 'UA', latitude: 50, longitude: 30, geonamesId },
})
const resolve = (
  found: FoundEntity[],
  about: {
    hints?: { name: string; type: 'PERSON' | 'PLACE'; externalId: string }[]
    previous?: number[]
  } = {},
) =>
  database.db.$transaction(async (tx) => {
    const choices = await resolveEntities(tx, found, {
      hints: about.hints ?? [],
      sourceSlug: 'wire',
      previous: new Set(about.previous),
    })
    return choices.map(({ id }) => id)
  })

test('a full name that is known is the same person, whatever its case and accents', async () => {
  const [first] = await resolve([person('Sigrún Jónsdóttir')])
  expect(await resolve([person('SIGRUN JONSDOTTIR')])).toEqual([first])
  expect(await database.db.entity.count()).toBe(1)
})

test('a surname alone means nobody across articles, where nothing else speaks for it', async () => {
  const [zelensky] = await resolve([person('Volodymyr Zelensky', 'Zelensky')])
  expect(await resolve([person('Zelensky')])).not.toContain(zelensky)
})

test('a surname that two people share is nobody known: it stays apart', async () => {
  const [anna, john] = await resolve([person('Anna Smith', 'Smith'), person('John Smith', 'Smith')])
  const [smith] = await resolve([person('Smith')])
  expect([anna, john]).not.toContain(smith)
})

test('among people of one name, the one the article named before is meant', async () => {
  await resolve([person('John Smith')])
  const other = await database.db.entity.create({
    data: {
      type: 'PERSON',
      name: 'John Smith',
      nameKey: 'john smith',
      slug: 'john-smith-of-leeds',
      aliases: { create: { name: 'John Smith', nameKey: 'john smith' } },
    },
  })
  expect(await resolve([person('John Smith')], { previous: [other.id] })).toEqual([other.id])
  expect(await resolve([person('John Smith')])).not.toContain(other.id)
})

test('a person and a place of one name are two', async () => {
  const [woman, city] = await resolve([person('Florence'), place('Florence', 3176959)])
  expect(woman).not.toBe(city)
})

test('two spellings of one name in an article are one entity', async () => {
  const [dateline, body] = await resolve([place('KYIV', null), place('Kyiv', null)])
  expect(dateline).toBe(body)
})

test('places with one gazetteer id are one, with different ids two, whatever they are called', async () => {
  const [kyiv] = await resolve([place('Kyiv', 703448)])
  expect(await resolve([place('Kiev', 703448)])).toEqual([kyiv])
  const [other] = await resolve([place('Kyiv', 1)])
  expect(other).not.toBe(kyiv)
})

test("the CMS's own id decides over names, and is remembered", async () => {
  const hints = [{ name: 'Lee', type: 'PERSON' as const, externalId: 'p-7' }]
  const [lee] = await resolve([person('Harriet Lee', 'Lee')], { hints })
  expect(await resolve([person('H. Lee', 'Lee')], { hints })).toEqual([lee])
  expect(await database.db.externalId.findMany({ select: { scheme: true, value: true } })).toEqual([
    { scheme: 'wire', value: 'p-7' },
  ])
})

test('a merged entity resolves to the one that stayed', async () => {
  const [kept, lost] = await resolve([person('Bob Dylan'), person('Robert Zimmerman')])
  await database.db.entity.update({ where: { id: lost ?? 0 }, data: { mergedIntoId: kept ?? 0 } })
  expect(await resolve([person('Robert Zimmerman')])).toEqual([kept])
})

test('every form the text used is remembered once', async () => {
  await resolve([person('Volodymyr Zelensky', 'Zelensky')])
  await resolve([person('Volodymyr Zelensky', 'Zelensky', 'Zelenskyy')])
  const aliases = await database.db.alias.findMany({
    orderBy: { id: 'asc' },
    select: { name: true, kind: true },
  })
  expect(aliases).toEqual([
    { name: 'Volodymyr Zelensky', kind: 'NAME' },
    { name: 'Zelensky', kind: 'SHORT' },
    { name: 'Zelenskyy', kind: 'SHORT' },
  ])
})
