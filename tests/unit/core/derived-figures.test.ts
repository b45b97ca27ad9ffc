import { describe, expect, it } from 'vitest'
import { type DerivableFigure, deriveFigures } from '../../../src/core/derived-figures.ts'

let id = 0
function figure(
  metricKey: string,
  value: number | null,
  options: Partial<DerivableFigure> = {},
): DerivableFigure {
  id += 1
  return { id, value, metricKey, partOfId: null, claimantKey: 'a', qualifier: 'EXACT', ...options }
}

describe('deriveFigures', () => {
  it('gives each part over its whole and, for several things, all parts over all wholes', () => {
    const drones = figure('drones-launched', 635)
    const missiles = figure('missiles-launched', 38)
    const dronesDown = figure('drones-intercepted', 587, { partOfId: drones.id })
    const missilesDown = figure('missiles-intercepted', 34, { partOfId: missiles.id })
    expect(deriveFigures([drones, missiles, dronesDown, missilesDown])).toEqual([
      {
        label: 'Drones intercepted of drones launched',
        value: 587 / 635,
        formula: '587 / 635',
        operands: [dronesDown.id, drones.id],
        unit: 'ratio',
        caveat: 'Not intercepted is not the same as hit.',
      },
      {
        label: 'Missiles intercepted of missiles launched',
        value: 34 / 38,
        formula: '34 / 38',
        operands: [missilesDown.id, missiles.id],
        unit: 'ratio',
        caveat: 'Not intercepted is not the same as hit.',
      },
      {
        label: 'Drones and missiles intercepted of those launched',
        value: 621 / 673,
        formula: '(587 + 34) / (635 + 38)',
        operands: [dronesDown.id, missilesDown.id, drones.id, missiles.id],
        unit: 'ratio',
        caveat: 'Not intercepted is not the same as hit.',
      },
    ])
  })

  it('does not mix claimants', () => {
    const whole = figure('drones-launched', 40)
    const part = figure('drones-intercepted', 30, { partOfId: whole.id, claimantKey: 'b' })
    expect(deriveFigures([whole, part])).toEqual([])
  })

  it('derives nothing from an unknown number, a bound or an unknown metric', () => {
    const whole = figure('people-killed', 40)
    const { id: partOfId } = whole
    const parts = [
      figure('children-killed', null, { partOfId }),
      figure('children-killed', 12, { partOfId, qualifier: 'AT_LEAST' }),
      figure('children-killed', 12, { partOfId, metricKey: null }),
    ]
    expect(deriveFigures([whole, ...parts])).toEqual([])
  })

  it('gives no rate above one, below zero or of nothing', () => {
    const none = figure('drones-launched', 0)
    const ten = figure('drones-launched', 10)
    const parts = [
      figure('drones-intercepted', 0, { partOfId: none.id }),
      figure('drones-intercepted', 11, { partOfId: ten.id }),
      figure('drones-intercepted', -1, { partOfId: ten.id }),
    ]
    expect(deriveFigures([none, ten, ...parts])).toEqual([])
  })

  it('says so when a number was approximate', () => {
    const whole = figure('people-killed', 40)
    const part = figure('children-killed', 10, { partOfId: whole.id, qualifier: 'ABOUT' })
    expect(deriveFigures([whole, part])).toMatchObject([
      {
        label: 'Children killed of all people killed',
        value: 0.25,
        formula: '10 / 40',
        caveat:
          'Both numbers are as one claimant reports them; neither has been checked. ' +
          'Computed from numbers that the text gives as approximate.',
      },
    ])
  })

  it('does not add up a thing that is reported twice, nor parts of the same whole', () => {
    const first = figure('drones-launched', 100)
    const second = figure('drones-launched', 100)
    const dead = figure('people-killed', 40)
    const figures = [
      first,
      second,
      dead,
      figure('drones-intercepted', 90, { partOfId: first.id }),
      figure('drones-intercepted', 90, { partOfId: second.id }),
      figure('children-killed', 10, { partOfId: dead.id }),
      figure('women-killed', 12, { partOfId: dead.id }),
    ]
    expect(deriveFigures(figures).map(({ formula }) => formula)).toEqual([
      '90 / 100',
      '90 / 100',
      '10 / 40',
      '12 / 40',
    ])
  })

  it('ignores a whole that is not among the figures', () => {
    expect(deriveFigures([figure('drones-intercepted', 9, { partOfId: 999 })])).toEqual([])
  })
})
