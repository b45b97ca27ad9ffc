const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['crew', 'crew'],
  ['deaths', 'dead'],
  ['lives', 'life'],
])
const TAIL = / (?:of|in|on|at|for|from|to|with|among|per|a|by|that|who|which) .*$/

/** The head of a noun phrase in the singular: "officer" of "traffic police officers on duty". */
export function headNoun(phrase: string): string {
  const words = phrase
    .toLowerCase()
    .replace(TAIL, '')
    .trim()
    .split(/[\s-]+/)
  return singular(words.at(-1) ?? '')
}

function singular(word: string): string {
  const irregular =
    IRREGULAR.get(word) ?? (/(?:men|women)$/.test(word) ? word.replace(/men$/, 'man') : null)
  if (irregular !== null) return irregular
  if (/ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y')
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}
