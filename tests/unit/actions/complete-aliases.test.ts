import { expect, onTestFinished, test } from 'vitest'
import { completeAliases } from '../../../src/actions/complete-aliases.ts'
import { ingestArticle } from '../../../src/actions/ingest-article.ts'
import { reprocessArticles } from '../../../src/actions/reprocess-articles.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestDatabase } from '../../support/test-database.ts'

async function setup() {
  const { db, close } = await createTestDatabase()
  onTestFinished(close)
  const context = { db, actor: OPERATOR, now: new Date(), extractors: EMBEDDED_ONLY }
  const ingest = (externalId: string, bodyText: string) =>
    ingestArticle(context, { source: 'wire', externalId, headline: 'Talks', bodyText })
  const keys = async () =>
    (await db.alias.findMany({ orderBy: { name: 'asc' } })).map((alias) => [
      alias.name,
      alias.transliterationKey,
      alias.initials,
    ])
  return { context, db, ingest, keys }
}

const TALKS = 'The Meridian Farmers Association met Volodymyr Zelenskyy on Monday.'

test('names that were stored before there were keys get those that new names have', async () => {
  const { db, ingest, keys } = await setup()
  await ingest('a1', TALKS)
  const expected = await keys()
  expect(expected).toEqual([
    ['Meridian Farmers Association', 'asociation meridian farmers', 'mfa'],
    ['Volodymyr Zelenskyy', 'zelenski volodymyr', null],
  ])
  await db.alias.updateMany({ data: { transliterationKey: null, initials: null } })
  await completeAliases(db)
  expect(await keys()).toEqual(expected)
})

test('then another spelling is the same person, without reading the old article again', async () => {
  const { context, db, ingest } = await setup()
  await ingest('a1', TALKS)
  await db.alias.updateMany({ data: { transliterationKey: null, initials: null } })
  expect(await reprocessArticles(context, { source: null, all: false })).toEqual({
    reprocessed: 0,
    unchanged: 0,
    failed: [],
  })
  await ingest('a2', 'On Friday Volodymyr Zelensky left.')
  expect(await db.entity.count({ where: { type: 'PERSON' } })).toBe(1)
})
