import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

// The audits of the GraphQL over HTTP specification, MUST, SHOULD and MAY alike.
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const audits = serverAudits({
  url: 'http://dateline/graphql',
  fetchFn: (url: string, init: RequestInit) => app.app.request(url, init),
})

describe('GraphQL over HTTP', () => {
  for (const audit of audits) {
    test(audit.name, async () => {
      const result = await audit.fn()
      expect({ status: result.status, reason: 'reason' in result ? result.reason : '' }).toEqual({
        status: 'ok',
        reason: '',
      })
    })
  }
})
