import type { Document, Sentence } from '../document.ts'
import { isWellKnown, startsWellKnown } from './lexicon/well-known.ts'
import type { Name } from './name.ts'
import { textBetween } from './name.ts'

/** The longest name on the list, in tokens: "Jamaat - e - Islami". */
const LONGEST = 7
const CONFIDENCE = 0.9

/**
 * Adds organizations that everybody knows by several words, whatever the tagger made of those:
 * "Pakistan Tehreek-e-Insaf", "ISIS-K"; and gives them their branches, "Amnesty International Nigeria".
 * @param names of one document, in the order of the text
 * @param sentences those to look in: in Title Case, "Best Buy" may be an advice
 */
export function addKnownNames(
  document: Document,
  names: readonly Name[],
  sentences: readonly Sentence[],
): Name[] {
  const byStart = new Map(names.map((name) => [name.firstToken, name] as const))
  const ends = new Map<number, number>()
  for (const { firstToken, lastToken } of names)
    for (let i = firstToken; i < lastToken; i += 1) ends.set(i, lastToken)
  // Names go on where those of the list end: "Bank of America Stadium".
  const known = findKnown(document, sentences).filter(
    ({ lastToken }) => (ends.get(lastToken - 1) ?? 0) <= lastToken,
  )
  const kept: Name[] = []
  let open = 0
  for (const name of [...names, ...known].sort(byPlace)) {
    if (name.firstToken < open) continue
    const whole = isWellKnownName(name) ? withBranch(name, byStart.get(name.lastToken)) : name
    kept.push(whole)
    open = whole.lastToken
  }
  return kept
}

/** Longer names first. */
const byPlace = (a: Name, b: Name): number =>
  a.firstToken - b.firstToken || b.lastToken - a.lastToken

const isWellKnownName = ({ document, firstToken, lastToken, type }: Name): boolean =>
  type === 'ORGANIZATION' && isWellKnown(textBetween(document, firstToken, lastToken))

/** "Caritas Lebanon", where a country or town follows at once; not in "told Reuters Ukraine had". */
function withBranch(name: Name, next: Name | undefined): Name {
  const isBranch =
    next?.type === 'PLACE' &&
    next.lastToken === next.firstToken + 1 &&
    name.document.tokens[name.firstToken - 1]?.lower !== 'told'
  return isBranch ? { ...name, lastToken: next.lastToken } : name
}

function findKnown(document: Document, sentences: readonly Sentence[]): Name[] {
  const found: Name[] = []
  for (const sentence of sentences) {
    for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
      const name = knownAt(document, at, sentence.lastToken)
      if (name === null) continue
      found.push(name)
      at = name.lastToken - 1
    }
  }
  return found
}

function knownAt(document: Document, firstToken: number, limit: number): Name | null {
  if (!startsWellKnown(document.tokens[firstToken]?.text ?? '')) return null
  for (let last = Math.min(limit, firstToken + LONGEST); last > firstToken + 1; last -= 1) {
    if (isWellKnown(textBetween(document, firstToken, last)))
      return {
        document,
        firstToken,
        lastToken: last,
        reading: null,
        type: 'ORGANIZATION',
        confidence: CONFIDENCE,
      }
  }
  return null
}
