import { describe, expect, test } from 'vitest'
import { ADAPTER_KINDS } from '../../../../src/core/adapter-kind.ts'
import { ADAPTERS, readPayload } from '../../../../src/ingestion/adapters/read-payload.ts'
import { ingestFixture } from '../../../support/ingest-fixture.ts'

const PAYLOADS = {
  generic: 'generic/save',
  ninjs: 'ninjs/usable-3',
  wordpress: 'wordpress/save',
  ghost: 'ghost/post-published',
  strapi: 'strapi/entry-publish',
  contentful: 'contentful/publish',
} as const

describe('a payload of another CMS', () => {
  const pairs = ADAPTER_KINDS.flatMap((sent) =>
    ADAPTER_KINDS.filter((kind) => kind !== sent).map((taken) => [sent, taken] as const),
  )
  test.each(pairs)('of %s, sent to a source of %s, is named in the error', (sent, taken) => {
    const json: unknown = JSON.parse(ingestFixture(PAYLOADS[sent]).toString('utf8'))
    expect(() => readPayload(taken, { source: 'courier', topic: null, json })).toThrow(
      `This looks like a payload of ${ADAPTERS[sent].name}, but the source "courier" takes those of ${ADAPTERS[taken].name}: send it to another source, or set this one's adapter to ${sent}.`,
    )
  })

  test.each([null, 42, 'text', [], [{}], true])('that is %j is of no CMS', (json) => {
    for (const kind of ADAPTER_KINDS) {
      expect(() => readPayload(kind, { source: 'courier', topic: null, json })).toThrow(
        /^This cannot be read as /,
      )
    }
  })
})
