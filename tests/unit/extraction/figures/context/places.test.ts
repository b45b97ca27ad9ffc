import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

const NAMES = {
  places: [
    'Arland',
    'Borland',
    'Port Lind',
    'Westmark|Westmark region',
    'Sudmark|Sudmark region',
    'Elm Street',
  ],
  organizations: ['Relief Agency'],
}

describe('where a figure applies', () => {
  it.each([
    ['Nine men died in Port Lind.', ['Port Lind']],
    ['In Port Lind, nine men died.', ['Port Lind']],
    ['Nine men died near southern Port Lind.', ['Port Lind']],
    [
      'Shelling of Westmark and Sudmark regions killed nine men.',
      ['Westmark region', 'Sudmark region'],
    ],
    [
      'Nine men died on Elm Street in southern Port Lind, Borland.',
      ['Elm Street', 'Port Lind', 'Borland'],
    ],
    ["Borland's army lost nine men.", ['Borland']],
    ['Arland fired rockets that killed nine men in Port Lind.', ['Port Lind']],
    ['Arland killed nine men.', []],
    ['Officials in Arland said nine men died in Port Lind.', ['Port Lind']],
    ['Nine men died.', []],
  ])('%s', (text, places) => expectFigures(text, [{ value: 9, places }], NAMES))

  it('is shared by figures that have no place between them', () => {
    expectFigures(
      'Three men were killed and two hurt in Port Lind.',
      [{ places: ['Port Lind'] }, { places: ['Port Lind'] }],
      NAMES,
    )
  })

  it('is each its own where each has one', () => {
    expectFigures(
      'Three men died in Westmark and two in Sudmark.',
      [{ places: ['Westmark region'] }, { places: ['Sudmark region'] }],
      NAMES,
    )
    expectFigures(
      'In Westmark three men died, while in Sudmark two did.',
      [{ places: ['Westmark region'] }, { places: ['Sudmark region'] }],
      NAMES,
    )
  })
})

describe('who did it to whom', () => {
  it.each([
    ['Borland intercepted nine drones.', 'Borland', null],
    ['Borland has since shot down nine drones.', 'Borland', null],
    ['Arland launched nine drones at Borland.', 'Arland', 'Borland'],
    ['Nine drones were shot down by Borland.', 'Borland', null],
    ['A storm in Borland destroyed nine homes.', null, null],
    ['Nine homes burned in Borland.', null, null],
  ])('%s', (text, actor, target) => expectFigures(text, [{ actor, target }], NAMES))

  it('names as target of what was launched whoever intercepted it', () => {
    expectFigures(
      'Arland launched nine drones, of which Borland shot down seven.',
      [
        { actor: 'Arland', target: 'Borland', metric: 'drones-launched' },
        { actor: 'Borland', target: null, metric: 'drones-intercepted', partOf: 0 },
      ],
      NAMES,
    )
  })
})

describe('of whom it is counted', () => {
  it.each([
    ['Some 12% of the population is poor.', 'of the population'],
    ['The rate is 12% among younger workers.', 'among younger workers'],
    ['Half of all pupils came.', 'of all pupils'],
    ['A 12% tariff applies.', null],
  ])('%s', (text, population) => expectFigures(text, [{ population }]))
})
