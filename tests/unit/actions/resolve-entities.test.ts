import fc from 'fast-check'
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
interface About {
  readonly hints?: { name: string; type: 'PERSON' | 'PLACE'; externalId: string }[]
  readonly previous?: number[]
  /** What the words of each found entity meant before. */
  readonly meant?: number[]
}
const choose = (found: FoundEntity[], { hints = [], previous = [], meant = [] }: About = {}) =>
  database.db.$transaction((tx) =>
    resolveEntities(tx, found, {
      hints,
      isPublic: true,
      sourceSlug: 'wire',
      previous: new Set(previous),
      meant: meant.map((id) => ({ id, originId: id, confidence: 0.7 })),
    }),
  )
const resolve = async (found: FoundEntity[], about?: About) =>
  (await choose(found, about)).map(({ id }) => id)
const tellApart = (...ids: (number | undefined)[]) => {
  const [aId = 0, bId = 0] = ids.map((id) => id ?? 0).sort((a, b) => a - b)
  return database.db.notSame.create({ data: { aId, bId } })
}

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
  expect(await choose([person('Robert Zimmerman'), person('Bob Dylan')])).toEqual([
    { id: kept, originId: lost, confidence: 1 },
    { id: kept, originId: kept, confidence: 1 },
  ])
})

test('a name that two had before they became one means that one', async () => {
  const [kept] = await resolve([person('John Smith')], {
    hints: [{ name: 'John Smith', type: 'PERSON', externalId: 'p-1' }],
  })
  const [lost] = await resolve([person('John Smith')], {
    hints: [{ name: 'John Smith', type: 'PERSON', externalId: 'p-2' }],
  })
  expect(lost).not.toBe(kept)
  const [third] = await resolve([person('John Smith')])
  expect([kept, lost]).not.toContain(third)
  await database.db.entity.updateMany({
    where: { id: { in: [lost ?? 0, third ?? 0] } },
    data: { mergedIntoId: kept ?? 0 },
  })
  expect(await choose([person('John Smith')])).toEqual([
    { id: kept, originId: kept, confidence: 1 },
  ])
})

test('names and ids that come in under the name of a merged entity stay with it', async () => {
  const [kept, lost] = await resolve([person('Bob Dylan'), person('Robert Zimmerman')])
  await database.db.entity.update({ where: { id: lost ?? 0 }, data: { mergedIntoId: kept ?? 0 } })
  await resolve([person('Robert Zimmerman', 'Zimmerman')], {
    hints: [{ name: 'Zimmerman', type: 'PERSON', externalId: 'p-9' }],
  })
  const where = { entityId: lost ?? 0 }
  expect(await database.db.alias.findMany({ where, select: { name: true } })).toEqual([
    { name: 'Robert Zimmerman' },
    { name: 'Zimmerman' },
  ])
  expect(
    await database.db.externalId.findMany({
      where: { scheme: 'wire' },
      select: { entityId: true, value: true },
    }),
  ).toEqual([{ ...where, value: 'p-9' }])
})

test('an external id does not give the name of one to another that a person told apart from it', async () => {
  const [trump] = await resolve([person('Donald Trump')])
  const namesake = await database.db.entity.create({
    data: {
      type: 'PERSON',
      name: 'Donald J. Trump',
      nameKey: 'donald j trump',
      slug: 'donald-j-trump-of-leeds',
      aliases: {
        create: { name: 'Donald J. Trump', nameKey: 'donald j trump', provenance: 'HUMAN' },
      },
    },
  })
  expect(await resolve([person('Donald J. Trump')])).toEqual([trump])
  await tellApart(trump, namesake.id)
  expect(await resolve([person('Donald J. Trump')])).toEqual([namesake.id])
  expect(await resolve([person('Donald Trump')])).toEqual([trump])
})

test('words that meant one never come to mean another that a person, or a merge, told apart from it', async () => {
  const [anna, smith, john] = await resolve([
    person('Anna Smith'),
    person('Smith'),
    person('John Smith'),
  ])
  expect(await resolve([person('Anna Smith')], { meant: [smith ?? 0] })).toEqual([anna])
  await tellApart(anna, john)
  await database.db.entity.update({ where: { id: john ?? 0 }, data: { mergedIntoId: smith ?? 0 } })
  expect(await choose([person('Anna Smith')], { meant: [smith ?? 0] })).toEqual([
    { id: smith, originId: smith, confidence: 0.7 },
  ])
  expect(await resolve([person('Anna Smith')])).toEqual([anna])
})

