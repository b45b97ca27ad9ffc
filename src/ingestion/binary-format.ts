import { InvalidInputError } from '../core/app-error.ts'

interface Signature {
  readonly what: string
  readonly todo: string
  readonly bytes: readonly number[]
}

const EXPORT_TEXT = 'export its text to a .txt or .html file'
const UNPACK = 'unpack it first'
const LEAVE_OUT = 'leave it out'

const latin = (text: string): readonly number[] =>
  Array.from(text, (letter) => letter.charCodeAt(0))

/** First bytes of what most often lies between articles. */
const SIGNATURES: readonly Signature[] = [
  { what: 'a PDF document', todo: EXPORT_TEXT, bytes: latin('%PDF-') },
  { what: 'a PNG picture', todo: LEAVE_OUT, bytes: [0x89, ...latin('PNG')] },
  { what: 'a JPEG picture', todo: LEAVE_OUT, bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', todo: LEAVE_OUT, bytes: latin('GIF8') },
  { what: 'a WebP, WAV or AVI file', todo: LEAVE_OUT, bytes: latin('RIFF') },
  { what: 'a TIFF picture', todo: LEAVE_OUT, bytes: latin('II*\0') },
  {
    what: 'an old Word, Excel or Outlook file',
    todo: EXPORT_TEXT,
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
  },
  { what: 'a rich text (RTF) document', todo: EXPORT_TEXT, bytes: latin('{\\rtf') },
  { what: 'a gzip archive', todo: UNPACK, bytes: [0x1f, 0x8b] },
  { what: 'a bzip2 archive', todo: UNPACK, bytes: latin('BZh') },
  { what: 'an xz archive', todo: UNPACK, bytes: [0xfd, ...latin('7zXZ')] },
  { what: 'a 7-Zip archive', todo: UNPACK, bytes: [...latin('7z'), 0xbc, 0xaf] },
  { what: 'a RAR archive', todo: UNPACK, bytes: latin('Rar!') },
  { what: 'an SQLite database', todo: LEAVE_OUT, bytes: latin('SQLite format 3') },
]

const ZIP = latin('PK\x03\x04')

/** Parts that name the office documents, which are ZIP archives. */
const ZIPPED: readonly (readonly [part: string, what: string])[] = [
  ['word/', 'a Word document (.docx)'],
  ['xl/', 'an Excel workbook (.xlsx)'],
  ['ppt/', 'a PowerPoint presentation (.pptx)'],
  ['opendocument', 'an OpenDocument file'],
  ['application/epub', 'an EPUB book'],
]

/** Throws InvalidInputError where the first bytes are those of a known binary format. */
export function refuseBinaryFormat(bytes: Uint8Array): void {
  const format = binaryFormat(bytes)
  if (format) {
    throw new InvalidInputError(`The file is ${format.what}, not text: ${format.todo}.`)
  }
}

function binaryFormat(bytes: Uint8Array): Omit<Signature, 'bytes'> | undefined {
  const startsWith = (start: readonly number[]): boolean =>
    start.every((byte, index) => bytes[index] === byte)
  if (!startsWith(ZIP)) return SIGNATURES.find((signature) => startsWith(signature.bytes))
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const what = ZIPPED.find(([part]) => start.includes(part))?.[1]
  return what ? { what, todo: EXPORT_TEXT } : { what: 'a ZIP archive', todo: UNPACK }
}
