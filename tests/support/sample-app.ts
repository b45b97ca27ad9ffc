import { pino } from 'pino'
import { loadSamples } from '../../src/server/load-samples.ts'
import { EMBEDDED_ONLY } from './extractors.ts'
import { createTestApp, type TestApp } from './test-app.ts'

/** The whole application with the sample stories, some days after the last of them. */
export async function createSampleApp(): Promise<TestApp> {
  const app = await createTestApp()
  await loadSamples({ db: app.db, extractors: EMBEDDED_ONLY, log: pino({ level: 'silent' }) })
  app.setTime(new Date('2025-12-25T09:00:00Z'))
  return app
}
