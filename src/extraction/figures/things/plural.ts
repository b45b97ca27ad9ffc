const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['person', 'people'],
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['schoolchild', 'schoolchildren'],
  ['grandchild', 'grandchildren'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['goose', 'geese'],
  ['mouse', 'mice'],
  ['wife', 'wives'],
  ['knife', 'knives'],
  ['life', 'lives'],
  ['leaf', 'leaves'],
  ['wolf', 'wolves'],
  ['calf', 'calves'],
  ['half', 'halves'],
  ['crisis', 'crises'],
  ['analysis', 'analyses'],
  ['basis', 'bases'],
  ['criterion', 'criteria'],
  ['phenomenon', 'phenomena'],
  ['medium', 'media'],
  ['hero', 'heroes'],
  ['potato', 'potatoes'],
  ['tomato', 'tomatoes'],
  ['volcano', 'volcanoes'],
  ['tornado', 'tornadoes'],
  ['torpedo', 'torpedoes'],
  ['embargo', 'embargoes'],
  ['veto', 'vetoes'],
  ['gas', 'gases'],
  ['bus', 'buses'],
  ['virus', 'viruses'],
  ['campus', 'campuses'],
])
const PLURALS = new Set(IRREGULAR.values())
/** Words whose plural looks like the singular, and words that are counted without an s. */
const INVARIANT = new Set(
  (
    'aircraft spacecraft hovercraft personnel troops police staff crew cattle sheep deer fish salmon ' +
    'species series people clergy folk youth offspring dead wounded injured missing homeless ' +
    'unemployed jobless helicopters barracks headquarters premises livestock military media data ' +
    'ammunition artillery infantry cavalry equipment'
  ).split(' '),
)
/** What is measured rather than counted keeps its singular in a metric's name. */
const MASS = new Set(
  (
    'inflation unemployment revenue turnover turnout growth gdp output spending debt income aid ' +
    'funding damage population magnitude production employment consumption investment trade ' +
    'capacity oil gas wheat grain water electricity power energy gold silver steel coal cocaine ' +
    'heroin rain rainfall snow land food fuel money cash housing tourism traffic wealth poverty ' +
    'demand supply capital coverage efficacy accuracy effectiveness compensation interest ' +
    'mortality literacy approval support opposition confidence sentiment carbon co2 ' +
    'humidity prevalence incidence participation attendance circulation liquidity credit rent ' +
    'ownership membership leadership economy workforce deficit surplus depth temperature height length ' +
    'speed weight forecast budget growth territory equity stock bail ransom business work'
  ).split(' '),
)

/** Whether a noun, in lower case, is a plural or counts without one ("aircraft"). */
export function isPlural(noun: string): boolean {
  if (PLURALS.has(noun) || INVARIANT.has(noun)) return true
  if (/(?:men|people|children)$/.test(noun)) return true
  return /[^su’']s$/.test(noun) && !/(?:[aeiou]us|is)$/.test(noun) && !IRREGULAR.has(noun)
}

/** The plural that names a metric: "officer" and "officers" give "officers", "inflation" itself. */
export function pluralOf(noun: string): string {
  if (noun === 'persons' || noun === 'individuals' || noun === 'individual') return 'people'
  if (isPlural(noun) || isMass(noun)) return noun
  const irregular = IRREGULAR.get(noun)
  if (irregular) return irregular
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`
  if (/[a-z]man$/.test(noun) && !/(?:hu|ger|ro|sha)man$/.test(noun))
    return `${noun.slice(0, -3)}men`
  return `${noun}s`
}

/** Whether a noun names a quantity without countable parts: "revenue", "funding". */
export function isMass(noun: string): boolean {
  return MASS.has(noun) || /(?:ing|ness|ship|dom|ism)$/.test(noun)
}
