import { expect, test } from 'vitest'
import { findPhrase } from '../../../src/extraction/find-phrase.ts'

test('a phrase is found as whole words only, in every place', () => {
  expect(findPhrase('Ira met Iran. Ira, Ira-2 and Ira’s (Ira)', 'Ira')).toEqual([0, 14, 19, 29, 36])
  expect(findPhrase('635 drones, 63 drones', '63 drones')).toEqual([12])
})

test('the shape of quotation marks does not matter, case does', () => {
  expect(findPhrase('Mary O’Brien and “Vega”', "O'Brien")).toEqual([5])
  expect(findPhrase('Mary O’Brien and “Vega”', '"Vega"')).toEqual([17])
  expect(findPhrase('It is us, not the US', 'US')).toEqual([18])
})

test('letters beyond the first plane are letters, emoji are not', () => {
  expect(findPhrase('𝒜Lee 😀Lee Lee𝒜 Lee😀', 'Lee')).toEqual([8, 18])
})

test('half of a character is never found, nor is nothing', () => {
  expect(findPhrase('a 😀 b', '\ud83d')).toEqual([])
  expect(findPhrase('a b', '')).toEqual([])
})

test('a phrase never overlaps itself', () => {
  expect(findPhrase('no no no', 'no no')).toEqual([0])
})
