import type { Qualifier } from '../../../core/qualifier.ts'
import { type Passage, posAt, wordAt } from '../passage.ts'

/** Words before a number, last word first, so that one walk to the left reads them. */
const BEFORE: readonly (readonly [string, Qualifier])[] = [
  ['at least', 'AT_LEAST'],
  ['at the very least', 'AT_LEAST'],
  ['at a minimum', 'AT_LEAST'],
  ['as few as', 'AT_LEAST'],
  ['as little as', 'AT_LEAST'],
  ['no fewer than', 'AT_LEAST'],
  ['no less than', 'AT_LEAST'],
  ['not less than', 'AT_LEAST'],
  ['a minimum of', 'AT_LEAST'],
  ['minimum of', 'AT_LEAST'],
  ['more than', 'MORE_THAN'],
  ['greater than', 'MORE_THAN'],
  ['higher than', 'MORE_THAN'],
  ['longer than', 'MORE_THAN'],
  ['larger than', 'MORE_THAN'],
  ['bigger than', 'MORE_THAN'],
  ['heavier than', 'MORE_THAN'],
  ['upwards of', 'MORE_THAN'],
  ['upward of', 'MORE_THAN'],
  ['in excess of', 'MORE_THAN'],
  ['well over', 'MORE_THAN'],
  ['over', 'MORE_THAN'],
  ['exceeding', 'MORE_THAN'],
  ['exceeded', 'MORE_THAN'],
  ['exceeds', 'MORE_THAN'],
  ['exceed', 'MORE_THAN'],
  ['above', 'MORE_THAN'],
  ['past', 'MORE_THAN'],
  ['topped', 'MORE_THAN'],
  ['topping', 'MORE_THAN'],
  ['surpassing', 'MORE_THAN'],
  ['north of', 'MORE_THAN'],
  ['surpassed', 'MORE_THAN'],
  ['beyond', 'MORE_THAN'],
  ['up to', 'AT_MOST'],
  ['as many as', 'AT_MOST'],
  ['as much as', 'AT_MOST'],
  ['as high as', 'AT_MOST'],
  ['at most', 'AT_MOST'],
  ['no more than', 'AT_MOST'],
  ['not more than', 'AT_MOST'],
  ['a maximum of', 'AT_MOST'],
  ['maximum of', 'AT_MOST'],
  ['less than', 'LESS_THAN'],
  ['fewer than', 'LESS_THAN'],
  ['lower than', 'LESS_THAN'],
  ['shorter than', 'LESS_THAN'],
  ['smaller than', 'LESS_THAN'],
  ['under', 'LESS_THAN'],
  ['shy of', 'LESS_THAN'],
  ['just short of', 'LESS_THAN'],
  ['below', 'LESS_THAN'],
  ['about', 'ABOUT'],
  ['around', 'ABOUT'],
  ['approximately', 'ABOUT'],
  ['approx.', 'ABOUT'],
  ['roughly', 'ABOUT'],
  ['some', 'ABOUT'],
  ['circa', 'ABOUT'],
  ['an estimated', 'ABOUT'],
  ['estimated', 'ABOUT'],
  ['estimated at', 'ABOUT'],
  ['nearly', 'ABOUT'],
  ['almost', 'ABOUT'],
  ['close to', 'ABOUT'],
  ['nearing', 'ABOUT'],
  ['approaching', 'ABOUT'],
  ['in the region of', 'ABOUT'],
  ['on the order of', 'ABOUT'],
  ['perhaps', 'ABOUT'],
  ['maybe', 'ABOUT'],
  ['probably', 'ABOUT'],
  ['something like', 'ABOUT'],
  ['in the order of', 'ABOUT'],
  ['in the vicinity of', 'ABOUT'],
  ['possibly', 'ABOUT'],
  ['virtually', 'ABOUT'],
  ['between', 'BETWEEN'],
]
const AFTER: readonly (readonly [string, Qualifier])[] = [
  ['or more', 'AT_LEAST'],
  ['or so', 'ABOUT'],
  ['or thereabouts', 'ABOUT'],
  ['- odd', 'ABOUT'],
  ['- plus', 'AT_LEAST'],
  ['or less', 'AT_MOST'],
  ['or fewer', 'AT_MOST'],
  ['or higher', 'AT_LEAST'],
  ['or above', 'AT_LEAST'],
  ['or over', 'AT_LEAST'],
  ['and counting', 'AT_LEAST'],
  ['at least', 'AT_LEAST'],
  ['at most', 'AT_MOST'],
]

