import { expect, onTestFinished, test } from 'vitest'
import { createTestApp } from '../../support/test-app.ts'

test('a field that is refused in many rows is an error, and leaves no promise that nobody waits for', async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  await app.ingest({ bodyText: 'Astrid Lindqvist met Bertil Andersson in Oslo.' })
  const unhandled: unknown[] = []
  const listen = (error: unknown): void => void unhandled.push(error)
  process.prependListener('unhandledRejection', listen)
  onTestFinished(() => void process.off('unhandledRejection', listen))
  const { data, errors } = await app.ask(`{ entities(first: 10) { edges { node {
    ... on Person { coOccurring { articleCount } suggestions { totalCount } }
    ... on Place { suggestions { totalCount } } } } } }`)
  await new Promise((resolve) => setImmediate(resolve))
  expect([data, unhandled]).toEqual([null, []])
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
})
