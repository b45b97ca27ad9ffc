import type { CmsEvent } from '../../../../src/actions/cms-event.ts'
import { ADAPTER_KINDS } from '../../../../src/core/adapter-kind.ts'
import { readPayload } from '../../../../src/ingestion/adapters/read-payload.ts'
import { ingestFixture } from '../../../support/ingest-fixture.ts'

/** What the adapter that the fixture's folder names makes of it. */
export function readFixture(name: string, topic: string | null = null): CmsEvent {
  const kind = ADAPTER_KINDS.find((known) => name.startsWith(`${known}/`))
  if (kind === undefined) throw new Error(`There is no adapter for ${name}.`)
  const json: unknown = JSON.parse(ingestFixture(name).toString('utf8'))
  return readPayload(kind, { source: 'courier', topic, json })
}
