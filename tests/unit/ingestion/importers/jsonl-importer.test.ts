import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { jsonlImporter } from '../../../../src/ingestion/importers/jsonl-importer.ts'

const OPTIONS = { source: 'northport-times', publishedAt: new Date('2025-11-01T00:00:00Z') }

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url))

const read = (name: string, bytes: Uint8Array) => [
  ...jsonlImporter.read({ path: name, name, bytes }, OPTIONS),
]

const reasons = (name: string, content: string | Uint8Array) =>
  read(name, Buffer.from(content)).map((item) => ('reason' in item ? item.reason : null))

describe('lines', () => {
  it('are articles, with times read and the import’s source and time where they have none', () => {
    const bytes = fixture('stories.jsonl')
    expect(read('stories.jsonl', bytes)).toEqual([
      {
        where: 'stories.jsonl:1',
        bytesRead: bytes.indexOf(0x0a) + 1,
        input: {
          source: 'northport-times',
          externalId: 'a-1',
          headline: 'Ferry lines return',
          bodyText: 'Two ferry lines return in May.',
          publishedAt: new Date('2025-11-04T06:00:00Z'),
          authors: ['Marta Lind'],
          topics: [{ name: 'Transport' }],
        },
      },
      {
        where: 'stories.jsonl:3',
        bytesRead: bytes.length,
        input: {
          source: 'harbour-radio',
          externalId: 'a-2',
          bodyHtml:
            '<p>Storm damages 40 boats</p><p>The storm damaged 40 boats, the coast guard said.</p>',
          publishedAt: new Date('2025-11-05T07:30:00Z'),
          modifiedAt: new Date('2025-11-05T00:00:00Z'),
          status: 'DRAFT',
          entities: [{ name: 'Coast Guard', type: 'ORGANIZATION' }],
        },
      },
    ])
  })

  it('fail one by one, each with its number and the reason', () => {
    const items = read('bad-lines.jsonl', fixture('bad-lines.jsonl'))
    expect(items.map((item) => [item.where, 'reason' in item ? item.reason : 'fine'])).toEqual([
      ['bad-lines.jsonl:1', 'fine'],
      [
        'bad-lines.jsonl:2',
        expect.stringMatching(/^This is not JSON \(.+\): write one object per line\.$/),
      ],
      ['bad-lines.jsonl:3', 'Invalid input: expected object, received array'],
      ['bad-lines.jsonl:4', 'Unrecognized key: "title"'],
      [
        'bad-lines.jsonl:5',
        'publishedAt: "last Monday" must be a time in ISO 8601, like 2025-12-24T09:00:00Z',
      ],
      [
        'bad-lines.jsonl:6',
        'publishedAt: "2025-02-30T09:00:00Z" must be a time in ISO 8601, like 2025-12-24T09:00:00Z',
      ],
      ['bad-lines.jsonl:7', 'externalId: Invalid input: expected string, received undefined'],
      ['bad-lines.jsonl:8', 'fine'],
    ])
  })

  it('may end as on Windows, start with a byte order mark, or be UTF-16', () => {
    const lines = '{"externalId":"é1","bodyText":"a"}\r\n\r\n{"externalId":"é2","bodyText":"b"}\r\n'
    const utf16 = iconv.encode(lines, 'utf-16le', { addBOM: true })
    for (const bytes of [Buffer.from(lines), Buffer.from(`\ufeff${lines}`), utf16]) {
      const found = read('x.jsonl', bytes).map((item) => [
        item.where,
        'input' in item ? item.input.externalId : null,
      ])
      expect(found).toEqual([
        ['x.jsonl:1', 'é1'],
        ['x.jsonl:3', 'é2'],
      ])
    }
  })

  it('fail alone when they are not UTF-8', () => {
    const bytes = iconv.encode('{"externalId":"é"}\n{"externalId":"e"}', 'windows-1252')
    expect(reasons('x.jsonl', bytes)).toEqual([
      'The line is not UTF-8: save the file in that encoding.',
      null,
    ])
  })

  it('are none in an empty file', () => {
    expect(read('x.jsonl', Buffer.from(' \n\n'))).toEqual([])
  })
})

describe('a .json file', () => {
  it('may hold an array', () => {
    const items = read('stories.json', fixture('stories.json'))
    expect(items.map((item) => [item.where, 'reason' in item ? item.reason : 'fine'])).toEqual([
      ['stories.json[0]', 'fine'],
      ['stories.json[1]', 'externalId: Invalid input: expected string, received number'],
      ['stories.json[2]', 'fine'],
    ])
  })

  it('may hold one object, on one line or on many', () => {
    for (const content of [
      '{"externalId":"1"}',
      '{"externalId":"1"}\n',
      '{\n"externalId": "1"\n}',
    ]) {
      expect(read('x.json', Buffer.from(content))).toMatchObject([{ input: { externalId: '1' } }])
    }
  })

  it('may hold lines', () => {
    const items = read('x.json', Buffer.from('{"externalId":"1"}\n{"externalId":"2"}\n'))
    expect(items.map(({ where }) => where)).toEqual(['x.json:1', 'x.json:2'])
  })

  it('fails as a whole when it is broken or binary', () => {
    expect(reasons('x.json', '[{"externalId":"1"},')).toEqual([
      expect.stringMatching(/^This is not JSON/),
    ])
    expect(reasons('x.json', '%PDF-1.4')).toEqual([
      'The file is a PDF document, not text: export its text to a .txt or .html file.',
    ])
  })
})
