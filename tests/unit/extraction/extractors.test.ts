import { expect, test } from 'vitest'
import { toExtractorKind } from '../../../src/core/extractor-kind.ts'
import type { Extractor } from '../../../src/extraction/extractor.ts'
import { extractWithFallback } from '../../../src/extraction/extractors.ts'

const INPUT = { headline: 'Quiet day', body: 'Nothing.', language: 'en', publishedAt: null }
const NOTHING = { entities: [], mentions: [], figures: [] }
const reader = (name: string, failure?: unknown): Extractor => ({
  name,
  version: '1',
  extract: async () => {
    if (failure !== undefined) throw failure
    return NOTHING
  },
})

async function read(kind: 'embedded' | 'remote', remote: Extractor | null) {
  const reasons: string[] = []
  const extractors = {
    embedded: reader('local'),
    remote,
    onFallback: (reason: string) => void reasons.push(reason),
  }
  const { extractor } = await extractWithFallback(extractors, kind, INPUT)
  return [extractor.name, ...reasons]
}

test('the extractor that is chosen reads', async () => {
  expect(await read('embedded', reader('far'))).toEqual(['local'])
  expect(await read('remote', reader('far'))).toEqual(['far'])
})

test('when the chosen one fails in any way, the embedded one reads and the log learns why', async () => {
  expect(await read('remote', reader('far', new Error('no answer')))).toEqual([
    'local',
    'far: no answer',
  ])
  expect(await read('remote', reader('far', 'a string'))).toEqual(['local', 'far: a string'])
})

test('when there is no endpoint, the embedded one reads and the log learns why', async () => {
  expect(await read('remote', null)).toEqual([
    'local',
    'no endpoint is set: DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL',
  ])
})

test('a failure of the embedded one is a bug, and is not hidden', async () => {
  const extractors = { embedded: reader('local', new Error('bug')), remote: null, onFallback() {} }
  await expect(extractWithFallback(extractors, 'embedded', INPUT)).rejects.toThrow('bug')
})

test('a choice that nobody knows any more means the embedded one', () => {
  expect([undefined, null, '', 'remote', 'retired'].map(toExtractorKind)).toEqual([
    'embedded',
    'embedded',
    'embedded',
    'remote',
    'embedded',
  ])
})
