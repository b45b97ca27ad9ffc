import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../../src/extraction/document.ts'
import { readAmount } from '../../../../../src/extraction/figures/numbers/read-amount.ts'
import { resolveCurrency } from '../../../../../src/extraction/figures/numbers/shared-currencies.ts'
import { readPassages } from '../../../../../src/extraction/figures/passage.ts'

function unitOf(text: string) {
  const [passage] = readPassages(readDocument('BODY', text))
  const reading = passage && readAmount(passage, 0)?.reading
  return reading ? [reading.value, reading.unit] : null
}

describe('units', () => {
  it.each([
    ['$3.2bn', 3_200_000_000, 'USD'],
    ['US$400m', 400_000_000, 'USD'],
    ['A$3.5bn', 3_500_000_000, 'AUD'],
    ['€1.2 million', 1_200_000, 'EUR'],
    ['£95', 95, 'GBP'],
    ['¥500', 500, 'JPY'],
    ['₴40 billion', 40_000_000_000, 'UAH'],
    ['USD 400 million', 400_000_000, 'USD'],
    ['Rs 500 crore', 5_000_000_000, 'INR'],
    ['400m euros', 400_000_000, 'EUR'],
    ['5€', 5, 'EUR'],
    ['T$18.6 billion', 18_600_000_000, 'TWD'],
    ['40 Swiss francs', 40, 'CHF'],
    ['40 Congolese francs', 40, 'CDF'],
    ['40 crowns', 40, 'crown'],
    ['40 Hong Kong dollars', 40, 'HKD'],
    ['3.2bn-euro deal', 3_200_000_000, 'EUR'],
    ['12 roubles', 12, 'RUB'],
  ])('%s is money', (text, value, unit) => expect(unitOf(text)).toEqual([value, unit]))

  it.each([
    ['3.5%', 3.5, 'percent'],
    ['3.5 %', 3.5, 'percent'],
    ['3.5 per cent', 3.5, 'percent'],
    ['3.5pc', 3.5, 'percent'],
    ['3 percentage points', 3, 'percentage points'],
    ['3% points', 3, 'percentage points'],
    ['25 basis points', 25, 'basis points'],
    ['25bps', 25, 'basis points'],
  ])('%s is a share', (text, value, unit) => expect(unitOf(text)).toEqual([value, unit]))

  it.each([
    ['5km', 5, 'km'],
    ['5 kilometres', 5, 'km'],
    ['500-km border', 500, 'km'],
    ['3 miles', 3, '[mi_i]'],
    ['12 sq km', 12, 'km2'],
    ['12 square metres', 12, 'm2'],
    ['40 hectares', 40, 'har'],
    ['9 tonnes of grain', 9, 't'],
    ['9 pounds of sugar', 9, '[lb_av]'],
    ['30°C', 30, 'Cel'],
    ['30C', 30, 'Cel'],
    ['90 km/h', 90, 'km/h'],
    ['90 kilometres per hour', 90, 'km/h'],
    ['90 km per hour', 90, 'km/h'],
    ['340-metre-wide', 340, 'm'],
    ['800 megawatts', 800, 'MW'],
    ['3 barrels', 3, '[bbl_us]'],
    ['12 years', 12, 'a'],
    ['9.81 seconds', 9.81, 's'],
  ])('%s is a measure in UCUM units', (text, value, unit) =>
    expect(unitOf(text)).toEqual([value, unit]),
  )

  it('takes words that only look like units for what they are', () => {
    expect(unitOf('5 cars')).toEqual([5, null])
    expect(unitOf('3 in prison')).toEqual([3, null])
    expect(unitOf('2 real problems')).toEqual([2, null])
    expect(unitOf('9 pounds of debt')).toEqual([9, 'pound'])
  })
})

describe('resolveCurrency', () => {
  it.each([
    ['crown', ['SE'], 'SEK'],
    ['crown', ['FR', 'CZ', 'SE'], 'CZK'],
    ['crown', ['FR'], 'crowns'],
    ['dinar', ['TN'], 'TND'],
    ['krone', [], 'NOK'],
    ['krone', ['DK'], 'DKK'],
    ['pound', [], 'GBP'],
    ['pound', ['EG'], 'EGP'],
    ['USD', ['EG'], 'USD'],
  ])('%s in an article about %j is %s', (unit, countries, currency) => {
    expect(resolveCurrency(unit, countries)).toBe(currency)
  })
})
