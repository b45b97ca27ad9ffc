import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../../support/browser.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const isThere = hasBrowser('Tests of pages in a browser')

const HOSTILE = `"><script>document.title='run'</script><img src=x onerror="document.title='run'"> 'Ida'`
const PATHS = [
  '/articles/drones-over-kharkiv',
  '/entities/ukrainian-air-force',
  '/metrics/drones-launched',
  '/charts/drones-launched.svg',
]

describe.skipIf(!isThere)('pages in a browser', () => {
  let app: TestApp
  let server: Server
  let browser: Browser
  let page: Page
  let origin: string
  /** What went wrong in the page: errors, refusals by its policy, requests that fail or go elsewhere. */
  const troubles: string[] = []

  beforeAll(async () => {
    app = await createTestApp()
    const says = (id: string, who: string, count: number, headline: string) =>
      app.ingest({
        externalId: id,
        headline,
        publishedAt: new Date('2025-12-20T08:00:00Z'),
        bodyText: `The ${who} said Russia launched ${count} drones at Kharkiv in Ukraine on December 19, 2025.\n\nMayor Ihor Terekhov said 4 people were injured.`,
      })
    await says('1', 'Ukrainian Air Force', 635, 'Drones over Kharkiv')
    await says('2', 'Russian Defence Ministry', 587, 'Drones over Ukraine')
    server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
    if (!server.listening) await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })
  /** With a cache of its own. */
  beforeEach(async () => {
    page = await browser.newPage()
    page.on('pageerror', ({ message }) => troubles.push(message))
    page.on('console', (message) => troubles.push(message.text()))
    page.on('requestfailed', (request) => troubles.push(request.url()))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) troubles.push(request.url())
    })
  })
  afterEach(async () => {
    await page.close()
    troubles.length = 0
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await app?.close()
  })

  const open = async (path: string, width = 1280): Promise<void> => {
    await page.setViewportSize({ width, height: 900 })
    expect((await page.goto(origin + path))?.status()).toBe(200)
  }

  test('they load nothing from elsewhere, break no rule of their policy, and fit a phone', async () => {
    for (const width of [1280, 390]) {
      for (const path of PATHS) {
        await open(path, width)
        if (path.endsWith('.svg')) continue
        expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(
          5,
        )
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
    }
    expect(troubles).toEqual([])
  })

  test('a name leads to its entity, a figure to its words, by keyboard alone', async () => {
    await open('/articles/drones-over-kharkiv')
    await page.locator('main p a', { hasText: 'Ukrainian Air Force' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/entities/ukrainian-air-force')
    expect(await page.locator('h1').textContent()).toBe('Ukrainian Air Force')
    const figure = page.locator('td.number a', { hasText: '635 drones' })
    await figure.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/articles/drones-over-kharkiv#figure-*')
    expect(await page.locator(':target mark').textContent()).toContain('635 drones')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A')
    expect(troubles).toEqual([])
  })

  test('pictures have a title and a description in words', async () => {
    for (const path of PATHS.slice(1)) {
      await open(path)
      const svg = page.locator('svg[role=img]')
      const ids = (await svg.first().getAttribute('aria-labelledby'))?.split(' ') ?? []
      expect(ids).toHaveLength(2)
      for (const id of ids) {
        expect(await page.locator(`[id="${id}"]`).textContent()).toMatch(/\w{4}/)
      }
    }
    expect(troubles).toEqual([])
  })

  test('names with markup and quotes in them stay text', async () => {
    await app.db.entity.updateMany({ data: { name: HOSTILE, description: HOSTILE } })
    await app.db.metric.updateMany({ data: { label: HOSTILE } })
    await app.db.article.updateMany({ data: { headline: HOSTILE } })
    await app.db.articleRevision.updateMany({ data: { headline: HOSTILE } })
    await app.db.figure.updateMany({ data: { attributionLabel: HOSTILE, claimantId: null } })
    for (const path of PATHS) {
      await open(path)
      expect(await page.locator('script, img').count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.textContent)).toContain(HOSTILE)
      expect(await page.title()).not.toBe('run')
    }
    expect(troubles).toEqual([])
  })
})
