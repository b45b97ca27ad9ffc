import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldPlaceName } from '../../../../src/extraction/gazetteer/fold-place-name.ts'

describe('foldPlaceName', () => {
  it.each([
    ['Kyiv', 'kyiv'],
    ['São Paulo', 'sao paulo'],
    ['Mykolayiv’s', 'mykolayivs'],
    ["Donets'k", 'donetsk'],
    ['Ivano-Frankivsk', 'ivano frankivsk'],
    ['U.S.', 'us'],
    ['The Hague', 'hague'],
    ['Saint-Denis', 'st denis'],
    ['St. Louis', 'st louis'],
    ['Łódź', 'lodz'],
    ['Şanlıurfa', 'sanliurfa'],
    ['København', 'kobenhavn'],
    ['Москва', ''],
  ])('%s -> %s', (name, folded) => {
    expect(foldPlaceName(name)).toBe(folded)
  })

  it('leaves folded names as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const folded = foldPlaceName(name)
        expect(foldPlaceName(folded)).toBe(folded)
      }),
    )
  })
})
