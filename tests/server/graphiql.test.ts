import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { EXAMPLES } from '../../src/server/example-queries.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { hasBrowser, launchBrowser } from '../support/browser.ts'

const isThere = hasBrowser('GraphiQL tests')

describe.skipIf(!isThere)('GraphiQL in a browser, on the sample stories', () => {
  let folder: string
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-graphiql-'))
    const DATABASE_URL = `file:${join(folder, 'test.db')}`
    server = await startServer(
      readConfig({
        DATABASE_URL,
        PORT: '0',
        LOG_LEVEL: 'silent',
        DATELINE_ADMIN_KEY: 'an-admin-key-for-tests',
      }),
    )
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('it opens with the examples as tabs, answers the first one, and asks nobody else', async () => {
    const page = await browser.newPage()
    const elsewhere: string[] = []
    const failures: string[] = []
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.url))
        elsewhere.push(request.url())
    })
    page.on('pageerror', (error) => failures.push(error.message))
    await page.goto(`${server.url}/graphql`)
    await page.waitForSelector('.graphiql-tab', { timeout: 30_000 })
    expect(await page.locator('.graphiql-tab').count()).toBe(EXAMPLES.length)
    await page.getByRole('button', { name: /^Execute query/ }).click()
    await page.waitForFunction(() =>
      document.querySelector('.result-window')?.textContent?.includes('"headline"'),
    )
    const answer = (await page.locator('.result-window').textContent()) ?? ''
    expect(answer).not.toContain('"errors"')
    // Tabs can be dragged, which swallows a click of the mouse that does not last.
    await page.locator('.graphiql-tab-button', { hasText: 'Changes' }).dispatchEvent('click')
    await page.waitForFunction(() =>
      document.querySelector('.graphiql-query-editor')?.textContent?.includes('articleChanged'),
    )
    // GraphiQL may run the tab before once more, as its editor shows the new one a moment earlier.
    const changes = async (): Promise<string | null> => {
      const execute = page.getByRole('button', { name: /^Execute query/ })
      if (await execute.isVisible()) await execute.click()
      return page.locator('.result-window').textContent()
    }
    await expect.poll(changes, { interval: 1000, timeout: 30_000 }).toContain('"articleChanged"')
    expect([elsewhere, failures]).toEqual([[], []])
  })
})
