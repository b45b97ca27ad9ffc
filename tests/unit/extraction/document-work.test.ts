import { afterEach, expect, test, vi } from 'vitest'
import { readDocument } from '../../../src/extraction/document.ts'

/** What the tokenizer was given: its own time grows with the text, but with the square of a run without a space. */
const given: string[] = []

vi.mock('wink-nlp', async (importOriginal) => {
  const { default: winkNLP } = await importOriginal<typeof import('wink-nlp')>()
  const wrapped: typeof winkNLP = (...options) => {
    const nlp = winkNLP(...options)
    return {
      ...nlp,
      readDoc: (text: string) => {
        given.push(text)
        return nlp.readDoc(text)
      },
    }
  }
  return { default: wrapped }
})

afterEach(() => {
  given.length = 0
  vi.restoreAllMocks()
})

test.each([
  ['sentences', 'The ferry ran aground near Bergen, and 40 people left it. '],
  ['one sentence without end', 'and 40 people of Bergen '],
  ['capitals', 'THE FERRY RAN AGROUND NEAR BERGEN '],
  ['numbers', '1,234.5 67% $8.90 '],
  ['code', 'if (a[i] !== b->c) { return f("x", 0x1f); } '],
  ['a table', 'Bergen | 40 | 3.5% | - |\n'],
  ['runs without a space', `${'ab-c/d.'.repeat(40)} `],
  ['one run without a space', 'https://x.example/a?b='],
  ['emoji, marks and rare spaces', '👨‍👩‍👧 ne\u0301e\u2028… —\u0085x\u3000'],
])('the work on a line grows with its length and no faster: %s', (_, unit) => {
  const [short, long] = [4_000, 40_000].map((length) => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    return workOn(text) / text.length
  })
  expect(long).toBeLessThan((short ?? 0) * 1.1)
})

/** Characters that are given to the tokenizer, and those over which its words are looked for in the text. */
function workOn(text: string): number {
  given.length = 0
  let looked = 0
  const find = String.prototype.indexOf
  vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (
    this: string,
    word: string,
    from = 0,
  ) {
    const found = find.call(this, word, from)
    looked += (found < 0 ? this.length : found) - from
    return found
  })
  readDocument('BODY', text)
  vi.restoreAllMocks()
  const read = given.reduce((sum, { length }) => sum + length, 0)
  expect(read).toBeLessThanOrEqual(text.length)
  expect(given.join('')).not.toMatch(/\S{200}/)
  return 1 + read + looked
}
