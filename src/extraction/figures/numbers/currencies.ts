import { sharedCurrency } from './shared-currencies.ts'

/** Signs and abbreviations written before an amount: ISO 4217 codes, or the word that countries share. */
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
  ['T$', 'TWD'],
  ['J$', 'JMD'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['KSh', 'KES'],
  ['Ksh', 'KES'],
  ['Tk', 'BDT'],
  ['Sh', 'shilling'],
  ['Shs', 'shilling'],
  ['USh', 'UGX'],
  ['UShs', 'UGX'],
  ['TSh', 'TZS'],
  ['R', 'ZAR'],
  ['N', 'NGN'],
  ['P', 'PHP'],
  ['K', 'ZMW'],
  ['₵', 'GHS'],
  ['GH₵', 'GHS'],
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
    'MXN ARS CLP COP PEN UGX TZS RWF ETB ZMW MAD TND DZD JOD BHD OMR LBP KZT UZS GEL AMD AZN ISK RSD XOF XAF'
  ).split(' '),
)

/** Money words that mean one currency by themselves. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'],
  ['kronur', 'ISK'],
  ['krónur', 'ISK'],
  ['króna', 'ISK'],
  ['euro', 'EUR'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rouble', 'RUB'],
  ['ruble', 'RUB'],
  ['hryvnia', 'UAH'],
  ['hryvnya', 'UAH'],
  ['zloty', 'PLN'],
  ['forint', 'HUF'],
  ['shekel', 'ILS'],
  ['rand', 'ZAR'],
  ['naira', 'NGN'],
  ['ringgit', 'MYR'],
  ['baht', 'THB'],
  ['dong', 'VND'],
  ['rupiah', 'IDR'],
  ['taka', 'BDT'],
  ['cedi', 'GHS'],
  ['kwacha', 'ZMW'],
  ['lei', 'RON'],
  ['lari', 'GEL'],
  ['leva', 'BGN'],
  ['tenge', 'KZT'],
  ['birr', 'ETB'],
  ['metical', 'MZN'],
  ['meticais', 'MZN'],
  ['reais', 'BRL'],
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
  ['sri lankan rupee', 'LKR'],
  ['brazilian real', 'BRL'],
  ['brazilian reais', 'BRL'],
  ['chinese yuan', 'CNY'],
  ['japanese yen', 'JPY'],
  ['korean won', 'KRW'],
  ['south korean won', 'KRW'],
])

/** The ISO 4217 code of a sign or code written before an amount: "US$", "EUR". */
export function currencyOfSign(sign: string): string | null {
  return SIGNS.get(sign) ?? (CODES.has(sign) ? sign : null)
}

/**
 * The ISO 4217 code of one to three words after an amount ("euros", "Hong Kong dollars"), or the
 * bare word where several countries share it ("crown").
 */
export function currencyOfWords(words: string): string | null {
  const lower = words.toLowerCase()
  const singular = lower.replace(/s$/, '')
  return (
    NATIONAL.get(lower) ??
    NATIONAL.get(singular) ??
    NAMES.get(lower) ??
    NAMES.get(singular) ??
    SIGNS.get(words) ??
    sharedCurrency(words) ??
    (CODES.has(words) ? words : null)
  )
}
