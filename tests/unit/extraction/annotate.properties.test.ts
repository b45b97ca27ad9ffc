import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate } from '../../../src/extraction/annotate.ts'
import type { Annotations } from '../../../src/extraction/extractor.ts'

const PUBLISHED = new Date('2026-03-02T08:00:00Z')
const read = (headline: string, body: string): Annotations =>
  annotate({ headline, body, language: 'en', publishedAt: PUBLISHED })

/** Every span cuts its own words out of the text it counts in; mentions are in order and apart. */
function expectTrue({ mentions, figures }: Annotations, headline: string, body: string): void {
  const texts = { HEADLINE: [...headline], BODY: [...body] }
  const cues = figures.flatMap(({ attribution }) => attribution.cue ?? [])
  for (const { field, start, end, exact } of [
    ...mentions.map(({ span }) => span),
    ...figures.map(({ span }) => span),
    ...cues,
  ]) {
    expect(texts[field].slice(start, end).join('')).toBe(exact)
  }
  const last = { HEADLINE: 0, BODY: 0 }
  for (const { span } of mentions) {
    expect(span.start).toBeGreaterThanOrEqual(last[span.field])
    last[span.field] = span.end
  }
}

const fragment = fc.oneof(
  fc.constantFrom(
    ...'Kyiv|the Ukrainian Air Force said|12 of 31 drones|were shot down|President Olena Hrabar|on Monday|, according to|NATO|at least three people|$3bn|rose 3.2%|“We saw it,”|Moscow|in the Kherson region|others injured|.|\n\n|J. K.|A & B'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '😀',
    '👨‍👩‍👧',
    '\ud83d',
    '\udc00',
    '\u202e',
    '\u0000',
    '\u2028',
    'e\u0301',
    'كييف',
    '基辅',
  ),
)
const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(' '))

describe('annotations of any text', () => {
  it('have true spans, and are the same each time', () => {
    fc.assert(
      fc.property(text, text, (headline, body) => {
        const found = read(headline, body)
        expectTrue(found, headline, body)
        expect(read(headline, body)).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['one long line', 'Police said 12 people died in Kyiv on Monday and '],
    ['numbers', '1,234 '],
    ['capitals', 'POLICE SAID 12 PEOPLE DIED IN KYIV ON MONDAY. '],
    ['a table', '| Kyiv | 12 | 3.4% |\n'],
    ['a list', '- Oslo: 9\n'],
    ['lyrics', 'la la la\nna na na\n'],
    ['code', 'for (let i = 0; i < n; i++) { a[i] += 1; } // x\n'],
    ['joined emoji', '👨‍👩‍👧‍👦 🏳️‍🌈 '],
    ['halves of surrogates', '\ud83d \ude00'],
    ['letters from right to left', 'قال الناس ١٢ في \u200fكييف '],
    ['control characters', '\u0000\u0007\u200b\u202e a'],
    ['no space', 'abcdefghij'],
  ])('are true in a text that is nothing but %s', (_, unit) => {
    const body = unit.repeat(Math.ceil(8000 / unit.length))
    expectTrue(read('', body), '', body)
  })
})
