import type { FoundEntity } from '../extraction/extractor.ts'
import { type Choice, choiceOf } from './choice.ts'
import type { Candidate, Candidates } from './find-candidates.ts'

/** One name of an article, and whom it may mean. */
export interface Question {
  readonly entity: FoundEntity
  readonly externalIds: readonly string[]
  /** The entity that has one of those ids. */
  readonly byExternalId: Choice | null
  readonly byName: Candidates
  /** What its words meant before. */
  readonly meant: Choice | null
}

/** What is known of the article, and what people decided. */
export interface Known {
  /** Entities that the article named before. */
  readonly previous: ReadonlySet<number>
  /** A person told the two apart. */
  readonly isNotSame: (oneId: number, otherId: number) => boolean
}

/**
 * The entity that is meant without a look at the story, or null: that of an equal external id, or the one that the name means. What
 * a person told apart stays so: an id does not take the name of another entity, nor do words change from one to the other.
 */
export function chooseCertain(question: Question, { previous, isNotSame }: Known): Choice | null {
  const { byExternalId, meant } = question
  const byName = chooseByName(question, previous)
  const isTold = byName !== null && byExternalId !== null && isNotSame(byName.id, byExternalId.id)
  const choice = isTold ? byName : (byExternalId ?? byName)
  return choice !== null && meant !== null && isNotSame(choice.id, meant.id) ? meant : choice
}

/** The only one that has the name, or the one that it meant before. */
function chooseByName(
  { externalIds, byName: { list, isCut }, meant }: Question,
  previous: ReadonlySet<number>,
): Choice | null {
  const fitting = list.filter((candidate) => !contradicts(candidate, externalIds))
  const whole = fitting.filter(({ isFullName, reason }) => isFullName && reason === 'SAME_NAME')
  const named = whole.filter(({ isMainName }) => isMainName)
  const only = isCut ? null : onlyEntity(named.length > 0 ? named : whole)
  if (meant !== null && fitting.some(({ originId }) => originId === meant.originId)) {
    return only?.originId === meant.originId ? choiceOf(meant) : meant
  }
  return only ?? onlyEntity(fitting.filter(({ id }) => previous.has(id)))
}

/** Of several that were merged into one, the one that the others became, or else the oldest. */
function onlyEntity(candidates: readonly Candidate[]): Choice | null {
  const [first, ...others] = candidates
  if (first === undefined || others.some(({ id }) => id !== first.id)) return null
  const oldest = Math.min(...candidates.map(({ originId }) => originId))
  const originId = candidates.some((one) => one.originId === first.id) ? first.id : oldest
  return choiceOf({ id: first.id, originId })
}

/** Another id in the same system: not the same thing, whatever its name. */
export function contradicts(candidate: Candidate, externalIds: readonly string[]): boolean {
  return externalIds.some((key) => {
    const others = candidate.externalIds.filter((id) => systemOf(id) === systemOf(key))
    return others.length > 0 && !others.some((id) => externalIds.includes(id))
  })
}

/** The gazetteer's ids of places and of regions are one system. */
const systemOf = (key: string): string => key.slice(0, key.indexOf(':')).replace(/-region$/, '')
