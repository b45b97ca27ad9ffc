import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** One number a paragraph, all of one place and speaker, so that only their count differs. */
const bodyText = (figures: number, from: number): string =>
  Array.from(
    { length: figures },
    (_, i) => `The Red Cross said that ${from + i} people were killed in Kharkiv.`,
  ).join('\n\n')

async function statementsOf(externalId: string, body: string): Promise<number> {
  app.statements.length = 0
  await app.ingest({
    externalId,
    headline: `Report ${externalId}`,
    bodyText: body,
    url: `https://wire.example/${externalId}`,
    topics: [{ name: 'War' }, { name: 'Relief' }],
  })
  return app.statements.length
}

test('an article takes as many statements with 40 figures as with 4', async () => {
  await statementsOf('first', bodyText(4, 100))
  const few = await statementsOf('few', bodyText(4, 200))
  const many = await statementsOf('many', bodyText(40, 300))
  expect(await app.db.figure.count()).toBe(48)
  expect(many).toBe(few)
  expect(few).toBeLessThanOrEqual(60)
})
