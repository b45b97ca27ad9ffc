import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type IngestInput, ingestInputSchema } from '../../src/actions/ingest-input.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
const DATE_FIELDS = ['publishedAt', 'modifiedAt', 'embargoedUntil']
const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

const files = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.jsonl'))
  .toSorted()

const lines = files.flatMap((name) =>
  readFileSync(join(SAMPLES, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, i) => ({ file: basename(name, '.jsonl'), where: `${name}:${i + 1}`, line })),
)

const samples = lines.map(({ file, where, line }) => ({ file, where, input: parse(line) }))
const firstVersions = samples.filter(({ file }) => file !== 'updates')
const updates = samples.filter(({ file }) => file === 'updates')

function parse(line: string): IngestInput {
  const reviveDate = (key: string, value: unknown): unknown =>
    typeof value === 'string' && DATE_FIELDS.includes(key) && ISO_UTC.test(value)
      ? new Date(value)
      : value
  return ingestInputSchema.parse(JSON.parse(line, reviveDate))
}

const articleKey = ({ source, externalId }: IngestInput): string => `${source} ${externalId}`

function bodyWordCount({ bodyHtml, bodyText }: IngestInput): number {
  const text = bodyText ?? bodyHtml?.replace(/<!--.*?-->|<[^>]+>/gs, ' ') ?? ''
  return text.split(/\s+/).filter((word) => word !== '').length
}

describe('the sample articles', () => {
  test('come from four outlets, each in the file of its name', () => {
    expect(files).toEqual([
      'harbour-wire.jsonl',
      'meridian-post.jsonl',
      'northern-courier.jsonl',
      'tidewater-radio.jsonl',
      'updates.jsonl',
    ])
    expect(firstVersions.filter(({ file, input }) => input.source !== file)).toEqual([])
  })

  test('are 28, each with its own url, on the outlet’s example domain', () => {
    expect(new Set(firstVersions.map(({ input }) => articleKey(input))).size).toBe(28)
    expect(new Set(firstVersions.map(({ input }) => input.url)).size).toBe(28)
    for (const { input, where } of samples) {
      expect(new URL(input.url ?? '').hostname, where).toBe(`${input.source}.example`)
    }
  })

  test('have a headline and exactly one body of 100 to 260 words', () => {
    for (const { input, where } of samples) {
      expect(input.headline, where).toMatch(/\S/)
      expect([input.bodyHtml, input.bodyText].filter(Boolean), where).toHaveLength(1)
      expect(bodyWordCount(input), where).toBeGreaterThanOrEqual(100)
      expect(bodyWordCount(input), where).toBeLessThanOrEqual(260)
    }
  })

  test('are versions that never share a time, so that none is taken for another', () => {
    const versions = samples.map(
      ({ input }) => `${articleKey(input)} ${input.modifiedAt?.toISOString()}`,
    )
    expect(new Set(versions).size).toBe(samples.length)
  })

  test('are published from 15 to 24 December 2025, save one draft without a date', () => {
    const days = firstVersions.flatMap(({ input }) => input.publishedAt?.toISOString() ?? [])
    expect(days).toHaveLength(27)
    expect(days.toSorted().at(0)).toBe('2025-12-15T08:40:00.000Z')
    expect(days.toSorted().at(-1)).toBe('2025-12-24T08:00:00.000Z')
    const hidden = samples.filter(({ input }) => input.status !== 'PUBLISHED')
    expect(hidden.map(({ input }) => [input.status, input.publishedAt])).toEqual([
      ['DRAFT', undefined],
    ])
  })

  test('hold one article under an embargo that outlives every demonstration', () => {
    const embargoes = samples.flatMap(({ input }) => input.embargoedUntil?.toISOString() ?? [])
    expect(embargoes).toEqual(['2099-01-01T00:01:00.000Z'])
  })

  test('all carry the topic that says they are invented', () => {
    for (const { input, where } of samples) {
      expect(
        input.topics?.map(({ slug }) => slug),
        where,
      ).toContain('invented-sample')
    }
  })
})

describe('the sample updates', () => {
  test('are later versions of articles of the other files, at the same url', () => {
    expect(updates).toHaveLength(2)
    for (const { input, where } of updates) {
      const first = firstVersions.find((sample) => articleKey(sample.input) === articleKey(input))
      expect(first?.input.url, where).toBe(input.url)
      expect([first?.input.externalRevision, input.externalRevision], where).toEqual(['1', '2'])
      expect(Number(input.modifiedAt), where).toBeGreaterThan(Number(first?.input.modifiedAt))
    }
  })

  test('correct 635 drones to the 653 that the other outlet printed', () => {
    const launched = (sources: typeof samples): readonly string[] =>
      sources.flatMap(
        ({ input }) =>
          input.bodyHtml?.match(/Russia launched (\d+) drones and 41 missiles/)?.[1] ?? [],
      )
    expect(launched(firstVersions)).toEqual(['653', '635'])
    expect(launched(updates)).toEqual(['653'])
  })
})
