import type { EntityType } from '../extractor.ts'
import { findPlaces } from '../gazetteer/find-places.ts'
import { isSubject } from './is-subject.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { knownType } from './lexicon/known-names.ts'
import { ORGANIZATION_HEADS } from './lexicon/organization-words.ts'
import type { Candidate, Name } from './name.ts'
import { spanText } from './name.ts'
import type { Scores } from './scores.ts'
import { addScores } from './scores.ts'
import { weighContext } from './weigh-context.ts'
import { weighWords } from './weigh-words.ts'

const TYPES = ['PERSON', 'PLACE', 'ORGANIZATION'] as const
/** A town this large is a name even where only the start of a sentence capitalises it. */
const LARGE_TOWN = 50_000

/**
 * Decides what each candidate names; null where it names nothing of ours. A name means one thing
 * throughout an article, so its mentions are weighed together.
 * @returns as many as there are candidates, in their order
 */
export function typeNames(candidates: readonly Candidate[]): (Name | null)[] {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const text = spanText(candidate)
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [candidate])
    else group.push(candidate)
  }
  const verdicts = new Map([...groups].map(([text, group]) => [text, typeGroup(text, group)]))
  return candidates.map((candidate) => {
    const verdict = verdicts.get(spanText(candidate)) ?? null
    return verdict && toName(candidate, verdict.type, verdict.confidence)
  })
}

export function toName(candidate: Candidate, type: EntityType, confidence: number): Name {
  const { document, firstToken, lastToken, reading, title } = candidate
  return { document, firstToken, lastToken, reading, type, jobTitle: title || null, confidence }
}

interface Verdict {
  readonly type: EntityType
  readonly confidence: number
}

function typeGroup(text: string, group: readonly Candidate[]): Verdict | null {
  if (group.every(({ weak }) => weak) && !isWellKnown(text, group)) return null
  const scores = addScores([
    weighWords(text),
    addScores(group.map(weighContext), 1 / Math.sqrt(group.length)),
  ])
  const type = bestType(scores)
  return scores[type] > scores.none ? { type, confidence: confidenceOf(scores, type) } : null
}

/** Whether a word at the start of a sentence is a name: "Kyiv", "Apple said", but not "Police". */
function isWellKnown(text: string, group: readonly Candidate[]): boolean {
  if (findPlaces(text)[0]?.kind === 'COUNTRY') return true
  const lower = text.toLowerCase()
  if (ORGANIZATION_HEADS.has(lower) || (isCommonWord(lower) && !group.some(isSubject))) return false
  return (
    knownType(text) !== null ||
    findPlaces(text).some(({ kind, population }) => kind !== 'CITY' || population > LARGE_TOWN)
  )
}

function bestType(scores: Scores): EntityType {
  return TYPES.reduce((best, type) => (scores[type] > scores[best] ? type : best))
}

/** Grows with the lead over the next reading: 0.5 for none, 0.93 for 4 points. */
function confidenceOf(scores: Scores, type: EntityType): number {
  const others = [
    ...TYPES.filter((other) => other !== type).map((other) => scores[other]),
    scores.none,
  ]
  const lead = scores[type] - Math.max(...others)
  return Number((1 / (1 + Math.exp(-lead / 1.5))).toFixed(2))
}
