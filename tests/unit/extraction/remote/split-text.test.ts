import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from '../../../../src/extraction/remote/split-text.ts'

const texts = (text: string, size: number) => splitText(text, size).map((part) => part.text)

test('a short text is one part, also an empty one', () => {
  expect(splitText('One line.', 20)).toEqual([{ text: 'One line.', offset: 0 }])
  expect(splitText('', 20)).toEqual([{ text: '', offset: 0 }])
})

test('a text is cut after a paragraph, else a sentence, else a word, else anywhere', () => {
  expect(texts('One two.\nThree. Four five six', 20)).toEqual([
    'One two.\nThree. ',
    'Four five six',
  ])
  expect(texts('Some one two.\nThree Four five six', 20)).toEqual([
    'Some one two.\n',
    'Three Four five six',
  ])
  expect(texts('One two three four five six', 12)).toEqual(['One two ', 'three four ', 'five six'])
  expect(texts('aaaaaaaaaa', 4)).toEqual(['aaaa', 'aaaa', 'aa'])
})

test('the parts are the whole text in order, none too long, none cutting a character', () => {
  const units = fc.constantFrom('a', 'word ', '. ', '\n', '😀', '!” ')
  const text = fc.array(units, { maxLength: 200 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, size) => {
      const parts = splitText(whole, size)
      expect(parts.map((part) => part.text).join('')).toBe(whole)
      for (const part of parts) {
        expect(part.text.length).toBeLessThanOrEqual(size)
        expect(part.text.isWellFormed()).toBe(true)
        expect(whole.startsWith(part.text, part.offset)).toBe(true)
      }
    }),
  )
})
