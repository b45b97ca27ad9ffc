import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseArticle } from '../../../src/actions/erase-article.ts'
import { openArticles } from '../../../src/actions/open-articles.ts'
import { reviewMention } from '../../../src/actions/review-mention.ts'
import { unpublishArticle } from '../../../src/actions/unpublish-article.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

/** A draft calls a public person by another name, and knows his office; the CMS's id says that they are one. */
let app: TestApp
let editor: string
beforeAll(async () => {
  app = await createTestApp()
  editor = await app.makeKey('READ_UNPUBLISHED')
  await app.ingest({
    externalId: 'draft',
    status: 'DRAFT',
    headline: 'Draft',
    bodyText: 'Minister Baldur Vinterberg resigned on Monday.',
    entities: [{ name: 'Baldur Vinterberg', type: 'PERSON', externalId: 'p-1' }],
  })
  await app.ingest({
    externalId: 'open',
    headline: 'Open',
    bodyText: 'Harald Quist resigned on Monday.',
    entities: [{ name: 'Harald Quist', type: 'PERSON', externalId: 'p-1' }],
  })
})
afterAll(() => app.close())

const context = { extractors: EMBEDDED_ONLY, actor: OPERATOR, now: NOW }
const PEOPLE =
  '{ people { edges { node { name jobTitle aliases { name } externalIds { scheme value } } } } }'
const EVERYWHERE = (name: string) => `{
  filtered: people(filter: { name: { contains: "${name}" } }) { totalCount }
  searched: search(query: "${name}") { totalCount }
}`

test('the public sees neither the name nor the office that only a draft gives', async () => {
  const { people } = await app.read(PEOPLE)
  expect(people.edges).toEqual([
    {
      node: {
        name: 'Harald Quist',
        jobTitle: null,
        aliases: [{ name: 'Harald Quist' }],
        externalIds: [{ scheme: 'wire', value: 'p-1' }],
      },
    },
  ])
})

test('nor is the person found by it', async () => {
  expect(await app.read(EVERYWHERE('Vinterberg'))).toEqual({
    filtered: { totalCount: 0 },
    searched: { totalCount: 0 },
  })
  const { filtered, searched } = await app.read(EVERYWHERE('Quist'))
  expect([filtered.totalCount, searched.totalCount]).toEqual([1, 2])
})

test('an editor sees and finds both, under the name that everyone may see', async () => {
  const { people } = await app.read(PEOPLE, { key: editor })
  expect(people.edges[0].node).toMatchObject({
    name: 'Harald Quist',
    jobTitle: 'Minister',
    aliases: [{ name: 'Baldur Vinterberg' }, { name: 'Harald Quist' }],
  })
  const { filtered, searched } = await app.read(EVERYWHERE('Vinterberg'), { key: editor })
  expect([filtered.totalCount, searched.totalCount]).toEqual([1, 2])
})

test('when the draft names somebody else, the name and office are gone for everybody else too', async () => {
  await app.ingest({
    externalId: 'draft',
    headline: 'Draft',
    bodyText: 'Nothing happened on Monday.',
  })
  const { people } = await app.read(PEOPLE)
  expect(people.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    { name: 'Harald Quist', jobTitle: null, aliases: [{ name: 'Harald Quist' }] },
  ])
})

test('once the article with the name is public, it is another name of the person', async () => {
  await app.ingest({
    externalId: 'draft',
    headline: 'Draft',
    bodyText: 'Minister Baldur Vinterberg resigned on Monday.',
    entities: [{ name: 'Baldur Vinterberg', type: 'PERSON', externalId: 'p-1' }],
  })
  const { people } = await app.read(PEOPLE)
  expect(people.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    {
      name: 'Harald Quist',
      jobTitle: 'Minister',
      aliases: [{ name: 'Baldur Vinterberg' }, { name: 'Harald Quist' }],
    },
  ])
})

