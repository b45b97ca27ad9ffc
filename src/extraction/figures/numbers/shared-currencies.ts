/** Money words that several countries share: word, country (ISO 3166-1 alpha-2), currency (ISO 4217). */
const SHARED: Readonly<Record<string, string>> = {
  krona: '*=SEK SE=SEK IS=ISK',
  krone: '*=NOK NO=NOK DK=DKK',
  crown: 'SE=SEK NO=NOK DK=DKK CZ=CZK IS=ISK',
  dinar: 'RS=RSD DZ=DZD TN=TND IQ=IQD JO=JOD KW=KWD BH=BHD LY=LYD MK=MKD',
  dirham: '*=AED AE=AED MA=MAD',
  franc:
    '*=CHF CH=CHF CD=CDF RW=RWF BI=BIF GN=GNF DJ=DJF SN=XOF CI=XOF ML=XOF BF=XOF NE=XOF TG=XOF ' +
    'BJ=XOF CM=XAF GA=XAF CG=XAF TD=XAF CF=XAF',
  lira: '*=TRY TR=TRY',
  peso: 'MX=MXN AR=ARS CL=CLP CO=COP PH=PHP UY=UYU DO=DOP CU=CUP',
  pound: '*=GBP GB=GBP EG=EGP LB=LBP SY=SYP SD=SDG SS=SSP',
  rial: '*=IRR IR=IRR YE=YER OM=OMR',
  riyal: '*=SAR SA=SAR QA=QAR YE=YER',
  rupee: '*=INR IN=INR PK=PKR LK=LKR NP=NPR MU=MUR',
  shilling: '*=KES KE=KES UG=UGX TZ=TZS SO=SOS',
}

const TABLES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(SHARED).map(([word, pairs]) => [
    word,
    new Map(pairs.split(' ').map((pair) => pair.split('=') as [string, string])),
  ]),
)

/** Adjectives by which a text tells whose money it means: "Congolese francs". */
const COUNTRIES: Readonly<Record<string, string>> = {
  algerian: 'DZ',
  argentine: 'AR',
  bahraini: 'BH',
  british: 'GB',
  chilean: 'CL',
  colombian: 'CO',
  congolese: 'CD',
  cuban: 'CU',
  czech: 'CZ',
  danish: 'DK',
  egyptian: 'EG',
  emirati: 'AE',
  indian: 'IN',
  iranian: 'IR',
  iraqi: 'IQ',
  jordanian: 'JO',
  kenyan: 'KE',
  kuwaiti: 'KW',
  lebanese: 'LB',
  libyan: 'LY',
  mexican: 'MX',
  moroccan: 'MA',
  nepalese: 'NP',
  norwegian: 'NO',
  omani: 'OM',
  pakistan: 'PK',
  pakistani: 'PK',
  philippine: 'PH',
  qatari: 'QA',
  rwandan: 'RW',
  saudi: 'SA',
  serbian: 'RS',
  somali: 'SO',
  sudanese: 'SD',
  swedish: 'SE',
  swiss: 'CH',
  syrian: 'SY',
  tanzanian: 'TZ',
  tunisian: 'TN',
  turkish: 'TR',
  ugandan: 'UG',
  yemeni: 'YE',
}

/**
 * The money that words name where several countries share one: the ISO 4217 code where an adjective
 * tells ("Congolese francs"), else the bare word, which the article's countries explain.
 */
export function sharedCurrency(words: string): string | null {
  const [last = '', adjective] = words.toLowerCase().split(/[ -]/).toReversed()
  const word = last
    .replace(/s$/, '')
    .replace(/^kron(?:er|e)$/, 'krone')
    .replace(/^kronor$/, 'krona')
  const table = TABLES.get(word)
  if (!table) return null
  return adjective === undefined ? word : (table.get(COUNTRIES[adjective] ?? '') ?? null)
}

/**
 * The ISO 4217 code of a shared money word in an article about some countries, the most named first;
 * what most texts mean by it where none of them has it; other units as they are.
 */
export function resolveCurrency(unit: string, countries: readonly string[]): string {
  const table = TABLES.get(unit)
  if (!table) return unit
  const country = countries.find((code) => table.has(code))
  return table.get(country ?? '*') ?? table.get('*') ?? `${unit}s`
}
