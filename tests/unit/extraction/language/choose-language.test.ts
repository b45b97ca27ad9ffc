import { expect, it } from 'vitest'
import { chooseLanguage } from '../../../../src/extraction/language/choose-language.ts'

it.each([
  // declared, detected, taken
  [null, null, 'en'],
  [undefined, 'de', 'de'],
  [null, 'en', 'en'],
  ['und', 'fr', 'fr'],
  ['en-GB', 'en', 'en-GB'],
  ['en-GB', null, 'en-GB'],
  ['en', 'uk', 'uk'],
  ['en', 'und', 'und'],
  ['de-AT', 'en', 'de-AT'],
  ['eng', null, 'eng'],
])('declared as %s and detected as %s, a text is in %s', async (declared, detected, taken) => {
  expect(await chooseLanguage(declared, async () => detected)).toBe(taken)
})

it('what a source declares to be in another language is not looked at', async () => {
  const detect = () => Promise.reject(new Error('looked at'))
  expect(await chooseLanguage('fr', detect)).toBe('fr')
})