test('what only an erased article said is no longer stored', async () => {
  const { id } = await app.db.article.findFirstOrThrow({ where: { externalId: 'draft' } })
  await eraseArticle(
    { db: app.db, extractors: EMBEDDED_ONLY, actor: OPERATOR, now: NOW },
    { articleId: id },
  )
  const [person] = await app.db.entity.findMany({
    where: { type: 'PERSON' },
    select: { name: true, aliases: { select: { name: true } } },
  })
  expect(person).toEqual({ name: 'Harald Quist', aliases: [{ name: 'Harald Quist' }] })
})

describe('slugs and the order by name', () => {
  /** A story of one person under one name; the CMS's id says that all are the same one. */
  const tell = (externalId: string, name: string, state: object = {}) =>
    app.ingest({
      source: 'desk',
      externalId,
      headline: externalId,
      bodyText: `${name} resigned on Monday.`,
      entities: [{ name, type: 'PERSON', externalId: 'desk-1' }],
      ...state,
    })
  const idOf = async (externalId: string) =>
    (await app.db.article.findFirstOrThrow({ where: { externalId } })).id
  const listed = async (key?: string) => {
    const { people } = await app.read(
      '{ people(orderBy: { field: NAME, direction: ASC }) { edges { cursor node { name slug } } } }',
      key === undefined ? {} : { key },
    )
    return people.edges as { cursor: string; node: { name: string; slug: string } }[]
  }
  const who = async () => (await listed()).map(({ node }) => node)
  const bySlug = async (slug: string, key?: string) => {
    const query = `{ person(slug: "${slug}") { name slug } }`
    return (await app.read(query, key === undefined ? {} : { key })).person
  }
  const QUIST = { name: 'Harald Quist', slug: 'harald-quist' }
  let hidden: string

  test('a person whom only drafts name has a number for a slug', async () => {
    await tell('first', 'Aurora Nordgren', { status: 'DRAFT' })
    expect(await who()).toEqual([QUIST])
    const people = (await listed(editor)).map(({ node }) => node)
    expect(people).toEqual([
      { name: 'Aurora Nordgren', slug: expect.stringMatching(/^entity_\d+$/) },
      QUIST,
    ])
    hidden = people[0]?.slug ?? ''
    expect(await bySlug(hidden)).toBeNull()
  })

  test('what has the same name does not tell of it by a slug with a 2', async () => {
    await app.ingest({
      externalId: 'namesake',
      headline: 'Launched',
      bodyText: 'A ship was launched: the Aurora Nordgren.',
      entities: [{ name: 'Aurora Nordgren', type: 'ORGANIZATION', externalId: 'ship-1' }],
    })
    const { entities } = await app.read(
      '{ entities(filter: { name: { eq: "Aurora Nordgren" } }) { edges { node { slug } } } }',
    )
    expect(entities.edges).toEqual([{ node: { slug: 'aurora-nordgren' } }])
  })

  test('known by another name first, a person is listed by that one, in its place, for everyone', async () => {
    await tell('second', 'Zelda Quandt')
    const people = await listed()
    expect(people.at(-1)?.node).toEqual({ name: 'Zelda Quandt', slug: 'zelda-quandt' })
    for (const { cursor } of people) {
      expect(Buffer.from(cursor, 'base64').toString()).not.toContain('nordgren aurora')
    }
    expect(await bySlug(hidden)).toEqual({ name: 'Zelda Quandt', slug: 'zelda-quandt' })
    expect((await listed(editor)).map(({ node }) => node)).toEqual(people.map(({ node }) => node))
  })

  test('when the article with that name is no longer public, another name and slug stand for it, and the old slug leads there', async () => {
    await tell('third', 'Yrsa Quandt')
    await unpublishArticle({ db: app.db, ...context }, { articleId: await idOf('second') })
    expect((await who()).at(-1)).toEqual({ name: 'Yrsa Quandt', slug: 'yrsa-quandt' })
    expect(await bySlug('zelda-quandt')).toEqual({ name: 'Yrsa Quandt', slug: 'yrsa-quandt' })
  })

  test('erased, the name is in no slug any more', async () => {
    await eraseArticle({ db: app.db, ...context }, { articleId: await idOf('second') })
    expect(await bySlug('zelda-quandt')).toBeNull()
    expect(await app.db.formerSlug.count({ where: { slug: { contains: 'zelda' } } })).toBe(0)
  })

  test('an embargo that ends by itself shows no name of a draft, not even before anyone was told', async () => {
    await tell('third', 'Yrsa Quandt', { status: 'UNPUBLISHED' })
    const later = new Date(NOW.getTime() + 3_600_000)
    await tell('fourth', 'Xenia Quandt', { publishedAt: NOW, embargoedUntil: later })
    expect((await who()).filter(({ name }) => name.includes('Quandt'))).toEqual([])
    app.setTime(later)
    const [opened] = (await who()).filter(({ name }) => name.includes('Quandt'))
    expect(opened).toEqual({ name: 'Xenia Quandt', slug: expect.stringMatching(/^entity_\d+$/) })
    await openArticles(app.db, later)
    expect(await bySlug('xenia-quandt')).toEqual({ name: 'Xenia Quandt', slug: 'xenia-quandt' })
    expect(await bySlug(opened?.slug ?? '')).toEqual({ name: 'Xenia Quandt', slug: 'xenia-quandt' })
    app.setTime(NOW)
  })
})

