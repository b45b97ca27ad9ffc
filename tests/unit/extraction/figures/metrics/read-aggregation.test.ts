import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

describe('how numbers add up', () => {
  it.each([
    ['Twelve miners died.', 'FLOW'],
    ['Twelve miners have died since the start of the year.', 'CUMULATIVE'],
    ['Twelve miners have died so far.', 'CUMULATIVE'],
    ['The death toll rose to 12.', 'CUMULATIVE'],
    ['The worst storm since 1990 killed 12 miners.', 'FLOW'],
    ['Twelve miners died in the worst storm since 1990.', 'FLOW'],
    ['The village has 12 shops.', 'STOCK'],
    ['The firm employs 12 welders.', 'STOCK'],
    ['Twelve miners are missing.', 'STOCK'],
    ['The city is home to 12 mosques.', 'STOCK'],
    ['The doctor has seen 12 miners.', 'FLOW'],
    ['Rent is 12% of income.', 'RATIO'],
    ['One in ten miners smokes.', 'RATIO'],
  ])('%s %s', (text, aggregation) => expectFigures(text, [{ aggregation }]))
})
