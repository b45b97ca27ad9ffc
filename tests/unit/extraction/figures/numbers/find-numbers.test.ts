import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

describe('numbers', () => {
  it('gives amounts without digits a lower bound or no value', () => {
    expectFigures('Hundreds of villagers fled.', [
      { value: null, minValue: 100, maxValue: null, qualifier: 'AT_LEAST', valueText: 'Hundreds' },
    ])
    expectFigures('Tens of thousands of birds died.', [
      { value: null, minValue: 10_000, valueText: 'Tens of thousands' },
    ])
    expectFigures('Several hundred homes burned.', [
      { value: null, minValue: 100, valueText: 'Several hundred' },
    ])
    expectFigures('Several people were hurt.', [
      { value: null, minValue: null, qualifier: 'UNSPECIFIED', valueText: 'Several' },
    ])
    expectFigures('A few cars were damaged.', [{ value: null, qualifier: 'UNSPECIFIED' }])
  })

  it('reads "both" as two and "no" as zero where something happened', () => {
    expectFigures('Both pilots died.', [{ exact: 'Both pilots died', value: 2 }])
    expectFigures('No civilians were killed.', [
      { exact: 'No civilians were killed', value: 0, metric: 'civilians-killed' },
    ])
    expectFigures('Nobody was hurt.', [{ value: 0, metric: 'people-injured' }])
    expectFigures('There were no casualties.', [{ value: 0, metric: 'casualties' }])
    expectFigures('The ferry had no life jackets.', [{ value: 0, metric: 'life-jackets' }])
    expectFigures('Pupils had both doses.', [{ value: 2, metric: 'doses' }])
    expectFigures('Divers found one boat.', [{ value: 1, metric: 'boats' }])
  })

  it('finds no figure in "both" and "no" alone', () => {
    expectFigures('Both sides agreed, and there was no doubt about it.', [])
    expectFigures('There are no plans.', [])
    expectFigures('Not one of them came.', [])
  })

  it('reads shares as ratios', () => {
    const ratio = { unit: 'ratio', aggregation: 'RATIO' }
    expectFigures('Two-thirds of the hall was empty.', [{ value: 2 / 3, ...ratio }])
    expectFigures('A fifth of pupils stayed at home.', [{ value: 0.2, ...ratio }])
    expectFigures('More than half of the shops closed.', [
      { value: 0.5, qualifier: 'MORE_THAN', ...ratio },
    ])
    expectFigures('Three out of four trains were late.', [{ value: 0.75, ...ratio }])
    expectFigures('It cost a fifth more than planned.', [{ value: 0.2 }])
    expectFigures('A quarter of a million people fled.', [{ value: 250_000, unit: 'people' }])
    expectFigures('Prices fell by a third.', [{ value: 1 / 3, metric: 'prices-decreased' }])
  })

  it('does not take ordinals and periods for shares', () => {
    expectFigures('The third quarter began; in the second half a third man came on.', [])
  })

  it('reads ranges in all their forms', () => {
    const range = { value: null, minValue: 3, maxValue: 5, qualifier: 'BETWEEN' }
    expectFigures('3 to 5 ships sank.', [{ ...range, valueText: '3 to 5' }])
    expectFigures('3-5 ships sank.', [{ ...range, valueText: '3-5' }])
    expectFigures('3–5 ships sank.', [{ ...range, valueText: '3–5' }])
    expectFigures('Between three and five ships sank.', [
      { ...range, valueText: 'Between three and five' },
    ])
    expectFigures('Between 3-5 ships sank.', [range])
    expectFigures('Two or three ships sank.', [{ minValue: 2, maxValue: 3 }])
  })

  it('shares scale, currency and unit over a range', () => {
    expectFigures('It costs $3-5 million.', [
      { minValue: 3_000_000, maxValue: 5_000_000, unit: 'USD' },
    ])
    expectFigures('Between 10 and 12 per cent of homes were hit.', [
      { minValue: 10, maxValue: 12, unit: 'percent' },
    ])
    expectFigures('It costs between €3.5m and €4m.', [
      { minValue: 3_500_000, maxValue: 4_000_000, unit: 'EUR' },
    ])
  })

  it('reads a change from one level to another as two figures', () => {
    expectFigures('Output rose from 3% to 5%.', [
      { value: 3, metric: 'output' },
      { value: 5, metric: 'output' },
    ])
  })

  it('reads scores without a value of their own', () => {
    expectFigures('City won 3-1.', [
      { exact: '3-1', value: null, minValue: null, unit: 'score', metric: 'score' },
    ])
    expectFigures('They were beaten 2-4 at home.', [{ exact: '2-4', unit: 'score' }])
  })

  it('reads the strength of an earthquake', () => {
    const quake = { value: 6.4, unit: 'magnitude' }
    expectFigures('A magnitude-6.4 quake struck.', [quake])
    expectFigures('A 6.4-magnitude quake struck.', [quake])
    expectFigures('The quake had a magnitude of 6.4.', [quake])
  })

  it('adds up the parts of a length of time', () => {
    expectFigures('The match lasted two hours and 30 minutes.', [
      { exact: 'two hours and 30 minutes', value: 2.5, unit: 'h' },
    ])
  })

  it('leaves out the same quantity in other units', () => {
    expectFigures('The tunnel is 200 m (660 ft) long.', [{ value: 200, unit: 'm' }])
    expectFigures('They seized 400 kg (880 lb) of sugar.', [{ value: 400, unit: 'kg' }])
  })
})
