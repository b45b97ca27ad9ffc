import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

describe('"one" that picks out', () => {
  it('counts nothing after "single"', () => {
    expectFigures('Not a single one of the 48 wells met the limit.', [
      { exact: '48 wells', value: 48, measure: 'wells' },
    ])
  })
})
