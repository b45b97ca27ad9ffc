/** Signs and abbreviations written before an amount, and their ISO 4217 codes. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₾', 'GEL'],
  ['₿', 'BTC'],
  ['Rs', 'INR'],
  ['Rs.', 'INR'],
])

const CODES: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF RON BGN RUB UAH TRY INR ' +
    'PKR BDT LKR IDR MYR THB VND PHP KRW TWD ILS EGP SAR AED QAR KWD IRR IQD NGN KES ZAR GHS BRL ' +
    'MXN ARS CLP COP PEN'
  ).split(' '),
)

/** Money words that mean one currency by themselves. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'],
  ['euro', 'EUR'],
  ['pound', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rouble', 'RUB'],
  ['ruble', 'RUB'],
  ['hryvnia', 'UAH'],
  ['hryvnya', 'UAH'],
  ['rupee', 'INR'],
  ['franc', 'CHF'],
  ['krona', 'SEK'],
  ['kronor', 'SEK'],
  ['krone', 'NOK'],
  ['kroner', 'NOK'],
  ['zloty', 'PLN'],
  ['forint', 'HUF'],
  ['lira', 'TRY'],
  ['shekel', 'ILS'],
  ['rand', 'ZAR'],
  ['naira', 'NGN'],
  ['ringgit', 'MYR'],
  ['baht', 'THB'],
  ['dong', 'VND'],
  ['rupiah', 'IDR'],
  ['riyal', 'SAR'],
  ['dirham', 'AED'],
  ['rial', 'IRR'],
  ['taka', 'BDT'],
  ['reais', 'BRL'],
  ['peso', 'MXN'],
  ['bitcoin', 'BTC'],
])

/** Money words that need their country: "Canadian dollars". */
const NATIONAL: ReadonlyMap<string, string> = new Map([
  ['us dollar', 'USD'],
  ['u.s. dollar', 'USD'],
  ['american dollar', 'USD'],
  ['australian dollar', 'AUD'],
  ['canadian dollar', 'CAD'],
  ['new zealand dollar', 'NZD'],
  ['hong kong dollar', 'HKD'],
  ['singapore dollar', 'SGD'],
  ['taiwan dollar', 'TWD'],
  ['british pound', 'GBP'],
  ['egyptian pound', 'EGP'],
  ['lebanese pound', 'LBP'],
  ['syrian pound', 'SYP'],
  ['pakistani rupee', 'PKR'],
  ['pakistan rupee', 'PKR'],
  ['indian rupee', 'INR'],
  ['sri lankan rupee', 'LKR'],
  ['swiss franc', 'CHF'],
  ['swedish krona', 'SEK'],
  ['swedish kronor', 'SEK'],
  ['norwegian krone', 'NOK'],
  ['norwegian kroner', 'NOK'],
  ['danish krone', 'DKK'],
  ['danish kroner', 'DKK'],
  ['danish crown', 'DKK'],
  ['swedish crown', 'SEK'],
  ['norwegian crown', 'NOK'],
  ['czech crown', 'CZK'],
  ['mexican peso', 'MXN'],
  ['argentine peso', 'ARS'],
  ['chilean peso', 'CLP'],
  ['colombian peso', 'COP'],
  ['philippine peso', 'PHP'],
  ['brazilian real', 'BRL'],
  ['brazilian reais', 'BRL'],
  ['turkish lira', 'TRY'],
  ['chinese yuan', 'CNY'],
  ['japanese yen', 'JPY'],
  ['korean won', 'KRW'],
  ['south korean won', 'KRW'],
  ['kuwaiti dinar', 'KWD'],
  ['iraqi dinar', 'IQD'],
  ['qatari riyal', 'QAR'],
])

/** The ISO 4217 code of a sign or code written before an amount: "US$", "EUR". */
export function currencyOfSign(sign: string): string | null {
  return SIGNS.get(sign) ?? (CODES.has(sign) ? sign : null)
}

/** The ISO 4217 code of one to three words after an amount: "euros", "Hong Kong dollars". */
export function currencyOfWords(words: string): string | null {
  const lower = words.toLowerCase()
  const singular = lower.replace(/s$/, '')
  return (
    NATIONAL.get(lower) ??
    NATIONAL.get(singular) ??
    NAMES.get(lower) ??
    NAMES.get(singular) ??
    SIGNS.get(words) ??
    (CODES.has(words) ? words : null)
  )
}