test('the story does not turn whom an article named into somebody that a person told apart from it', async () => {
  const story = [body('Acme Zorbex'), person('Bo Lund')]
  const [anna] = await tell([person('Anna Smith', 'Smith'), ...story])
  const [smith] = await resolve([person('Captain Smith')])
  const found = [person('Smith'), ...story]
  expect((await resolve(found, { previous: [smith ?? 0] }))[0]).toBe(anna)
  await tellApart(anna, smith)
  expect((await resolve(found, { previous: [smith ?? 0] }))[0]).not.toBe(anna)
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

const body = (name: string, ...aliases: string[]): FoundEntity => ({
  ...person(name, ...aliases),
  type: 'ORGANIZATION',
})
/** An article that names these, so that later ones have a context. */
const tell = async (found: FoundEntity[]): Promise<number[]> => {
  const ids = await resolve(found)
  const { id: sourceId } = await database.db.source.upsert({
    where: { slug: 'wire' },
    create: { slug: 'wire', name: 'wire', nameKey: 'wire' },
    update: {},
  })
  const count = await database.db.article.count()
  const orderedAt = new Date(Date.UTC(2025, 0, 1 + count))
  const { id: articleId } = await database.db.article.create({
    data: {
      slug: `a${count}`,
      sourceId,
      externalId: `a${count}`,
      orderedAt,
      payloadHash: '',
      language: 'en',
      headline: '',
      headlineKey: '',
      wordCount: 0,
    },
  })
  await database.db.articleEntity.createMany({
    data: found.map(({ type, jobTitle }, position) => ({
      articleId,
      entityId: ids[position] ?? 0,
      entityType: type,
      mentionCount: 1,
      position,
      orderedAt,
      jobTitle,
    })),
  })
  return ids
}
const suggestions = () =>
  database.db.mergeSuggestion.findMany({
    orderBy: { id: 'asc' },
    select: { aId: true, bId: true, score: true, reasons: true },
  })

test.each([
  ['Olena Petrenkovsky', 'Olena Petrenkovskyy'],
  ['Mohammed Al-Khalili', 'Muhammad al-Khalili'],
])('%s and %s are spellings of one full name: one person', async (first, second) => {
  const [id] = await resolve([person(first)])
  expect(await resolve([person(second)])).toEqual([id])
})

test.each([
  ['Li Wei', 'Lee Way'],
  ['John Smith', 'Jon Smyth'],
])('%s and %s are two people, without a suggestion', async (first, second) => {
  const [id] = await resolve([person(first)])
  expect(await resolve([person(second)])).not.toContain(id)
  expect(await suggestions()).toEqual([])
})

test('a spelling of the name of somebody with quite another job is only suggested', async () => {
  const [keeper] = await tell([{ ...person('Hassan Karimi'), jobTitle: 'goalkeeper' }])
  const [judge] = await resolve([{ ...person('Hasan Karimi'), jobTitle: 'Chief Justice' }])
  expect(judge).not.toBe(keeper)
  expect(await suggestions()).toEqual([
    { aId: keeper, bId: judge, score: 0.4, reasons: ['TRANSLITERATION'] },
  ])
})

test('a surname means the person that the rest of the story is about', async () => {
  const [anna] = await tell([person('Anna Smith', 'Smith'), body('Acme Zorbex'), person('Bo Lund')])
  await tell([person('John Smith', 'Smith'), body('Quixly Motors')])
  expect((await resolve([person('Smith'), body('Acme Zorbex'), person('Bo Lund')]))[0]).toBe(anna)
})

test('where the story does not tell, a surname is new, with a suggestion for each that it may be', async () => {
  const [anna, john] = await tell([person('Anna Smith', 'Smith'), person('John Smith', 'Smith')])
  const [smith] = await resolve([person('Smith')])
  expect(await suggestions()).toEqual([
    { aId: anna, bId: smith, score: 0.25, reasons: ['SHORT_FORM'] },
    { aId: john, bId: smith, score: 0.25, reasons: ['SHORT_FORM'] },
  ])
})

test('an acronym is suggested for what it may stand for', async () => {
  const [long] = await resolve([body('Zorbex Quality Board')])
  const [short] = await resolve([body('ZQB')])
  expect(await suggestions()).toEqual([{ aId: long, bId: short, score: 0.3, reasons: ['ACRONYM'] }])
})

test('a body that every country has is not one across stories that share nothing', async () => {
  const [first] = await tell([body('Supreme Court'), place('Lviv', 702550)])
  expect((await resolve([body('Supreme Court'), place('Nairobi', 184745)]))[0]).not.toBe(first)
  expect((await resolve([body('Supreme Court'), place('Lviv', 702550)]))[0]).toBe(first)
})

test('a name made of ordinary words is a name: one body', async () => {
  const [first] = await resolve([body('Harbour Wire')])
  expect(await resolve([body('Harbour Wire')])).toEqual([first])
})

test("two people of one name are two where the CMS's ids say so", async () => {
  const hint = (externalId: string) => ({
    hints: [{ name: 'Eva Lind', type: 'PERSON' as const, externalId }],
  })
  const [first] = await resolve([person('Eva Lind')], hint('p-1'))
  expect(await resolve([person('Eva Lind')], hint('p-2'))).not.toContain(first)
})

test('known people are one by the page about them, whatever their name is', async () => {
  const [trump] = await resolve([person('Donald Trump')])
  expect(await resolve([person('Donald J. Trump')])).toEqual([trump])
  expect(await database.db.externalId.findMany({ select: { scheme: true, value: true } })).toEqual([
    { scheme: 'wikipedia', value: 'Donald Trump' },
  ])
})

test('the order in which articles come does not change who is one with whom', async () => {
  const names = [
    'Olena Petrenkovsky',
    'Olena Petrenkovskyy',
    'Li Wei',
    'Lee Way',
    'Eva Lind',
    'EVA LIND',
  ]
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
      const own = await createTestDatabase()
      const idOf = new Map<string, number>()
      for (const name of [...order, ...order]) {
        const [choice] = await own.db.$transaction((tx) =>
          resolveEntities(tx, [person(name)], {
            hints: [],
            isPublic: true,
            sourceSlug: 'wire',
            previous: new Set(),
          }),
        )
        const before = idOf.get(name)
        if (before !== undefined) expect(choice?.id).toBe(before)
        idOf.set(name, choice?.id ?? 0)
      }
      const parts = names.map((name) => names.find((one) => idOf.get(one) === idOf.get(name)))
      await own.close()
      expect(parts).toEqual([
        'Olena Petrenkovsky',
        'Olena Petrenkovsky',
        'Li Wei',
        'Lee Way',
        'Eva Lind',
        'Eva Lind',
      ])
    }),
    { numRuns: 5 },
  )
}, 60_000)
