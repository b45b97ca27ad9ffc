import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import { decodeText } from '../../../src/ingestion/decode-text.ts'

const TEXT =
  'The mayor’s office said repairs would cost €12 million – “at least”, Inês Duarte told Café Noir.\n'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('text', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16LE with a byte order mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16BE with a byte order mark', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['UTF-32LE with a byte order mark', iconv.encode(TEXT, 'utf-32le', { addBOM: true })],
    ['UTF-32BE with a byte order mark', iconv.encode(TEXT, 'utf-32be', { addBOM: true })],
    ['UTF-16LE without', iconv.encode(TEXT, 'utf-16le')],
    ['UTF-16BE without', iconv.encode(TEXT, 'utf-16be')],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252')],
  ])('is read from %s', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT)
  })

  it.each([
    [
      'windows-1250',
      'Władze ogłosiły w środę rano, że zginęło trzech cywilów, podały źródła w Łodzi.',
    ],
    ['windows-1251', 'Власти объявили в среду утром, что погибли трое мирных жителей города.'],
    ['koi8-r', 'Власти объявили в среду утром, что погибли трое мирных жителей города.'],
    ['windows-1256', 'أعلنت السلطات صباح الأربعاء أن ثلاثة مدنيين قتلوا في المدينة.'],
    [
      'windows-1254',
      'Yetkililer çarşamba sabahı üç sivilin öldüğünü ve şehrin kapandığını söyledi.',
    ],
    ['shift_jis', '当局は水曜日の朝、首都に空襲警報を発令した。三人が死亡した。'],
    ['gb18030', '当局周三早上在首都发布空袭警报。三名平民死亡。'],
  ])('is recognised in %s without being told', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toBe(text)
  })

  it('is read in the character set that HTML or XML declares', () => {
    const page = (declaration: string): string => `${declaration}<p>Zür, 5 grudnia, ž</p>`
    for (const declaration of [
      '<meta charset="iso-8859-2">',
      "<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>",
      '<?xml version="1.0" encoding="iso-8859-2"?>',
    ]) {
      const bytes = iconv.encode(page(declaration), 'iso-8859-2')
      expect(decodeText(bytes)).toBe(page(declaration))
    }
  })

  it('is UTF-8 where it can be, whatever it declares', () => {
    const page = '<meta charset="windows-1252"><p>Łódź</p>'
    expect(decodeText(Buffer.from(page))).toBe(page)
  })

  it('is read as windows-1252 where Latin-1 is declared', () => {
    const page = '<meta charset="ISO-8859-1"><p>The mayor’s “plan”</p>'
    expect(decodeText(iconv.encode(page, 'windows-1252'))).toBe(page)
  })

  it('survives a declaration that cannot be true or is not known', () => {
    for (const name of ['utf-8', 'utf-16', 'klingon-8']) {
      const page = `<meta charset="${name}"><p>The mayor’s café is closed, the “owner” said.</p>`
      expect(decodeText(iconv.encode(page, 'windows-1252'))).toBe(page)
    }
  })

  it('may be empty, or hold a stray NUL or escape', () => {
    expect(decodeText(new Uint8Array())).toBe('')
    expect(decodeText(latin1('two\0 towns \x1b'))).toBe('two\0 towns \x1b')
  })
})

describe('what is not text', () => {
  const zip = (part: string): Uint8Array => latin1(`PK\x03\x04\x14\0\0\0\x08\0${part}`)
  it.each([
    ['a PDF document', latin1('%PDF-1.7\n'), 'export its text to a .txt or .html file'],
    ['a PNG picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'leave it out'],
    ['a JPEG picture', latin1('\xff\xd8\xff\xe0'), 'leave it out'],
    [
      'a Word document (.docx)',
      zip('word/document.xml'),
      'export its text to a .txt or .html file',
    ],
    [
      'an Excel workbook (.xlsx)',
      zip('xl/workbook.xml'),
      'export its text to a .txt or .html file',
    ],
    ['a ZIP archive', zip('story.txt'), 'unpack it first'],
    ['a rich text (RTF) document', latin1('{\\rtf1'), 'export its text to a .txt or .html file'],
    ['a gzip archive', latin1('\x1f\x8b\x08\0'), 'unpack it first'],
  ])('is named, with what to do: %s', (what, bytes, todo) => {
    expect(() => decodeText(bytes)).toThrow(
      new InvalidInputError(`The file is ${what}, not text: ${todo}.`),
    )
  })

  it('is refused when it is full of controls', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)
    expect(() => decodeText(bytes)).toThrow(/binary data, not text/)
    expect(() => decodeText(new Uint8Array(1000))).toThrow(InvalidInputError)
  })
})
