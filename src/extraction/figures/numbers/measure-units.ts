/** Units of measure in UCUM codes (https://ucum.org), by the words and symbols that news uses. */
const WRITTEN: Readonly<Record<string, string>> = {
  mm: 'mm millimetre millimetres millimeter millimeters',
  cm: 'cm centimetre centimetres centimeter centimeters',
  m: 'm metre metres meter meters',
  km: 'km kilometre kilometres kilometer kilometers',
  '[mi_i]': 'mile miles',
  '[nmi_i]': 'nautical+mile nautical+miles',
  '[in_i]': 'inch inches',
  '[ft_i]': 'ft foot feet',
  '[yd_i]': 'yd yard yards',
  '[ly]': 'light-year light-years light+year light+years',
  m2: 'm² m2 sq+m square+metre square+metres square+meter square+meters',
  km2: 'km² km2 sq+km square+kilometre square+kilometres square+kilometer square+kilometers',
  '[smi_us]': 'square+mile square+miles',
  '[sft_i]': 'square+foot square+feet sq+ft',
  har: 'ha hectare hectares',
  '[acr_us]': 'acre acres',
  m3: 'm³ m3 cubic+metre cubic+metres cubic+meter cubic+meters',
  km3: 'km³ km3 cubic+kilometre cubic+kilometres cubic+kilometer cubic+kilometers',
  '[cft_i]': 'cubic+foot cubic+feet',
  L: 'l litre litres liter liters',
  mL: 'ml millilitre millilitres milliliter milliliters',
  '[gal_us]': 'gallon gallons',
  '[bbl_us]': 'barrel barrels bbl',
  mg: 'mg milligram milligrams',
  g: 'g gram grams gramme grammes',
  kg: 'kg kilo kilos kilogram kilograms kilogramme kilogrammes',
  t: 't ton tons tonne tonnes metric+ton metric+tons',
  ug: 'µg mcg microgram micrograms',
  kt: 'kiloton kilotons kilotonne kilotonnes',
  Mt: 'megaton megatons megatonne megatonnes',
  Gt: 'gigaton gigatons gigatonne gigatonnes',
  '[oz_av]': 'oz ounce ounces',
  '[lb_av]': 'lb lbs',
  '[car_m]': 'carat carats',
  W: 'w watt watts',
  kW: 'kw kilowatt kilowatts',
  MW: 'mw megawatt megawatts',
  GW: 'gw gigawatt gigawatts',
  TW: 'terawatt terawatts',
  'kW.h': 'kwh kilowatt-hour kilowatt-hours kilowatt+hour kilowatt+hours',
  'MW.h': 'mwh megawatt-hour megawatt-hours megawatt+hour megawatt+hours',
  'GW.h': 'gwh gigawatt-hour gigawatt-hours gigawatt+hour gigawatt+hours',
  'TW.h': 'twh terawatt-hour terawatt-hours terawatt+hour terawatt+hours',
  V: 'volt volts',
  kV: 'kv kilovolt kilovolts',
  Hz: 'hz hertz',
  MHz: 'mhz megahertz',
  GHz: 'ghz gigahertz',
  kBy: 'kb kilobyte kilobytes',
  MBy: 'mb megabyte megabytes',
  GBy: 'gb gigabyte gigabytes',
  TBy: 'tb terabyte terabytes',
  Cel: '°c c °+c degrees+celsius degree+celsius degrees+centigrade celsius',
  '[degF]': '°f f °+f degrees+fahrenheit degree+fahrenheit fahrenheit',
  deg: '° degree degrees',
  'm/s': 'm/s metres+per+second meters+per+second metres+a+second',
  'km/h':
    'km/h kph kmh kilometres+per+hour kilometers+per+hour km+per+hour km+an+hour kilometres+an+hour kilometers+an+hour',
  '[mi_i]/h': 'mph miles+per+hour miles+an+hour',
  '[kn_i]': 'knot knots',
  dB: 'decibel decibels',
  '[Cal]': 'calorie calories kcal',
  '[ppm]': 'ppm parts+per+million',
  '[ppb]': 'ppb parts+per+billion',
  cents: 'cent cents',
  pence: 'pence p',
  magnitude: 'magnitude',
  'ug/m3': 'µg/m³ µg/m3 micrograms+per+cubic+metre micrograms+per+cubic+meter',
}

/** Units of time: kept apart, because a duration often only places an event. */
const TIMES: Readonly<Record<string, string>> = {
  s: 'sec secs second seconds',
  min: 'min mins minute minutes',
  h: 'hr hrs hour hours',
  d: 'day days night nights',
  wk: 'week weeks',
  mo: 'month months',
  a: 'year years yr yrs',
  '10a': 'decade decades',
  '100a': 'century centuries',
}

const byWord = (table: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([code, written]) =>
      written.split(' ').map((words) => [words.replaceAll('+', ' '), code] as const),
    ),
  )

const MEASURES = byWord(WRITTEN)
const DURATIONS = byWord(TIMES)

/** The UCUM code of a written unit ("square kilometres" gives "km2"); null when it is none. */
export function measureUnit(written: string): string | null {
  return MEASURES.get(written.toLowerCase()) ?? null
}

/** The UCUM code of a unit of time ("years" gives "a"); null when it is none. */
export function durationUnit(written: string): string | null {
  return DURATIONS.get(written.toLowerCase()) ?? null
}
