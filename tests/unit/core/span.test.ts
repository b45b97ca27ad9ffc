import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SpannedText } from '../../../src/core/span.ts'

test('offsets count code points, also behind an emoji', () => {
  const text = 'A 🙂 fell on 3 towns'
  const start = text.indexOf('3 towns')
  expect(new SpannedText('BODY', text).span(start, text.length)).toEqual({
    field: 'BODY',
    start: 12,
    end: 19,
    exact: '3 towns',
    prefix: 'A 🙂 fell on ',
    suffix: '',
  })
})

test('a span always cuts its exact words out of the text, counted in code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text]
      const [from, to] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y)
      const offset = (count: number | undefined) => points.slice(0, count).join('').length
      const span = new SpannedText('BODY', text).span(offset(from), offset(to))
      expect(points.slice(span.start, span.end).join('')).toBe(span.exact)
      expect([span.start, span.end]).toEqual([from, to])
      expect(text.includes(span.prefix + span.exact + span.suffix)).toBe(true)
    }),
  )
})

test('the context before and behind has at most 32 code points', () => {
  const text = `${'😀'.repeat(50)}x${'b'.repeat(50)}`
  const { prefix, suffix } = new SpannedText('BODY', text).span(100, 101)
  expect(prefix).toBe('😀'.repeat(32))
  expect(suffix).toBe('b'.repeat(32))
})
