import { expect, onTestFinished, test } from 'vitest'
import { ConflictError } from '../../../src/core/app-error.ts'
import { GroupCommit } from '../../../src/db/group-commit.ts'
import { createTestDatabase } from '../../support/test-database.ts'

async function arrange() {
  let commits = 0
  const { db, close } = await createTestDatabase({ onCommit: () => (commits += 1) })
  onTestFinished(close)
  const group = new GroupCommit(db)
  const add = (slug: string) =>
    group.run(async (tx) => {
      if ((await tx.topic.count({ where: { slug } })) > 0) {
        throw new ConflictError(`${slug} is there.`)
      }
      return (await tx.topic.create({ data: { slug, name: slug } })).id
    })
  const slugs = async () =>
    (await db.topic.findMany({ orderBy: { id: 'asc' } })).map(({ slug }) => slug)
  return { db, add, slugs, commits: () => commits }
}

test('what comes while a commit is under way is committed together, in order', async () => {
  const { add, slugs, commits } = await arrange()
  const names = Array.from({ length: 40 }, (_, i) => `t${i}`)
  expect(await Promise.all(names.map(add))).toEqual(names.map((_, i) => i + 1))
  expect(await slugs()).toEqual(names)
  expect(commits()).toBe(2)
})

test('an expected error is told to the one that it is about; the others are committed', async () => {
  const { add, slugs } = await arrange()
  const outcomes = await Promise.allSettled(['a', 'b', 'a', 'c'].map(add))
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(outcomes[2]).toMatchObject({ reason: { message: 'a is there.' } })
  expect(await slugs()).toEqual(['a', 'b', 'c'])
})

test('a statement that fails fails one; the others are committed without it', async () => {
  const { db, add, slugs } = await arrange()
  await db.$executeRaw`CREATE TRIGGER broken BEFORE INSERT ON "Topic" WHEN NEW."slug" = 'b' BEGIN SELECT RAISE(ABORT, 'broken'); END`
  const outcomes = await Promise.allSettled(['z', 'a', 'b', 'c'].map(add))
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(await slugs()).toEqual(['z', 'a', 'c'])
})