/** Nouns and verbs that something is "about". */
const ABOUT_WHAT =
  /^(?:films?|books?|stor(?:y|ies)|novels?|comed(?:y|ies)|dramas?|plays?|songs?|documentar(?:y|ies)|series|movies?|reports?|articles?|news|concerns?|questions?|talks?|debates?|worries|doubts|something|information|complaints?|lies|talk|talked|talking|think|thought|ask|asked|asking|know|warned|worried)$/
/** Movements that lead "up to" or "past" a level: the level itself is exact or passed. */
const MOVES =
  /^(?:edged|inched|crept|ticked|moved|went|rose|climbed|jumped|pushed|nudged|shot|surged|brings?|bringing|brought|takes?|taking|took|weakened|strengthened|fell|slipped|sank|soared|swelled)$/

/** "sovereignty over three cays", "a film about two sisters", "edged up to 4%": no amounts. */
function isPreposition(passage: Passage, start: number, words: readonly string[]): boolean {
  const before = wordAt(passage, start - 1)
  const pos = posAt(passage, start - 1)
  switch (words.join(' ')) {
    case 'over':
      return pos === 'NOUN' || /^(?:flew|flying|fought|fell|presides?|ruled?)$/.test(before)
    case 'about':
      return ABOUT_WHAT.test(before)
    case 'up to':
      return MOVES.test(before)
    case 'past':
      return !MOVES.test(before)
    default:
      return false
  }
}

interface Phrase {
  readonly words: readonly string[]
  readonly qualifier: Qualifier
}

const byEdge = (
  table: readonly (readonly [string, Qualifier])[],
  edge: 'FIRST' | 'LAST',
): ReadonlyMap<string, readonly Phrase[]> => {
  const phrases = new Map<string, Phrase[]>()
  for (const [text, qualifier] of table.toSorted(([a], [b]) => b.length - a.length)) {
    const words = text.split(' ')
    const key = (edge === 'FIRST' ? words[0] : words.at(-1)) ?? ''
    phrases.set(key, [...(phrases.get(key) ?? []), { words, qualifier }])
  }
  return phrases
}
const BY_LAST_WORD = byEdge(BEFORE, 'LAST')
const BY_FIRST_WORD = byEdge(AFTER, 'FIRST')

export interface QualifierReading {
  readonly qualifier: Qualifier
  /** The first token of the qualifier where it stands before the number. */
  readonly first: number
}

/**
 * Reads how a number is meant from the words around it: "at least", "nearly", "or more".
 * @param first the number's first token
 * @param next the token after number and unit
 */
export function readQualifier(passage: Passage, first: number, next: number): QualifierReading {
  const edge = /^(?:a|an|another|additional|further|total|of)$/.test(wordAt(passage, first - 1))
  const before = readBefore(passage, first) ?? (edge ? readBefore(passage, first - 1) : null)
  if (before) return before
  const after = BY_FIRST_WORD.get(wordAt(passage, next)) ?? []
  const found = after.find(({ words }) =>
    words.every((word, i) => wordAt(passage, next + i) === word),
  )
  if (found) return { qualifier: found.qualifier, first }
  const plus = passage.text[passage.tokens[next - 1]?.end ?? -1] === '+'
  return { qualifier: plus ? 'AT_LEAST' : 'EXACT', first }
}

function readBefore(passage: Passage, first: number): QualifierReading | null {
  const phrases = BY_LAST_WORD.get(wordAt(passage, first - 1)) ?? []
  for (const { words, qualifier } of phrases) {
    const start = first - words.length
    if (words.every((word, i) => wordAt(passage, start + i) === word)) {
      if (isPreposition(passage, start, words)) return null
      return { qualifier, first: start }
    }
  }
  return null
}
