const words = (text: string, from: number, step = 1): [string, number][] =>
  text.split(' ').map((word, i) => [word, from + i * step])

/** "zero" to "nineteen". */
export const ONES: ReadonlyMap<string, number> = new Map([
  ...words('zero one two three four five six seven eight nine ten eleven twelve thirteen', 0),
  ...words('fourteen fifteen sixteen seventeen eighteen nineteen', 14),
])

/** "twenty" to "ninety". */
export const TENS: ReadonlyMap<string, number> = new Map(
  words('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
)

/** Words that multiply the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bln', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['trn', 1e12],
  ['tn', 1e12],
])

/** Letters that multiply a number they are written on to: "$3m", "5k". */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
])

/** Plurals that stand for an amount of at least their scale: "hundreds of homes". */
export const SCALE_PLURALS: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['lakhs', 1e5],
  ['millions', 1e6],
  ['crores', 1e7],
  ['billions', 1e9],
  ['trillions', 1e12],
])
