import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

describe('the thing counted', () => {
  it('is the noun phrase after the number, without what follows its noun', () => {
    expectFigures('Two traffic police officers were hurt on Monday.', [
      {
        exact: 'Two traffic police officers were hurt',
        unit: 'traffic police officers',
        measure: 'traffic police officers',
        metric: 'traffic-police-officers-injured',
      },
    ])
    expectFigures('They sank 12 heavily armed patrol boats near the port.', [
      { exact: '12 heavily armed patrol boats', measure: 'heavily armed patrol boats' },
    ])
  })

  it('keeps kinds and drops names, nationalities and sizes from the metric', () => {
    expectFigures('The navy fired 40 ballistic missiles.', [
      { measure: 'ballistic missiles', metric: 'ballistic-missiles-launched' },
    ])
    expectFigures('The navy fired 40 Borlandian missiles.', [
      { measure: 'Borlandian missiles', unit: 'missiles', metric: 'missiles-launched' },
    ])
    expectFigures('Fire destroyed 12 large new residential buildings.', [
      { measure: 'large new residential buildings', metric: 'residential-buildings-destroyed' },
    ])
  })

  it('names its metric in the plural and with one word for synonyms', () => {
    expectFigures('One person died.', [
      { unit: 'people', measure: 'person', metric: 'people-killed' },
    ])
    expectFigures('Three policemen died.', [
      { unit: 'policemen', metric: 'police-officers-killed' },
    ])
    expectFigures('Gunmen wounded two women and one child.', [
      { unit: 'women', metric: 'women-injured' },
      { unit: 'children', measure: 'child', metric: 'children-injured' },
    ])
  })

  it('may stand past an owner or a list of kinds', () => {
    expectFigures("Twelve of the ship's sailors drowned.", [
      { measure: "ship's sailors", metric: 'ship-sailors-killed' },
    ])
    expectFigures('They fired 40 hypersonic, ballistic and cruise missiles.', [
      { measure: 'hypersonic, ballistic and cruise missiles', metric: 'missiles-launched' },
    ])
  })

  it('includes what cases are of', () => {
    expectFigures('Doctors saw 14 cases of cholera.', [
      { exact: '14 cases of cholera', unit: 'cases', metric: 'cholera-cases' },
    ])
  })

  it('is taken from the last thing counted where the noun is left out', () => {
    expectFigures('Three farmers were killed and five wounded.', [
      { metric: 'farmers-killed' },
      { exact: 'five wounded', unit: 'farmers', measure: 'farmers', metric: 'farmers-injured' },
    ])
    expectFigures('Ninety drones were launched and 80 shot down.', [
      { metric: 'drones-launched' },
      { exact: '80 shot down', metric: 'drones-intercepted' },
    ])
    expectFigures('Seven people, including six tourists, died and two others were hurt.', [
      { metric: 'people-killed' },
      { metric: 'tourists-killed', partOf: 0 },
      { unit: 'people', metric: 'people-injured' },
    ])
  })

  it('is people where nothing else can die', () => {
    expectFigures('The blast killed 3 and wounded 12.', [
      { exact: '3', unit: 'people', measure: 'people', metric: 'people-killed' },
      { exact: '12', unit: 'people', measure: 'people', metric: 'people-injured' },
    ])
  })

  it('is taken over from another sentence only by "others" and "of them"', () => {
    expectFigures('Three farmers died. Fire destroyed nine barns and killed two.', [
      { metric: 'farmers-killed' },
      { metric: 'barns-destroyed' },
      { measure: 'people', metric: 'people-killed' },
    ])
    expectFigures('Three farmers died. Two others were hurt.', [
      { metric: 'farmers-killed' },
      { measure: 'farmers', metric: 'farmers-injured' },
    ])
  })

  it('is a group that a number gives the size of', () => {
    expectFigures('The ship has a crew of 22.', [{ unit: 'crew', measure: 'crew' }])
    expectFigures('Police put the crowd at 40,000.', [{ unit: 'people', measure: 'crowd' }])
  })

  it('is a plural even where the tagger takes it for a verb', () => {
    expectFigures('Cole had 11 rebounds and 12 assists.', [
      { measure: 'rebounds' },
      { measure: 'assists' },
    ])
    expectFigures('A boat with 70 migrants sinks off the coast.', [{ measure: 'migrants' }])
  })

  it('is people where the noun itself is what happened', () => {
    expectFigures('The ministry counted 45 deaths, 12 injuries and 30 arrests.', [
      { unit: 'deaths', metric: 'people-killed' },
      { unit: 'injuries', metric: 'people-injured' },
      { unit: 'arrests', metric: 'people-arrested' },
    ])
  })
})

