import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../../src/extraction/document.ts'

const words = (text: string): string[] =>
  readDocument('BODY', text).tokens.map((token) => token.text)

test('tokens cut their own text out of the document, whatever the text', () => {
  const check = (text: string): void => {
    const { tokens, sentences } = readDocument('BODY', text)
    let end = 0
    for (const token of tokens) {
      expect(text.slice(token.start, token.end)).toBe(token.text)
      expect(token.start).toBeGreaterThanOrEqual(end)
      end = token.end
    }
    let next = 0
    for (const sentence of sentences) {
      expect(sentence.firstToken).toBe(next)
      next = sentence.lastToken
    }
    expect(next).toBe(tokens.length)
  }
  for (const space of ['\u0085', '\u1680', '\u2028', '\u2029', '\u00a0', '\u3000', '\t']) {
    check(`${space}Two${space}drones${space}${space} fell.\n${space}Three hit.`)
  }
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), check), { numRuns: 500 })
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 500 })
})

test('a word stays one token in any alphabet', () => {
  expect(words('Filip Blažek left Łódź for Győr.')).toEqual([
    'Filip',
    'Blažek',
    'left',
    'Łódź',
    'for',
    'Győr',
    '.',
  ])
})

test('sentences end with paragraphs, not at abbreviations', () => {
  const text = 'The U.S. army fired. Mr. Smith saw it\n\nThree died.'
  const { sentences } = readDocument('BODY', text)
  expect(sentences.map(({ start, end, paragraph }) => [text.slice(start, end), paragraph])).toEqual(
    [
      ['The U.S. army fired.', 0],
      ['Mr. Smith saw it', 0],
      ['Three died.', 1],
    ],
  )
})

test('a run of characters without a space is one token, so that it costs no more than its length', () => {
  const run = 'Al-'.repeat(10_000)
  expect(words(`Before ${run} after.`)).toEqual(['Before', run, 'after', '.'])
})
