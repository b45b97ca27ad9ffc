import type { Token } from '../document.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { kindAfter } from './kind-after.ts'
import { ORGANIZATION_CONTEXT, ORGANIZATION_FOLLOWERS } from './lexicon/organization-words.ts'
import { DIRECTIONS, PLACE_NOUNS, PLACE_PREPOSITIONS } from './lexicon/place-words.ts'
import { PERSONAL_VERBS, SAYING_VERBS } from './lexicon/sentence-words.ts'
import { TITLE_HEADS } from './lexicon/title-words.ts'
import { words } from './lexicon/words.ts'
import type { Candidate } from './name.ts'
import { isCapitalised } from './name-token.ts'
import type { Evidence, Scores } from './scores.ts'
import { addScores } from './scores.ts'

const ARTICLES = words('a an the')
/** Verbs whose object is often a place: "left Sieversk". */
const REACHING = words(
  'left leave leaves leaving reached reach reaches entered enter enters captured capture captures seized recaptured retook liberated occupied shelled bombed struck hit evacuated visited visit visits visiting surrounded',
)

/** What the words around one mention say. */
export function weighContext(candidate: Candidate): Scores {
  const { document, firstToken, lastToken, title } = candidate
  const { tokens } = document
  return addScores([
    title === null ? weighBefore(tokens, firstToken) : { PERSON: 5 },
    kindAfter(document, lastToken) === null ? weighAfter(tokens, lastToken) : { PLACE: 4 },
  ])
}

function weighBefore(tokens: readonly Token[], first: number): Evidence {
  const before = tokens[first - 1]
  const second = tokens[first - 2]?.lower ?? ''
  const word = before?.lower ?? ''
  if (before === undefined) return {}
  if (word === 'of') return { PLACE: PLACE_NOUNS.has(second) || DIRECTIONS.has(second) ? 4 : 0.3 }
  if (word === ',') return { PLACE: PLACE_NOUNS.has(second) ? 2.5 : 0 }
  if (word === 'the') return { PERSON: -2.5, ORGANIZATION: 0.8, PLACE: -0.6 }
  if (word === 'a' || word === 'an') return { none: 1 }
  if (DIRECTIONS.has(word)) return { PLACE: 2.5 }
  if (TITLE_HEADS.has(word) && !isCapitalised(before.text)) return { PERSON: 4 }
  if (ORGANIZATION_CONTEXT.has(word)) return { ORGANIZATION: 2.5 }
  if (PLACE_NOUNS.has(word)) return { PLACE: 1.5 }
  if (word === 'told' || word === 'tells' || word === 'via') return { ORGANIZATION: 1 }
  if (word === 'by') return { PERSON: 0.5 }
  if (REACHING.has(word)) return { PLACE: 1.2 }
  return { PLACE: PLACE_PREPOSITIONS.get(word) ?? 0 }
}

function weighAfter(tokens: readonly Token[], last: number): Evidence {
  const next = tokens[last]
  const second = tokens[last + 1]
  if (next === undefined) return {}
  const { lower } = next
  if (lower === 'who') return { PERSON: 3 }
  if (lower === ',') return weighApposition(second, tokens[last + 2])
  if (SAYING_VERBS.has(lower)) return { PERSON: 1, ORGANIZATION: 0.5 }
  if (PERSONAL_VERBS.has(lower)) return { PERSON: 1.5 }
  if (ORGANIZATION_FOLLOWERS.has(lower) || ORGANIZATION_CONTEXT.has(lower))
    return { ORGANIZATION: 1.5 }
  return {}
}

/** ", 45," and ", who" are said of people; ", Texas" and ", a town" of places. */
function weighApposition(second: Token | undefined, third: Token | undefined): Evidence {
  if (second === undefined) return {}
  if (second.lower === 'who' || second.lower === 'whose') return { PERSON: 3 }
  if (/^\d{2}$/.test(second.text) && third?.text === ',') return { PERSON: 3 }
  if (ARTICLES.has(second.lower) && third !== undefined && PLACE_NOUNS.has(third.lower))
    return { PLACE: 3 }
  if (!isCapitalised(second.text) || /^['’]s$/.test(third?.text ?? '')) return {}
  const [place] = findPlaces(second.text)
  return { PLACE: place?.kind === 'COUNTRY' || place?.kind === 'REGION' ? 2.5 : 0 }
}
