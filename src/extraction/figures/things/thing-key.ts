import { isDemonym as isListed } from '../../names/lexicon/demonyms.ts'
import { isAttached, type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { isPlural, pluralOf } from './plural.ts'
import type { NounPhrase } from './read-noun-phrase.ts'

/** One name for what outlets name differently. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['persons', 'people'],
  ['individuals', 'people'],
  ['victims', 'people'],
  ['dead', 'people'],
  ['injured', 'people'],
  ['wounded', 'people'],
  ['missing', 'people'],
  ['displaced', 'people'],
  ['domestic-product', 'gdp'],
  ['domestic-products', 'gdp'],
  ['uavs', 'drones'],
  ['unmanned-aerial-vehicles', 'drones'],
  ['policemen', 'police-officers'],
  ['policewomen', 'police-officers'],
  ['police', 'police-officers'],
  ['cops', 'police-officers'],
  ['kids', 'children'],
  ['electric-vehicles', 'electric-cars'],
  ['evs', 'electric-cars'],
])
/** Adjectives that sort things into kinds end like these: "ballistic", "residential", "nuclear". */
const CLASSIFYING =
  /(?:[^l]al|ic|ear|aerial|armou?red|unmanned|wounded|jobless|unemployed|disabled)$/
const NOT_CLASSIFYING = new Set(
  (
    'additional total special initial annual final original critical typical local usual several ' +
    'unusual equal historic basic specific tragic dramatic public potential actual real national ' +
    'crucial normal general overall fatal lethal legal illegal fatal provisional year former ' +
    'international regional official individual internal external identical'
  ).split(' '),
)

/** The words of a noun phrase that name its kind, as a slug in the plural: "traffic-police-officers". */
export function thingKey(passage: Passage, phrase: NounPhrase): string {
  const kinds = kindWords(passage, phrase.first, phrase.head)
  const contents =
    phrase.next > phrase.head + 2 ? kindWords(passage, phrase.head + 2, phrase.next - 1) : []
  const isPair = /^(?:and|or)$/.test(wordAt(passage, phrase.head + 1)) && contents.length === 0
  const head = pluralOf(wordAt(passage, phrase.head))
  const pair =
    isPair && phrase.next === phrase.head + 3 ? ['and', wordAt(passage, phrase.next - 1)] : []
  const isFilled = phrase.next > phrase.head + 2 && !isPair
  const own = isFilled ? [...contents, wordAt(passage, phrase.next - 1)] : []
  return nameOf([...own, ...kinds, head, ...pair])
}

/** The same without a plural: the "flour" of "price of flour". */
export function substanceKey(passage: Passage, { first, head }: NounPhrase): string {
  return nameOf([...kindWords(passage, first, head), wordAt(passage, head)])
}

/** Folds synonyms and makes a slug of words. */
export function nameOf(words: readonly string[]): string {
  const slug = words
    .join('-')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return SYNONYMS.get(slug) ?? slug
}

/** The words before a head that tell kinds apart; nationalities, names and sizes do not. */
function kindWords(passage: Passage, first: number, head: number): string[] {
  const words: string[] = []
  // "ballistic and cruise missiles" are missiles of several kinds.
  const isList = [...Array(head - first).keys()].some((i) =>
    /^(?:,|and|or)$/.test(wordAt(passage, first + i)),
  )
  if (isList) return words
  for (let at = first; at < head; at += 1) {
    const { pos, text, lower } = tokenAt(passage, at) ?? { pos: 'X', text: '', lower: '' }
    const isName = /^\p{Lu}/u.test(text) && !passage.titleCase && !isKindInCapitals(passage, at)
    const isKind =
      pos === 'NOUN' ||
      isKindInCapitals(passage, at) ||
      isHyphened(passage, at) ||
      (pos === 'VERB' && isGerundOfKind(passage, at)) ||
      (pos === 'PROPN' && passage.titleCase && !isDemonym(lower)) ||
      (pos === 'ADJ' && CLASSIFYING.test(lower) && !NOT_CLASSIFYING.has(lower))
    if (isKind && !isName && /^\p{L}/u.test(lower)) words.push(lower)
  }
  return words
}

/** "polling stations", "training camps"; but "remaining hostages", "visiting ministers". */
const isGerundOfKind = (passage: Passage, at: number): boolean =>
  /[a-z]{2}ing$/.test(wordAt(passage, at)) &&
  posAt(passage, at + 1) === 'NOUN' &&
  !/^(?:remaining|missing|surviving|following|leading|ongoing|existing|visiting|outstanding|resulting|including|growing|rising|falling|living|working|competing|participating|neighbou?ring|warring|opposing|dying|waiting|returning|fleeing|arriving|departing|incoming|outgoing|sitting|serving|standing|starting|winning|losing|running|passing|retiring|pending|corresponding|protesting|demonstrating|striking|invading|attacking|advancing|defending|oncoming|crying|alleging|involving|using|carrying|being|having|playing)$/.test(
    wordAt(passage, at),
  )

/** "wide-bodies": what a hyphen joins to the head belongs to it. */
const isHyphened = (passage: Passage, at: number): boolean =>
  wordAt(passage, at + 1) === '-' &&
  isAttached(passage, at + 1) &&
  !/^\p{Lu}/u.test(tokenAt(passage, at + 2)?.text ?? '')

/** Capitals that name a kind and not a bearer; and the first word of a sentence. */
const isKindInCapitals = (passage: Passage, at: number): boolean =>
  (at === passage.first && !isDemonym(wordAt(passage, at))) ||
  /^(?:gdp|cpi|hiv|aids|tb|co2|lng|covid|covid-19|tv|ev|vat|mers|sars|h5n1|mpox|ebola)$/.test(
    wordAt(passage, at),
  )

/** The list knows them with their capital; the endings are those of peoples without a country of their own. */
const isDemonym = (word: string): boolean =>
  isListed(word.charAt(0).toUpperCase() + word.slice(1)) ||
  /(?:ian|ish|ese|ean|can|raqi|raeli|stani)$/.test(word)

/** The counted nouns in the plural as written, without names and adjectives: "traffic police officers". */
export function thingUnit(passage: Passage, phrase: NounPhrase): string {
  const kinds = kindWords(passage, phrase.first, phrase.head)
  const head = tokenAt(passage, phrase.head)
  const word = passage.titleCase ? (head?.lower ?? '') : (head?.text ?? '')
  return [...kinds, isPlural(word.toLowerCase()) ? word : pluralOf(word)].join(' ')
}
