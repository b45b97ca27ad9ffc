import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '../../../src/core/count-words.ts'
import { fingerprint } from '../../../src/core/fingerprint.ts'
import { foldKey } from '../../../src/core/fold-key.ts'
import { normalizeUrl } from '../../../src/core/normalize-url.ts'
import { freeSlug, slugOf } from '../../../src/core/slug.ts'

test('a folded key ignores case, accents, punctuation and the shape of apostrophes', () => {
  expect(foldKey('  São  Paulo ')).toBe('sao paulo')
  expect(foldKey("Zelensky's U.S. visit")).toBe(foldKey('ZELENSKY’S U.S. VISIT'))
  expect(foldKey('Львів')).toBe('львів'.normalize('NFKD').replace(/\p{M}/gu, ''))
  expect(foldKey('100% _')).toBe('100')
})

test('text of punctuation alone keeps itself as its key', () => {
  expect(foldKey(' ?! ')).toBe('?!')
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldKey(foldKey(text))).toBe(foldKey(text))
    }),
    { numRuns: 2_000 },
  )
})

test('a slug is Latin letters, digits and hyphens, cut between words', () => {
  expect(slugOf('Ukraine’s army: "Withdrawal" from Sieversk')).toBe(
    'ukraines-army-withdrawal-from-sieversk',
  )
  expect(slugOf('Zürich Łódź')).toBe('zuerich-lodz')
  expect(slugOf('word '.repeat(40))).toHaveLength(99)
  expect(slugOf('🙂')).toBe('')
})

test('a taken slug gets the next free number', () => {
  expect(freeSlug('kyiv', new Set())).toBe('kyiv')
  expect(freeSlug('kyiv', new Set(['kyiv', 'kyiv-2']))).toBe('kyiv-3')
})

test('an address loses fragment, tracking and trailing slash', () => {
  expect(normalizeUrl('HTTPS://User:pw@Example.com:443/a/b/?utm_source=x&b=2&a=1#top')).toBe(
    'https://example.com/a/b?a=1&b=2',
  )
  expect(normalizeUrl('https://example.com')).toBe('https://example.com/')
})

test('words are counted in any script', () => {
  expect(countWords('Three words, here. 3.5 million!')).toBe(5)
  expect(countWords('')).toBe(0)
})

test('the order of keys does not change a fingerprint, the order of a list does', () => {
  expect(fingerprint({ a: 1, b: [1, 2] })).toBe(fingerprint({ b: [1, 2], a: 1 }))
  expect(fingerprint({ b: [1, 2] })).not.toBe(fingerprint({ b: [2, 1] }))
})
