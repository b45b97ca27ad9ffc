import { describe, it } from 'vitest'
import { expectFigures } from './expect-figures.ts'

describe('parts and wholes', () => {
  it('"28 of 31" are two figures', () => {
    expectFigures('Gunners downed 28 of 31 drones.', [
      { exact: '28 of 31 drones', value: 28, metric: 'drones-intercepted', partOf: 1 },
      { exact: '31 drones', value: 31, metric: 'drones-launched', partOf: null },
    ])
    expectFigures('Gunners downed 28 out of the 31 drones.', [{ partOf: 1 }, { partOf: null }])
  })

  it('links lists of them each to its own', () => {
    expectFigures('Gunners downed 34 of 67 missiles and 100 of 194 drones.', [
      { metric: 'missiles-intercepted', partOf: 1 },
      { metric: 'missiles-launched', partOf: null },
      { metric: 'drones-intercepted', partOf: 3 },
      { metric: 'drones-launched', partOf: null },
    ])
  })

  it.each([
    ['Forty men died, including 12 miners.', 'miners-killed'],
    ['Forty men died, 12 of them miners.', 'miners-killed'],
    ['Forty men died, 12 of whom were miners.', 'miners-killed'],
    ['Forty men died. Of those, 12 were miners.', 'miners-killed'],
  ])('%s', (text, metric) => {
    expectFigures(text, [
      { metric: 'men-killed', partOf: null },
      { value: 12, metric, partOf: 0 },
    ])
  })

  it('links what was intercepted to what the same speaker says was launched', () => {
    expectFigures('Arland launched 90 drones. Gunners shot down 80 drones.', [
      { partOf: null },
      { partOf: 0 },
    ])
    expectFigures('Police said 90 drones were launched. Doctors said 80 drones were downed.', [
      { partOf: null },
      { partOf: null },
    ])
  })

  it('does not link across the headline and the body', () => {
    expectFigures('Gunners shot down 80 drones.', [{ partOf: null }, { partOf: null }], {
      headline: 'Arland launches 90 drones',
    })
  })

  it('links no share to a number', () => {
    expectFigures('Half of the 650 members left.', [{ partOf: null }, { partOf: null }])
  })
})
