import { expect, it } from 'vitest'
import { respellPlaceName } from '../../../../src/extraction/gazetteer/respell-place-name.ts'

it.each([
  ['Sieversk', 'siversk'],
  ['Kharkov', 'kharkiv'],
  ['Volodymir', 'volodymyr'],
  ['Chernobyl', 'tchernobyl'],
  ['Homs City', 'goms city'],
])('%s may be %s', (name, spelling) => {
  expect(respellPlaceName(name)).toContain(spelling)
})

it('never gives the name itself, and nothing for names too short to respell', () => {
  expect(respellPlaceName('Siversk')).not.toContain('siversk')
  expect(respellPlaceName('Omsk')).toEqual([])
  expect(respellPlaceName('Київщина')).toEqual([])
})