test('whom a public figure is said by is called as that article does, also where the mention was rejected', async () => {
  const own = await createTestApp()
  const about = (name: string, body: string) => ({
    headline: name,
    bodyText: body,
    entities: [{ name, type: 'ORGANIZATION' as const, externalId: 'o-1' }],
  })
  await own.ingest({
    externalId: 'draft',
    status: 'DRAFT',
    ...about('Zorvath Guild', 'The Zorvath Guild met on Monday.'),
  })
  await own.ingest({
    externalId: 'open',
    ...about('Quillmere Council', 'The Quillmere Council said 7 boats sank.'),
    headline: 'Boats',
  })
  const { id: articleId } = await own.db.article.findFirstOrThrow({ where: { externalId: 'open' } })
  const mentions = await own.db.mention.findMany({ where: { articleId } })
  for (const { id, exact } of mentions) {
    if (!exact.includes('Quillmere')) continue
    await reviewMention({ db: own.db, ...context }, { id, decision: 'REJECT' })
  }
  const { figures } = await own.read(
    '{ figures { edges { node { attribution { claimant { name slug } } } } } }',
  )
  expect(figures.edges).toEqual([
    {
      node: {
        attribution: { claimant: { name: 'Quillmere Council', slug: 'quillmere-council' } },
      },
    },
  ])
  await own.close()
})

test('whom only an older text of a public article and a draft name is nobody to a reviewer of public articles', async () => {
  const own = await createTestApp()
  try {
    const id = 'was'
    const entities = (name: string) => [{ name, type: 'PERSON' as const, externalId: 'p-9' }]
    await own.ingest({
      externalId: id,
      bodyText: 'Astrid Bergen left Oslo.',
      entities: entities('Astrid Bergen'),
    })
    await own.ingest({ externalId: id, bodyText: 'Nobody left Oslo.', entities: [] })
    await own.ingest({
      externalId: 'draft',
      status: 'DRAFT',
      bodyText: 'Astrid Zorvath left Oslo.',
      entities: entities('Astrid Zorvath'),
    })
    const person = await own.db.entity.findFirstOrThrow({ where: { type: 'PERSON' } })
    const variables = { id: btoa(`Person:${person.id}`) }
    const mutation =
      'mutation ($id: ID!) { addAlias(id: $id, name: "A. B.") { __typename ... on AddAliasPayload { entity { name } } ... on Error { code } } }'
    const as = async (...scopes: ('REVIEW' | 'READ_UNPUBLISHED')[]) =>
      (await own.read(mutation, { variables, key: await own.makeKey(...scopes) })).addAlias
    expect(await as('REVIEW')).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND' })
    expect((await as('REVIEW', 'READ_UNPUBLISHED')).__typename).toBe('AddAliasPayload')
  } finally {
    await own.close()
  }
})
