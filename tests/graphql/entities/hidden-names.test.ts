import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseArticle } from '../../../src/actions/erase-article.ts'
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

test('an editor sees and finds both', async () => {
  const { people } = await app.read(PEOPLE, { key: editor })
  expect(people.edges[0].node).toMatchObject({
    name: 'Baldur Vinterberg',
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

test('once the article with the name is public, the name is too', async () => {
  await app.ingest({
    externalId: 'draft',
    headline: 'Draft',
    bodyText: 'Minister Baldur Vinterberg resigned on Monday.',
    entities: [{ name: 'Baldur Vinterberg', type: 'PERSON', externalId: 'p-1' }],
  })
  const { people } = await app.read(PEOPLE)
  expect(people.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    {
      name: 'Baldur Vinterberg',
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
