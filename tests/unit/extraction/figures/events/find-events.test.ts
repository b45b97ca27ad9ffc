import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

describe('what happened to the thing counted', () => {
  it.each([
    ['Gunners shot down 12 drones.', 'drones-intercepted'],
    ['Twelve drones were downed.', 'drones-intercepted'],
    ['Gunners brought down 12 drones.', 'drones-intercepted'],
    ['Air defences destroyed 12 drones.', 'drones-intercepted'],
    ['Gunners intercepted and destroyed 12 drones.', 'drones-intercepted'],
    ['Fire destroyed 12 drones.', 'drones-destroyed'],
    ['They attacked with 12 drones.', null],
    ['They carried out attacks with 12 drones.', 'drones-launched'],
    ['A barrage of 12 rockets fell.', 'rockets-launched'],
    ['The militia fired 12 rockets.', 'rockets-launched'],
    ['Twelve miners died.', 'miners-killed'],
    ['Twelve miners were found dead.', 'miners-killed'],
    ['Twelve miners are feared dead.', 'miners-killed'],
    ['The slide claimed 12 lives.', 'people-killed'],
    ['Twelve miners are still missing.', 'miners-missing'],
    ['The death of 12 miners shook the town.', 'miners-killed'],
    ['Twelve miners who were hurt went home.', 'miners-injured'],
    ['Twelve miners in the north of the country were killed.', 'miners-killed'],
    ['Police detained 12 miners.', 'miners-arrested'],
    ['Twelve miners have been arrested.', 'miners-arrested'],
    ['The arrest of 12 miners drew protests.', 'miners-arrested'],
    ['The army took control of 12 villages.', 'villages-captured'],
    ['The army seized 12 villages.', 'villages-captured'],
    ['The army lost control of 12 villages.', 'villages-lost'],
    ['Customs seized 12 pistols.', 'pistols-seized'],
    ['The plant laid off 12 welders.', 'welders-laid-off'],
    ['The plant fired 12 workers.', 'workers-laid-off'],
    ['Twelve homes are without power.', 'homes-without-power'],
    ['Twelve thousand villagers fled.', 'villagers-displaced'],
    ['The fire left 12 villagers homeless.', 'villagers-displaced'],
    ['Twelve men tested the wheel.', 'men'],
  ])('%s', (text, metric) => expectFigures(text, metric === null ? [{}] : [{ metric }]))

  it('does not count those who did it as those it was done to', () => {
    expectFigures('Two gunmen killed 12 shoppers.', [
      { metric: 'gunmen' },
      { metric: 'shoppers-killed' },
    ])
    expectFigures('Two gunmen killed at least a dozen shoppers.', [
      { metric: 'gunmen' },
      { metric: 'shoppers-killed' },
    ])
  })

  it('is shared by coordinated things', () => {
    expectFigures('Six soldiers, 34 rebels and one farmer were killed.', [
      { metric: 'soldiers-killed' },
      { metric: 'rebels-killed' },
      { metric: 'farmers-killed' },
    ])
    expectFigures('The fleet sank; it fired 9 rockets and 3 torpedoes.', [
      { metric: 'rockets-launched' },
      { metric: 'torpedoes-launched' },
    ])
  })

  it('is left out with the noun', () => {
    expectFigures('The storm killed 14 people in the north and four in the south.', [
      { metric: 'people-killed' },
      { value: 4, metric: 'people-killed' },
    ])
  })

  it('belongs to the span only where it follows at once', () => {
    expectFigures('Three men were killed.', [{ exact: 'Three men were killed' }])
    expectFigures('Three men in a car were killed.', [{ exact: 'Three men' }])
    expectFigures('They killed three men.', [{ exact: 'three men' }])
  })

  it('is denied by "not"', () => {
    expectFigures('Three men were not hurt.', [{ metric: 'men' }])
  })
})

describe('changes of a level', () => {
  it.each([
    ['Exports rose 3%.', 'exports-increased'],
    ['Exports fell by 3%.', 'exports-decreased'],
    ['Exports are up 3%.', 'exports-increased'],
    ['Exports were 3% lower.', 'exports-decreased'],
    ['A 3% rise in exports was reported.', 'exports-increased'],
    ['A fall of 3% in exports was reported.', 'exports-decreased'],
    ['The law cut exports by 3%.', 'exports-decreased'],
    ['Exports rose to 3%.', 'exports'],
    ['Exports climbed above 3%.', 'exports'],
  ])('%s', (text, metric) => expectFigures(text, [{ value: 3, metric }]))
})
