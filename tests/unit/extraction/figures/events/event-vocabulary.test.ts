import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

const CASES: readonly (readonly [string, string])[] = [
  ['Five people lost their lives.', 'people-killed'],
  ['Four passengers succumbed to their injuries.', 'passengers-killed'],
  ['Twelve people were burned to death.', 'people-killed'],
  ['Three farmers were gunned down.', 'farmers-killed'],
  ['Some 900 families have been driven from their homes.', 'families-displaced'],
  ['About 400 people lost their homes.', 'people-displaced'],
  ['Nine children were rushed to hospital.', 'children-hospitalized'],
  ['Sixty students were taken into custody.', 'students-arrested'],
  ['Officers rounded up 40 men.', 'men-arrested'],
  ['More than 300 welders lost their jobs.', 'welders-laid-off'],
  ['Thousands marched through the capital.', 'people-attended'],
  ['The number of people killed rose to 63.', 'people-killed'],
  ['The number of dead stood at 118.', 'people-killed'],
  ['Officials put the number of injured at 40.', 'people-injured'],
  ['Dead: 17.', 'people-killed'],
  ['Missing: 6.', 'people-missing'],
  ['Seventeen migrants, among them a nurse, suffocated in a lorry.', 'migrants-killed'],
]

describe('one metric for what outlets say differently', () => {
  it.each(CASES)('%s', (text, metric) => expectFigures(text, [{ metric }]))

  it('takes what is destroyed over a place for intercepted, and shares what a pair of places shares', () => {
    expectFigures('Its forces destroyed 68 drones over six regions.', [
      { metric: 'drones-intercepted' },
      { metric: 'regions' },
    ])
    expectFigures('Some 143,000 homes in Ohio and 61,000 in Iowa were without power.', [
      { metric: 'homes-without-power' },
      { metric: 'homes-without-power' },
    ])
  })
})
