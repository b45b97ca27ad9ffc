import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import {
  decodeSearchCursor,
  encodeSearchCursor,
  MAX_SEARCH_DEPTH,
} from '../../../src/core/search-cursor.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 }), { maxLength: 200 })
const id = fc.nat({ max: 2 ** 31 })
const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b)

test('a cursor holds the hits that were given', () => {
  fc.assert(
    fc.property(ids, ids, id, id, (articles, entities, article, entity) => {
      const place = { given: { article: articles, entity: entities }, newest: { article, entity } }
      expect(decodeSearchCursor(encodeSearchCursor(place, 'drones'), 'drones')).toEqual({
        given: { article: sorted(articles), entity: sorted(entities) },
        newest: { article, entity },
      })
    }),
  )
})

test('a cursor of another search, a text that is none, and one too deep are refused', () => {
  const given = Array.from({ length: MAX_SEARCH_DEPTH }, (_, i) => i + 1)
  const newest = { article: 2_000, entity: 0 }
  const cursor = (article: number[]) =>
    encodeSearchCursor({ given: { article, entity: [] }, newest }, 'drones')
  expect(() => decodeSearchCursor(cursor([1]), 'missiles')).toThrow(/another search/)
  expect(() => decodeSearchCursor(cursor(given), 'drones')).toThrow(/at most 1000 hits/)
  expect(decodeSearchCursor(cursor(given.slice(1)), 'drones').given.article).toHaveLength(999)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ),
      (text) => {
        expect(() => decodeSearchCursor(text, 'drones')).toThrow(InvalidInputError)
      },
    ),
  )
})
