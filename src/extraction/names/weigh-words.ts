import { findPlaces } from '../gazetteer/find-places.ts'
import type { GazetteerPlace } from '../gazetteer/gazetteer-place.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { COMMON_ACRONYMS, EVENT_HEADS, EVENT_HEADS_WITH_OF } from './lexicon/event-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { knownType } from './lexicon/known-names.ts'
import {
  HEADS_WITH_COMPLEMENT,
  ORGANIZATION_HEADS,
  PLACE_HEADS_WITH_OF,
} from './lexicon/organization-words.ts'
import { DIRECTIONS, PLACE_FIRSTS, PLACE_HEADS } from './lexicon/place-words.ts'
import { HYPHENED_PARTICLES, PARTICLES } from './lexicon/sentence-words.ts'
import { words } from './lexicon/words.ts'
import type { Evidence, Scores } from './scores.ts'
import { addScores } from './scores.ts'

const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5}|\p{Lu}\d{1,2})$/u
/** Names of ships, which are neither people nor places. */
const SHIPS = words('uss hms ms mv mt ss ins hmas')
/** What the names of clubs begin with: "FC Basel". */
const CLUBS = words(
  'FC AFC AC AS SC CF SV VfB VfL RB KRC RSC CSKA FK NK HNK PFC Olympique Real Atlético Atletico Sporting Dynamo Dinamo Lokomotiv Spartak Racing Inter Borussia Deportivo Hapoel Maccabi Athletic Club',
)
const INITIAL = /^(?:\p{Lu}\.)+$/u
const GENERATION = /^(?:Jr|Sr)\.?$|^(?:II|III|IV|VI|VII|VIII|IX|XI{0,3}|XIV|XVI?)$/
const SURNAME =
  /(?:ov|ova|ev|eva|enko|chuk|sky|skyy|skyi|ski|ska|shvili|dze|yan|ić|vic|sen|sson|ez|oglu|zadeh|pour|wala)$/
const PLACE_ENDING =
  /(?:sk|grad|ville|burg|burgh|stan|shire|abad|pur|ivka|ivsk|polis|land|stadt|furt|bourg|ovo|iv|chester)$/

/**
 * What the words of a name say, wherever it stands: lexicons, the gazetteer, head words, shape.
 * @param text the name as written
 */
export function weighWords(text: string): Scores {
  const tokens = text.split(/[\s-]+/)
  return addScores([
    weighKnown(text, tokens.length),
    weighPlaces(text, tokens),
    weighHeads(tokens),
    weighPerson(tokens),
    weighShape(text, tokens),
  ])
}

function weighKnown(text: string, length: number): Evidence {
  const type = knownType(text)
  return type === null ? {} : { [type]: length > 1 ? 5 : 3 }
}

function weighPlaces(text: string, tokens: readonly string[]): Evidence {
  const [place] = findPlaces(text)
  if (place === undefined) return {}
  const [only = ''] = tokens
  const doubtful = tokens.length === 1 && isCommonWord(only.toLowerCase()) && !isCapitalName(place)
  const personal = tokens.length === 1 && isFirstName(only) && place.kind !== 'COUNTRY'
  const points = prominence(place) + (tokens.length > 1 ? 1 : 0)
  return { PLACE: points * (doubtful ? 0.4 : personal ? 0.7 : 1) }
}

const isCapitalName = ({ kind, population }: GazetteerPlace): boolean =>
  kind === 'COUNTRY' || population > 500_000

function prominence({ kind, population }: GazetteerPlace): number {
  if (kind === 'COUNTRY' || kind === 'CONTINENT') return 5
  if (kind === 'WATER' || kind === 'AREA' || kind === 'STREET' || kind === 'FACILITY') return 4
  if (kind === 'REGION') return 3.5
  if (population >= 1_000_000) return 3.2
  if (population >= 100_000) return 2.7
  return population >= 15_000 ? 2 : 1.2
}

function weighHeads(tokens: readonly string[]): Evidence {
  const lower = tokens.map((token) => token.toLowerCase())
  const of = lower.findIndex((token) => token === 'of' || token === 'for' || token === 'on')
  const head = of > 0 ? lower[of - 1] : lower.at(-1)
  if (head === undefined) return {}
  if (of > 0 && EVENT_HEADS_WITH_OF.has(head)) return { none: 4.5 }
  const single = tokens.length === 1
  if (of > 0 && HEADS_WITH_COMPLEMENT.has(head)) return { ORGANIZATION: 4.5 }
  if (of > 0 && PLACE_HEADS_WITH_OF.has(head)) return { PLACE: 4 }
  if (EVENT_HEADS.has(head)) return { none: single ? 3 : 4.5 }
  if (SHIPS.has(lower[0] ?? '') && !single) return { none: 6 }
  if (ORGANIZATION_HEADS.has(head))
    return single ? { ORGANIZATION: 1, none: 0.5 } : { ORGANIZATION: 4.5 }
  if (single) return {}
  if (CLUBS.has(tokens[0] ?? '')) return { ORGANIZATION: 4 }
  if (isCountry(tokens.at(-1) ?? '') && isCommonWord(lower[0] ?? '')) return { ORGANIZATION: 3 }
  if (PLACE_HEADS.has(head)) return { PLACE: lower.every(isCommonWord) ? 2 : 4 }
  if (DIRECTIONS.has(lower[0] ?? '')) return { PLACE: 2 }
  return PLACE_FIRSTS.has(lower[0] ?? '') ? { PLACE: 3 } : {}
}

const isCountry = (text: string): boolean => findPlaces(text)[0]?.kind === 'COUNTRY'

function weighPerson(tokens: readonly string[]): Evidence {
  const [first = '', ...others] = tokens
  const last = others.at(-1) ?? ''
  let points = 0
  if (isFirstName(first)) points += others.length > 0 ? 2.5 : 1.2
  if (others.length > 0 && SURNAME.test(last)) points += 0.7
  if (tokens.some((token) => INITIAL.test(token)) && others.length > 0) points += 2
  if (GENERATION.test(last)) points += 1.5
  const inner = others.slice(0, -1)
  if (inner.some((token) => PARTICLES.has(token) || HYPHENED_PARTICLES.has(token))) points += 1.5
  const unknown = tokens.filter((token) => !isCommonWord(token.toLowerCase()))
  if (others.length > 0 && tokens.length <= 4 && unknown.length === tokens.length) points += 1.2
  return { PERSON: points }
}

function weighShape(text: string, tokens: readonly string[]): Evidence {
  if (COMMON_ACRONYMS.has(text)) return { none: 4 }
  if (ACRONYM.test(text)) return { ORGANIZATION: 2.7 }
  const common = tokens.filter((token) => isCommonWord(token.toLowerCase())).length
  const organization = text.includes('&') ? 3 : 0
  if (isDemonym(tokens[0] ?? '') && tokens.length > 1)
    return { ORGANIZATION: organization, none: 1 }
  if (tokens.length > 1)
    return { ORGANIZATION: organization, none: common === tokens.length ? 1.5 : 0 }
  const place = PLACE_ENDING.test(text) ? 0.8 : 0
  const person = SURNAME.test(text) ? 0.8 : 0
  return { PLACE: place, PERSON: person, none: common > 0 ? 2.2 : 1.3 }
}
