import type { MergeReason } from '../core/merge-reason.ts'
import { titleOfFamilyName } from '../extraction/authority/known-title.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { type Choice, choiceOf } from './choice.ts'
import { idKey, WIKIPEDIA } from './external-ids.ts'
import type { Candidate, Candidates } from './find-candidates.ts'
import { type Evidence, isOtherJob } from './weigh-context.ts'

/** A candidate with how likely it is the one. */
export interface Scored {
  readonly candidate: Candidate
  readonly evidence: Evidence
  /** 0 to 1. */
  readonly score: number
}

/** How much a name alone says, where the context can say no more. */
const NAME_WEIGHT: Readonly<Record<MergeReason, number>> = {
  SAME_NAME: 1,
  TRANSLITERATION: 0.8,
  INITIALS: 0.6,
  ACRONYM: 0.6,
  SHORT_FORM: 0.5,
  SHARED_CONTEXT: 0,
}
/** A name that does not tell whom it means, such as a family name. */
const SHORT_NAME_WEIGHT = 0.6
/** By how much the best must lead. */
const MARGIN = 0.1
/** Evidence that a whole name, initials and a short form need, in things of the story. */
const NEEDED = { whole: 1, initials: 1, short: 1.5 }
const TRANSLITERATION_CONFIDENCE = 0.9

/** Of each entity the name that says most; of those that were merged into one, it is one name. */
export function bestNames(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<number, Candidate>()
  for (const candidate of candidates) {
    const known = best.get(candidate.id)
    if (known === undefined || compareNames(candidate, known) < 0) best.set(candidate.id, candidate)
  }
  return [...best.values()]
}

const compareNames = (one: Candidate, other: Candidate): number =>
  Number(other.isFullName) - Number(one.isFullName) ||
  NAME_WEIGHT[other.reason] - NAME_WEIGHT[one.reason] ||
  Number(other.originId === other.id) - Number(one.originId === one.id) ||
  one.originId - other.originId

/** Best first; ties by id. */
export const scoreCandidates = (
  candidates: readonly Candidate[],
  evidenceFor: (candidate: Candidate) => Evidence,
): Scored[] =>
  candidates
    .map((candidate) => {
      const evidence = evidenceFor(candidate)
      const name = NAME_WEIGHT[candidate.reason]
      const weight = candidate.isFullName ? name : Math.min(name, SHORT_NAME_WEIGHT)
      return { candidate, evidence, score: round(weight * certainty(evidence.weight)) }
    })
    .sort((a, b) => b.score - a.score || a.candidate.id - b.candidate.id)

/** 0.5 where nothing speaks for it, towards 1 the more does. */
const certainty = (weight: number): number => 0.5 + (0.5 * weight) / (weight + 1)

const round = (score: number): number => Math.round(score * 100) / 100

/**
 * The one that is meant, where that is clear: the only one of whom the whole name is a spelling, unless his job is another;
 * or the one that the story speaks for, well before the next. Null otherwise: two too many can be merged, one too few
 * must be taken apart again.
 */
export function chooseCandidate(
  { type, name, jobTitle }: FoundEntity,
  scored: readonly Scored[],
  { isCut }: Pick<Candidates, 'isCut'>,
): Choice | null {
  const [best, second] = scored
  if (best === undefined || isCut) return null
  const { candidate, evidence, score } = best
  const spellings = scored.filter(
    ({ candidate: { isFullName, reason } }) =>
      isFullName && (reason === 'TRANSLITERATION' || reason === 'SAME_NAME'),
  )
  if (
    type === 'PERSON' &&
    candidate.isFullName &&
    candidate.reason === 'TRANSLITERATION' &&
    spellings.length === 1 &&
    (evidence.weight > 0 || !isOtherJob(jobTitle, evidence.jobTitles))
  ) {
    return choiceOf(candidate, TRANSLITERATION_CONFIDENCE)
  }
  const isOwnName = type === 'PERSON' && isKnownByFamilyName(candidate, name)
  if (evidence.weight < (isOwnName ? NEEDED.whole : neededFor(candidate))) return null
  if (second !== undefined && score - second.score < MARGIN) return null
  return choiceOf(candidate, round(certainty(evidence.weight)))
}

/** The only person of that family name in the news, as far as the authority file knows: "Zelensky". */
function isKnownByFamilyName({ externalIds }: Candidate, name: string): boolean {
  const title = titleOfFamilyName(name.slice(name.lastIndexOf(' ') + 1))
  return title !== null && externalIds.includes(idKey({ scheme: WIKIPEDIA, value: title }))
}

function neededFor({ isFullName, reason }: Candidate): number {
  if (isFullName || reason === 'SAME_NAME') return NEEDED.whole
  return reason === 'SHORT_FORM' ? NEEDED.short : NEEDED.initials
}
