import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeLine, normalizeText } from '../../../../src/extraction/clean/normalize-text.ts'

const unchanged = (text: string): void => expect(normalizeText(text)).toBe(text)

describe('line ends and spaces', () => {
  it('gives every kind of line end as one line feed', () => {
    expect(normalizeText('a\r\nb\rc\u2028d\ve\ff\n\rg')).toBe('a\nb\nc\nd\ne\nf\n\ng')
  })

  it('keeps one empty line at most', () => {
    expect(normalizeText('a\n\n\n \t \n\nb')).toBe('a\n\nb')
  })

  it('gives no-break, thin, wide and zero-width spaces as what they show', () => {
    expect(normalizeText('19\u00a0000\u2009drones\u3000and\u202f38\u200bmissiles\ufeff')).toBe(
      '19 000 drones and 38missiles',
    )
  })

  it('leaves single spaces, and none at the ends of lines', () => {
    expect(normalizeText('  a \t  b  \n   c  ')).toBe('a b\nc')
  })

  it('puts a text on one line', () => {
    expect(normalizeLine(' Two towns\r\n\r\n taken\n')).toBe('Two towns taken')
  })
})

describe('characters', () => {
  it('replaces lone surrogates and keeps pairs', () => {
    expect(normalizeText('a\ud800b\udc00c😀')).toBe('a\ufffdb\ufffdc😀')
  })

  it('composes letters and accents', () => {
    expect(normalizeText('Sa\u0303o Paulo, Cafe\u0301')).toBe('São Paulo, Café')
    expect(normalizeText('e\u200b\u0301')).toBe('é')
  })

  it('drops NUL and other controls', () => {
    expect(normalizeText('th\0ree\u0007 \u001bcivilians\u007f\u0090')).toBe('three civilians')
  })

  it('reads C1 controls as the windows-1252 characters they came from', () => {
    expect(normalizeText('the army\u0092s \u0093retreat\u0094 \u0096 again\u0085')).toBe(
      'the army’s “retreat” – again…',
    )
  })

  it('drops soft hyphens and characters that hide text', () => {
    expect(normalizeText('Kra\u00admatorsk \u{e0041}\u{e0042}fell\u2060\uffff')).toBe(
      'Kramatorsk fell',
    )
  })

  it('keeps emoji sequences and flags made of tags', () => {
    unchanged('👩‍🚒 👍🏽 ❤️‍🔥 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇺🇦')
  })

  it('keeps the non-joiner of Persian and the joiners of Hindi, and drops stray ones', () => {
    unchanged('می‌خواهم')
    unchanged('क्‍ष')
    expect(normalizeText('Kh\u200derson\u200c')).toBe('Kherson')
  })

  it('keeps right-to-left text with its marks, but not the overrides that reorder letters', () => {
    unchanged('قال الجيش إن 12 طائرة‏ أُسقطت، \u2067كييف\u2069')
    unchanged('צה״ל הודיע \u200fעל 3 הרוגים')
    expect(normalizeText('safe \u202egnp.exe\u202c')).toBe('safe gnp.exe\u202c')
  })
})

const anyText = fc.string({ unit: 'binary' })
const troublesomeText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['\u200b', '\u200c', '\u200d', '\u0301', '\u00ad', '\u202e', '\u0092', '\0', '\ufeff'],
        ...['\r', '\n', ' ', '\u00a0', '\ud800', '\udc00', '\u{1f3f4}', '\u{e0067}', '\u{e007f}'],
        ...['e', 'ی', 'क', '्', '😀', '👍', '🏽'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
  )
  .map((parts) => parts.join(''))

describe('any text', () => {
  it('is well-formed, composed and free of controls afterwards, and the same the second time', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, troublesomeText), (text) => {
        const normal = normalizeText(text)
        expect(normal.isWellFormed()).toBe(true)
        expect(normal).toBe(normal.normalize('NFC'))
        expect(normal).not.toMatch(/(?!\n)\p{Cc}|[^\S \n]| {2}|^\s|\s$| \n|\n |\n{3}/u)
        expect(normalizeText(normal)).toBe(normal)
      }),
      { numRuns: 1000 },
    )
  })
})
