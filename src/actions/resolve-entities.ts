import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { readNotSame } from '../db/not-same.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import { type Choice, choiceOf } from './choice.ts'
import { bestNames, chooseCandidate, type Scored, scoreCandidates } from './choose-candidate.ts'
import { chooseCertain, contradicts, type Question } from './choose-certain.ts'
import { createEntities } from './create-entities.ts'
import { entitiesByExternalId, externalIdsOf, idKey, writeExternalIds } from './external-ids.ts'
import { type Candidate, findByName, findRelated } from './find-candidates.ts'
import { nestPlaces } from './nest-places.ts'
import { placeIdsOf } from './place-ids.ts'
import { suggestMerges } from './suggest-merges.ts'
import { weighContext } from './weigh-context.ts'
import { writeNames } from './write-names.ts'

interface About {
  /** Null for a text that is no article. */
  readonly articleId?: number | null
  /** Whether everyone may read the text. */
  readonly isPublic: boolean
  readonly hints: ArticleDraft['hints']
  readonly sourceSlug: string
  /** Entities the article's last revision named: they win over strangers of the same name. */
  readonly previous: ReadonlySet<number>
  /** For each found entity what its words meant before, and how surely: stays so while it fits. */
  readonly meant?: readonly (Choice | null)[]
}

/**
 * Which stored entity each found one is, and how surely; those that are none of them are created. Two are the same
 * when an external id says so, or when a whole name means exactly one known entity (decision 10 says what that is). Where it may
 * mean several, or is only a part of a name, the rest of the story decides, where it does so clearly. Otherwise there is
 * a new entity, with a suggestion for each that it may be: never a silent guess.
 */
export async function resolveEntities(
  tx: Tx,
  found: readonly FoundEntity[],
  about: About,
): Promise<Choice[]> {
  const given = found.map((entity) => externalIdsOf(entity, about))
  const byExternalId = await entitiesByExternalId(tx, given.flat())
  const byName = await findByName(tx, found)
  const questions = found.map((entity, i): Question => {
    const externalIds = (given[i] ?? []).map(idKey)
    const [known] = externalIds.flatMap((key) => byExternalId.get(key) ?? [])
    return {
      entity,
      externalIds,
      byExternalId: known ?? null,
      byName: byName[i] ?? { list: [], isCut: false },
      meant: about.meant?.[i] ?? null,
    }
  })
  const { previous } = about
  const isNotSame = await readNotSame(tx, questions.flatMap(namedBy))
  const certain = questions.map((question) => chooseCertain(question, { previous, isNotSame }))
  const answers = await answerByContext(tx, questions, {
    certain,
    previous,
    articleId: about.articleId ?? null,
  })

  const chosen = found.map(
    (entity, i) => certain[i] ?? answers.get(identityOf(entity))?.choice ?? null,
  )
  const unknown = new Map(
    found.filter((_, i) => chosen[i] === null).map((entity) => [identityOf(entity), entity]),
  )
  const created = await createEntities(tx, [...unknown.values()], about)
  const createdIds = new Map([...unknown.keys()].map((identity, i) => [identity, created[i] ?? 0]))
  const resolved = found.map((entity, i) => {
    const id = createdIds.get(identityOf(entity)) ?? 0
    return chosen[i] ?? choiceOf({ id, originId: id })
  })
  // Names and ids are those of the origin: an unmerge takes them along.
  const originIds = resolved.map(({ originId }) => originId)
  await writeNames(tx, found, originIds)
  await writeExternalIds(tx, given, { ids: originIds, known: byExternalId })
  await suggestMerges(
    tx,
    [...createdIds].map(([identity, id]) => ({ id, scored: answers.get(identity)?.scored ?? [] })),
    about,
  )
  await nestPlaces(
    tx,
    resolved.map(({ id }) => id),
    about,
  )
  return resolved
}

/** Within one article, one name of one kind is one entity: "KYIV, Dec 15" and "Kyiv". */
const identityOf = ({ type, name, place }: FoundEntity): string =>
  [type, foldKey(name), ...placeIdsOf(place).map(({ value }) => value)].join(' ')

/** Whom a name may mean for certain. */
const namedBy = ({ byExternalId, byName, meant }: Question): number[] => [
  ...byName.list.map(({ id }) => id),
  ...[byExternalId, meant].flatMap((choice) => choice?.id ?? []),
]

interface Certain {
  /** Of each question. */
  readonly certain: readonly (Choice | null)[]
  readonly previous: ReadonlySet<number>
  readonly articleId: number | null
}

interface Answer {
  readonly choice: Choice | null
  readonly scored: readonly Scored[]
}

/** Whom the other names may mean, in the light of those that are certain; by identity. */
async function answerByContext(
  tx: Tx,
  questions: readonly Question[],
  { certain, previous, articleId }: Certain,
): Promise<Map<string, Answer>> {
  const open = [
    ...new Map(
      questions
        .filter((_, i) => certain[i] === null)
        .map((question) => [identityOf(question.entity), question]),
    ).values(),
  ]
  const related = await findRelated(
    tx,
    open.map(({ entity }) => entity),
  )
  const known = new Map(
    questions.flatMap(({ entity }, i) => (certain[i] ? [[certain[i].id, entity]] : [])),
  )
  const taken = new Set(known.keys())
  const asked = open.map((question, i) => {
    const { byName, externalIds, entity } = question
    const more = related[i] ?? { list: [], isCut: false }
    const byOrigin = new Map([...more.list, ...byName.list].map((one) => [one.originId, one]))
    const candidates = bestNames(
      [...byOrigin.values()].filter((candidate) => !contradicts(candidate, externalIds)),
    ).filter(({ id }) => !taken.has(id))
    return { entity, candidates, isCut: byName.isCut || more.isCut }
  })
  if (asked.every(({ candidates }) => candidates.length === 0)) return new Map()
  const countries = new Set(questions.flatMap(({ entity }) => entity.place?.countryCode ?? []))
  const evidence = await weighContext(tx, asked, { articleId, known, countries })
  const isToldApart = await toldApart(tx, asked, previous)
  const answers = new Map<string, Answer>()
  for (const { entity, candidates, isCut } of asked) {
    // A name of this article that stood for the candidate already is another name for somebody else.
    const free = candidates.filter(({ id }) => !taken.has(id) && !isToldApart(id))
    const scored = scoreCandidates(free, (candidate) => evidence(entity, candidate))
    const choice = chooseCandidate(entity, scored, { isCut })
    if (choice !== null) taken.add(choice.id)
    answers.set(identityOf(entity), { choice, scored })
  }
  return answers
}

/** Whom a person told apart from an entity that the article named before: the story does not make one of them the other. */
async function toldApart(
  tx: Tx,
  asked: readonly { readonly candidates: readonly Candidate[] }[],
  previous: ReadonlySet<number>,
): Promise<(id: number) => boolean> {
  if (previous.size === 0) return () => false
  const ids = asked.flatMap(({ candidates }) => candidates.map(({ id }) => id))
  const isNotSame = await readNotSame(tx, [...ids, ...previous])
  return (id) => [...previous].some((before) => isNotSame(id, before))
}
