import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { textImporter } from '../../../../src/ingestion/importers/text-importer.ts'

const TIME = new Date('2025-11-03T08:00:00Z')
const OPTIONS = { source: 'northport-times', publishedAt: TIME }

const read = (name: string, bytes: Uint8Array) => [
  ...textImporter.read({ path: `in/${name}`, name, bytes }, OPTIONS),
]

it('makes one article of a file, known by its name without extension', () => {
  const bytes = iconv.encode('The mayor’s office', 'utf-16le', { addBOM: true })
  expect(read('2025/11/bridge.v2.txt', bytes)).toEqual([
    {
      where: 'in/2025/11/bridge.v2.txt',
      input: {
        source: 'northport-times',
        externalId: '2025/11/bridge.v2',
        bodyText: 'The mayor’s office',
        publishedAt: TIME,
      },
    },
  ])
})

it('says what a file is that is not text', () => {
  expect(read('scan.txt', Buffer.from('%PDF-1.4'))).toEqual([
    {
      where: 'in/scan.txt',
      reason: 'The file is a PDF document, not text: export its text to a .txt or .html file.',
    },
  ])
})
