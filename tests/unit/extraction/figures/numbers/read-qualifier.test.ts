import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

describe('qualifiers', () => {
  it.each([
    ['about', 'ABOUT'],
    ['around', 'ABOUT'],
    ['some', 'ABOUT'],
    ['roughly', 'ABOUT'],
    ['approximately', 'ABOUT'],
    ['an estimated', 'ABOUT'],
    ['nearly', 'ABOUT'],
    ['almost', 'ABOUT'],
    ['close to', 'ABOUT'],
    ['at least', 'AT_LEAST'],
    ['no fewer than', 'AT_LEAST'],
    ['a minimum of', 'AT_LEAST'],
    ['more than', 'MORE_THAN'],
    ['over', 'MORE_THAN'],
    ['well over', 'MORE_THAN'],
    ['upwards of', 'MORE_THAN'],
    ['up to', 'AT_MOST'],
    ['as many as', 'AT_MOST'],
    ['no more than', 'AT_MOST'],
    ['a maximum of', 'AT_MOST'],
    ['fewer than', 'LESS_THAN'],
    ['less than', 'LESS_THAN'],
    ['under', 'LESS_THAN'],
    ['exactly', 'EXACT'],
    ['a total of', 'EXACT'],
    ['only', 'EXACT'],
    ['at least another', 'AT_LEAST'],
  ])('"%s" before the number is %s', (words, qualifier) => {
    expectFigures(`The storm destroyed ${words} 300 barns.`, [
      { exact: '300 barns', value: 300, qualifier, metric: 'barns-destroyed' },
    ])
  })

  it('reads qualifiers after the number', () => {
    expectFigures('The storm destroyed 300 or more barns.', [{ qualifier: 'AT_LEAST' }])
    expectFigures('The storm destroyed 300 or so barns.', [{ qualifier: 'ABOUT' }])
    expectFigures('The storm destroyed 300+ barns.', [{ qualifier: 'AT_LEAST' }])
  })

  it('does not take other prepositions for amounts', () => {
    expectFigures('It is a film about two sisters.', [{ qualifier: 'EXACT' }])
    expectFigures('Lights burn near 162 farms.', [{ qualifier: 'EXACT' }])
    expectFigures('The rate edged up to 4%.', [{ qualifier: 'EXACT' }])
  })

  it('does not take the preposition "over" for an amount', () => {
    expectFigures('The army announced control over two towns.', [{ qualifier: 'EXACT' }])
    expectFigures('They hold sovereignty over three cays.', [{ qualifier: 'EXACT' }])
    expectFigures('He was tried over a $2m fraud.', [{ exact: '$2m fraud', qualifier: 'EXACT' }])
  })
})
