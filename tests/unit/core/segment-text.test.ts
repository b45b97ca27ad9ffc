import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf, segmentText } from '../../../src/core/segment-text.ts'

test('annotations that overlap are cut where one begins or ends', () => {
  const mention = { start: 0, end: 6 }
  const figure = { start: 4, end: 9 }
  expect(segmentText('Kyiv 12 up', [mention, figure])).toEqual([
    { text: 'Kyiv', covered: [mention], opened: [mention] },
    { text: ' 1', covered: [mention, figure], opened: [figure] },
    { text: '2 u', covered: [figure], opened: [] },
    { text: 'p', covered: [], opened: [] },
  ])
})

test('offsets count code points, not UTF-16 units', () => {
  const flag = { start: 1, end: 3 }
  expect(segmentText('𝟏𝟐𝟑4', [flag]).map(({ text }) => text)).toEqual(['𝟏', '𝟐𝟑', '4'])
})

test('whatever the spans, the segments are the text, and each annotation covers its own stretch and opens once', () => {
  const span = fc
    .tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 40 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(span, { maxLength: 12 }), (text, spans) => {
      const segments = segmentText(text, spans)
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
      for (const one of spans) {
        const covered = segments.filter((segment) => segment.covered.includes(one))
        const own = [...text].slice(Math.max(one.start, 0), Math.max(one.end, 0)).join('')
        expect(covered.map((segment) => segment.text).join('')).toBe(own)
        const opened = segments.filter((segment) => segment.opened.includes(one))
        expect(opened.length).toBe(own === '' ? 0 : 1)
      }
    }),
  )
})

test('paragraphs are separated by blank lines and know where they begin', () => {
  expect(paragraphsOf('\n\n𝟏 one\n\ntwo\nlines\n \nthree')).toEqual([
    { text: '𝟏 one', start: 2 },
    { text: 'two\nlines', start: 9 },
    { text: 'three', start: 21 },
  ])
})
