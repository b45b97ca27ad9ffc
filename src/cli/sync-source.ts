import { OPERATOR } from '../auth/actor.ts'
import { pullSource } from '../ingestion/pull/pull-source.ts'
import type { ImportSummary } from '../ingestion/run-import.ts'
import { withClient } from './with-client.ts'
import { withDatabase } from './with-database.ts'
import { withExtractors } from './with-extractors.ts'

/** Fetches a source as the schedule would; loaded when the command runs. */
export function syncSource(slug: string): Promise<ImportSummary> {
  return withDatabase((db) =>
    withExtractors((extractors) =>
      withClient((client) =>
        pullSource(
          { db, extractors, client, actor: OPERATOR, clock: () => new Date(), random: Math.random },
          slug,
        ),
      ),
    ),
  )
}