describe('the thing measured', () => {
  it.each([
    ['Inflation rose to 3%.', 'Inflation', 'inflation'],
    ['The inflation rate stood at 3%.', 'inflation rate', 'inflation-rates'],
    ['They report growth of 3%.', 'growth', 'growth'],
    ['The share of coal fell to 3%.', 'share of coal', 'coal-shares'],
    ['The price of flour is now 3%.', 'price of flour', 'flour-prices'],
    ['They raised tariffs on steel to 3%.', 'tariffs', 'tariffs'],
    ['A 3% tariff applies.', 'tariff', 'tariffs'],
    ['The jobless rate edged up to 3%.', 'jobless rate', 'jobless-rates'],
    ['The deficit fell to 3% of gross domestic product.', 'deficit', 'deficit'],
    ['Shares closed down 3%.', 'Shares', 'shares-decreased'],
    ['The bank left its policy rate unchanged at 3%.', 'policy rate', 'policy-rates'],
    ['The levy, which stands at 3%, will go.', 'levy', 'levies'],
    ['Rival Norda gained 3%.', 'Rival Norda', null],
    ['They want a raise of 3%.', 'raise', 'raises'],
    ['Support for the plan, once high, is 3%.', 'Support', 'support'],
  ])('%s', (text, measure, metric) => expectFigures(text, [{ value: 3, measure, metric }]))

  it('is a running total where the topic is a toll', () => {
    expectFigures('The death toll rose to 45.', [
      {
        exact: '45',
        unit: 'people',
        measure: 'death toll',
        metric: 'people-killed',
        aggregation: 'CUMULATIVE',
      },
    ])
  })

  it('is what a number is of', () => {
    expectFigures('The number of jobless people rose to 3 million.', [
      { value: 3_000_000, unit: 'jobless people', measure: 'jobless people' },
    ])
  })

  it('carries over to the level it is compared with', () => {
    expectFigures('The rate fell to 4%, down from 5% in May.', [
      { value: 4, metric: 'rates' },
      { value: 5, metric: 'rates' },
    ])
    expectFigures('Its profit was £9m, up 12%.', [
      { unit: 'GBP', metric: 'profits' },
      { unit: 'percent', metric: 'profits-increased' },
    ])
  })

  it('keeps shares and values apart from counts', () => {
    expectFigures('About 70% of adults were vaccinated.', [{ metric: 'adults-vaccinated-share' }])
    expectFigures('Customs seized cocaine worth €3m.', [{ metric: 'cocaine-value' }])
  })

  it('is that of the figure before where "it" stands for it', () => {
    expectFigures('Joblessness is 8%; among the young it is 19%.', [
      { value: 8, measure: 'Joblessness' },
      { value: 19, measure: 'Joblessness' },
    ])
    expectFigures('The plant hired 900 welders, half of them women.', [
      { measure: 'welders' },
      { value: 0.5, unit: 'ratio' },
    ])
  })

  it('is named by the unit where the verb says it all', () => {
    expectFigures('The fire burned 300 hectares.', [{ unit: 'har', metric: 'area-burned' }])
    expectFigures('The bank was fined $2m.', [{ unit: 'USD', metric: 'money-fined' }])
    expectFigures('The bridge is 2.5 km long.', [{ unit: 'km', metric: 'bridge-length' }])
  })
})
