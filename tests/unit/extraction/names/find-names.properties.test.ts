import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Token } from '../../../../src/extraction/document.ts'
import { readDocument } from '../../../../src/extraction/document.ts'
import { findNames } from '../../../../src/extraction/names/find-names.ts'
import { namesIn } from './expect-names.ts'

/** News words, marks and odd characters in any order: more like trouble than like text. */
const word = fc.oneof(
  fc.constantFrom(
    ...'President Minister of the and for Kyiv Donetsk region regions Bank England Olena Hrabar Hrabar’s said in near , . ( ) - “ ” & : al - Sharaa van der Leyen U.S. NATO (NATO) Inc. Mr. The A May Street River Prime Foreign Ukrainian Army General Staff 45 who said told City'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom('\n', '\n\n', '😀', 'É', '\u202eabc', '\u0000', 'Łódź', 'Đặng'),
)
const text = fc
  .array(word, { maxLength: 60 })
  .map((words) => words.join(' '))
  // The tokenizer loses count at rare spaces such as U+1680; offsets of tokens are not ours to give.
  .filter((words) => !/[\u0085\u1680\u2028\u2029]/.test(words))

describe('findNames, whatever the text', () => {
  it('gives mentions that are in order, inside the text and never overlap', () => {
    fc.assert(
      fc.property(text, text, (headline, body) => {
        const { documents, mentions, entities } = namesIn(body, headline)
        let [document, end] = [0, 0]
        for (const mention of mentions) {
          const at = documents.indexOf(mention.document)
          expect(at).toBeGreaterThanOrEqual(document)
          if (at > document) [document, end] = [at, 0]
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(mention.document.text.length)
          const words = mention.document.text.slice(mention.start, mention.end)
          expect(words.trim()).toBe(words)
          expect(words.isWellFormed()).toBe(true)
          expect(mention.confidence).toBeGreaterThan(0)
          expect(mention.confidence).toBeLessThanOrEqual(1)
          expect(entities[mention.entity]).toBeDefined()
          end = mention.end
        }
      }),
    )
  })

  it('gives every entity a mention, and one that writes its name or an alias', () => {
    fc.assert(
      fc.property(text, text, (headline, body) => {
        const { mentions, entities } = namesIn(body, headline)
        for (const [index, entity] of entities.entries()) {
          const own = mentions.filter((mention) => mention.entity === index)
          const words = own.map(({ document, start, end }) => document.text.slice(start, end))
          const forms = [entity.name, ...entity.aliases].map((form) => form.toLowerCase())
          expect(words.some((form) => forms.includes(form.toLowerCase()))).toBe(true)
          expect(new Set([entity.name, ...entity.aliases]).size).toBe(entity.aliases.length + 1)
          expect(entity.place === null).toBe(entity.type !== 'PLACE')
        }
      }),
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(text, text, (headline, body) => {
        const [one, other] = [namesIn(body, headline), namesIn(body, headline)]
        expect(one.entities).toEqual(other.entities)
        const plain = ({ start, end, entity }: (typeof one.mentions)[number]): number[] => [
          start,
          end,
          entity,
        ]
        expect(one.mentions.map(plain)).toEqual(other.mentions.map(plain))
      }),
    )
  })
})

describe('the work of findNames', () => {
  it.each([
    ['news', 'President Olena Hrabar of Ukraine met the Bank of England in Kyiv on Monday. '],
    ['capitals without end', 'Aaa Bbb '],
    ['joining words without end', 'Bank of the '],
    ['lists without end', 'Kherson, Odesa, Lviv and '],
    ['hyphens without end', 'Al-'],
    ['titles without end', 'Prime Minister General '],
    ['organizations that everybody knows', 'Amnesty International Nigeria and Sotheby’s or '],
    ['people with particles', 'Ursula von der Leyen and J. Leyen met von der Leyen, '],
    ['explanations', 'Lumio, a Lagos lender, and shares in Baltia, a firm, '],
  ])('grows with the length of the text: %s', (_name, unit) => {
    const reads = (times: number): number => countReads(unit.repeat(times))
    expect(reads(400)).toBeLessThan(2.3 * reads(200))
  })
})

/** How often the passes read a token. */
function countReads(body: string): number {
  let reads = 0
  const document = readDocument('BODY', body)
  const tokens = new Proxy(document.tokens as Token[], {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
      return Reflect.get(target, key, receiver)
    },
  })
  findNames([{ ...document, tokens } satisfies Document], null)
  return reads
}
