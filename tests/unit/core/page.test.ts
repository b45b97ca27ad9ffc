import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeCursor, type Order, readPage } from '../../../src/core/page.ts'

const order: Order = {
  name: 'newest',
  columns: [
    { name: 'orderedAt', kind: 'date', descending: true },
    { name: 'id', kind: 'number', descending: true },
  ],
}
const key = [new Date('2025-12-24T09:00:00Z'), 7]

test('a page has 20 rows unless asked otherwise', () => {
  expect(readPage({}, order)).toEqual({ size: 20, backwards: false, after: null, before: null })
  expect(readPage({ last: 3 }, order)).toEqual({
    size: 3,
    backwards: true,
    after: null,
    before: null,
  })
})

test('a cursor gives back the key it was made of', () => {
  expect(readPage({ after: encodeCursor(order, key) }, order).after).toEqual(key)
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.integer(), (date, id) => {
      const cursor = encodeCursor(order, [date, id])
      expect(readPage({ before: cursor }, order).before).toEqual([date, id])
    }),
  )
})

test('a page of more than 100 rows is refused, and the message says what to do', () => {
  expect(() => readPage({ first: 1000 }, order)).toThrow(
    '"first" is 1000, but must be between 0 and 100: fetch more with "after" and a cursor.',
  )
  expect(() => readPage({ last: -1 }, order)).toThrow(
    '"last" is -1, but must be between 0 and 100: fetch more with "before" and a cursor.',
  )
})

test('first and last together are refused', () => {
  expect(() => readPage({ first: 1, last: 1 }, order)).toThrow('Give "first" or "last", not both.')
})

test('text that is no cursor is refused, whatever it is', () => {
  const message = '"after" is not a cursor'
  for (const cursor of ['', 'x', 'bnVsbA', 'e30', '"', '\u0000']) {
    expect(() => readPage({ after: cursor }, order)).toThrow(message)
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readPage({ after: text }, order)).toThrow()
    }),
  )
})

test('a cursor of another order is refused', () => {
  const other: Order = { ...order, name: 'oldest' }
  expect(() => readPage({ after: encodeCursor(other, key) }, order)).toThrow(
    '"after" is a cursor of another list or another order: start again without it.',
  )
  const forged = Buffer.from(JSON.stringify(['newest', 'not a date', 7])).toString('base64url')
  expect(() => readPage({ after: forged }, order)).toThrow('another list or another order')
})
