import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)

/** Whether this machine has Chromium; says so where tests are skipped for the want of it. */
export function hasBrowser(tests: string): boolean {
  if (CHROMIUM !== undefined) return true
  process.stderr.write(`${tests} are skipped: no Chromium here (set CHROMIUM_PATH).\n`)
  return false
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
