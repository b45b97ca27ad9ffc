import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reanchor } from '../../../src/core/reanchor.ts'
import { type Span, SpannedText } from '../../../src/core/span.ts'
import { textChanges } from '../../../src/core/text-changes.ts'

const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from)
  return new SpannedText('BODY', text).span(start, start + words.length)
}
const found = (before: string, words: string, after: string, minContext = 0) =>
  reanchor([spanOf(before, words)], new SpannedText('BODY', after), { minContext })[0]?.start ??
  null

test('a quote is found where it moved, not where the same words stand in another sentence', () => {
  const before = 'In Oslo 5 boats sank. In Bergen 5 boats sank.'
  const after = 'Late news. In Bergen 5 boats sank. In Oslo 6 boats sank.'
  const spans = [spanOf(before, '5 boats'), spanOf(before, '5 boats', 15)]
  expect(
    reanchor(spans, new SpannedText('BODY', after)).map((span) => span?.start ?? null),
  ).toEqual([null, 21])
})

test('a number is not found inside another, nor a word inside another', () => {
  expect(found('5 boats sank.', '5 boats', '15 boats sank.')).toBeNull()
  expect(found('5 boats sank.', '5 boats', '2.5 boats sank.')).toBeNull()
  expect(found('5 boats sank.', '5 boats', '5 boatswains sank.')).toBeNull()
})

test('words without enough of their sentence are not found where that is asked for', () => {
  expect(found('Then 5 boats sank.', '5 boats', 'She owns 5 boats, he none.')).toBe(9)
  expect(found('Then 5 boats sank.', '5 boats', 'She owns 5 boats, he none.', 8)).toBeNull()
})

const word = fc.constantFrom('5', '15', 'boats', 'sank', 'Ekeby', '😀', 'é', 'in', '.')
const words = fc.array(word, { minLength: 1, maxLength: 30 })

test('what is found are true spans, none on words of another, and an unedited text changes nothing', () => {
  fc.assert(
    fc.property(words, words, fc.array(fc.nat(29), { maxLength: 8 }), (old, now, picks) => {
      const before = old.join(' ')
      const spans = [...new Set(picks.map((pick) => pick % old.length))].map((index) => {
        const start = old.slice(0, index).join(' ').length + (index > 0 ? 1 : 0)
        return new SpannedText('BODY', before).span(start, start + (old[index] ?? '').length)
      })
      expect(reanchor(spans, new SpannedText('BODY', before))).toEqual(spans)
      const after = now.join(' ')
      const places = reanchor(spans, new SpannedText('BODY', after)).filter((span) => span !== null)
      for (const [i, { start, end, exact }] of places.entries()) {
        expect([...after].slice(start, end).join('')).toBe(exact)
        for (const other of places.slice(i + 1)) {
          expect(start >= other.end || other.start >= end).toBe(true)
        }
      }
    }),
  )
})

test('changes make the old text and the new one', () => {
  expect(
    textChanges(
      'Russia launched 635 drones.\n\nThe end.',
      'Russia launched 653 drones.\n\nThe end.',
    ),
  ).toEqual([
    { kind: 'KEPT', text: 'Russia launched ' },
    { kind: 'REMOVED', text: '635' },
    { kind: 'ADDED', text: '653' },
    { kind: 'KEPT', text: ' drones.\n\n' },
    { kind: 'KEPT', text: 'The end.' },
  ])
  const text = fc.array(fc.constantFrom('a', 'b ', 'c', '\n\n', '635', ' '), { maxLength: 20 })
  fc.assert(
    fc.property(text, text, (old, now) => {
      const changes = textChanges(old.join(''), now.join(''))
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('')
      expect([without('ADDED'), without('REMOVED')]).toEqual([old.join(''), now.join('')])
    }),
  )
})
