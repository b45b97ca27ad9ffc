import { describe, it } from 'vitest'
import { expectFigures } from './expect-figures.ts'

const NAMES = {
  places: ['Arland', 'Borland', 'Westmark|Westmark region', 'Sudmark|Sudmark region', 'Port Lind'],
  organizations: ['Borland Air Force', 'Arland Defence Ministry'],
}

describe('findFigures', () => {
  it('reads what was launched and intercepted, and who says so', () => {
    const air = {
      kind: 'NAMED',
      claimant: 'Borland Air Force',
      cue: 'according to the Borland Air Force',
    }
    expectFigures(
      'Arland carried out massive attacks with 212 drones and 19 missiles, of which Borland ' +
        'intercepted 198 drones and 15 missiles, according to the Borland Air Force.',
      [
        {
          exact: '212 drones',
          value: 212,
          unit: 'drones',
          metric: 'drones-launched',
          actor: 'Arland',
          target: 'Borland',
          places: [],
          partOf: null,
          ...air,
        },
        {
          exact: '19 missiles',
          value: 19,
          unit: 'missiles',
          metric: 'missiles-launched',
          actor: 'Arland',
          target: 'Borland',
          places: [],
          partOf: null,
          ...air,
        },
        {
          exact: '198 drones',
          value: 198,
          metric: 'drones-intercepted',
          actor: 'Borland',
          partOf: 0,
          ...air,
        },
        {
          exact: '15 missiles',
          value: 15,
          metric: 'missiles-intercepted',
          actor: 'Borland',
          partOf: 1,
          ...air,
        },
      ],
      NAMES,
    )
  })

  it('gives an unnamed number no value and the noun and places it shares', () => {
    const shared = {
      places: ['Westmark region', 'Sudmark region'],
      kind: 'COLLECTIVE',
      label: 'Borland officials',
      claimant: null,
      cue: 'Borland officials said',
    }
    expectFigures(
      'Borland officials said that four farmers were killed and others injured in shelling of ' +
        'Westmark and Sudmark regions.',
      [
        {
          exact: 'four farmers were killed',
          value: 4,
          valueText: 'four',
          unit: 'farmers',
          metric: 'farmers-killed',
          ...shared,
        },
        {
          exact: 'others injured',
          value: null,
          valueText: 'others',
          qualifier: 'UNSPECIFIED',
          unit: 'farmers',
          metric: 'farmers-injured',
          ...shared,
        },
      ],
      NAMES,
    )
  })

  it('reads control over places as their capture', () => {
    expectFigures(
      'The Arland Defence Ministry also announced control over three villages in Westmark.',
      [
        {
          exact: 'three villages',
          value: 3,
          qualifier: 'EXACT',
          metric: 'villages-captured',
          places: ['Westmark region'],
          kind: 'NAMED',
          label: 'Arland Defence Ministry',
          cue: 'The Arland Defence Ministry also announced',
        },
      ],
      NAMES,
    )
  })
})
