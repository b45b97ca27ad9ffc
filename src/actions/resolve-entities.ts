import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import type { ArticleDraft } from './article-draft.ts'
import { type Choice, chooseCandidate, type Scored, scoreCandidates } from './choose-candidate.ts'
import { createEntities } from './create-entities.ts'
import { entitiesByExternalId, externalIdsOf, idKey, writeExternalIds } from './external-ids.ts'
import { type Candidate, type Candidates, findByName, findRelated } from './find-candidates.ts'
import { nestPlaces } from './nest-places.ts'
import { placeIdsOf } from './place-ids.ts'
import { suggestMerges } from './suggest-merges.ts'
import { weighContext } from './weigh-context.ts'
import { writeNames } from './write-names.ts'

interface About {
  /** Null for a text that is no article. */
  readonly articleId?: number | null
  readonly hints: ArticleDraft['hints']
  readonly sourceSlug: string
  /** Entities the article's last revision named: they win over strangers of the same name. */
  readonly previous: ReadonlySet<number>
  /** For each found entity what its words meant before, and how surely: stays so while it fits. */
  readonly meant?: readonly (Choice | null)[]
}

/** One name of an article, and whom it may mean. */
interface Question {
  readonly entity: FoundEntity
  readonly externalIds: readonly string[]
  readonly byName: Candidates
  readonly meant: Choice | null
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
  const questions = found.map(
    (entity, i): Question => ({
      entity,
      externalIds: (given[i] ?? []).map(idKey),
      byName: byName[i] ?? { list: [], isCut: false },
      meant: about.meant?.[i] ?? null,
    }),
  )
  const certain = questions.map((question) => {
    const [id] = question.externalIds.flatMap((key) => byExternalId.get(key) ?? [])
    return id === undefined ? certainly(question, about.previous) : { id, confidence: 1 }
  })
  const answers = await answerByContext(tx, questions, {
    certain,
    articleId: about.articleId ?? null,
  })

  const chosen = found.map(
    (entity, i) => certain[i] ?? answers.get(identityOf(entity))?.choice ?? null,
  )
  const unknown = new Map(
    found.filter((_, i) => chosen[i] === null).map((entity) => [identityOf(entity), entity]),
  )
  const created = await createEntities(tx, [...unknown.values()])
  const createdIds = new Map([...unknown.keys()].map((identity, i) => [identity, created[i] ?? 0]))
  const resolved = found.map(
    (entity, i) => chosen[i] ?? { id: createdIds.get(identityOf(entity)) ?? 0, confidence: 1 },
  )
  const ids = resolved.map(({ id }) => id)
  await writeNames(tx, found, ids)
  await writeExternalIds(tx, given, { ids, known: byExternalId })
  await suggestMerges(
    tx,
    [...createdIds].map(([identity, id]) => ({ id, scored: answers.get(identity)?.scored ?? [] })),
  )
  await nestPlaces(tx, ids)
  return resolved
}

/** Within one article, one name of one kind is one entity: "KYIV, Dec 15" and "Kyiv". */
const identityOf = ({ type, name, place }: FoundEntity): string =>
  [type, foldKey(name), ...placeIdsOf(place).map(({ value }) => value)].join(' ')

/** The entity that the name means without a look at the story: the only one, or the one that it meant before. */
function certainly(
  { externalIds, byName: { list, isCut }, meant }: Question,
  previous: ReadonlySet<number>,
): Choice | null {
  const fitting = list.filter((candidate) => !contradicts(candidate, externalIds))
  const whole = fitting.filter(({ isFullName, reason }) => isFullName && reason === 'SAME_NAME')
  const named = whole.filter(({ isMainName }) => isMainName)
  const [only, ...others] = named.length > 0 ? named : whole
  const isOnly = only !== undefined && others.length === 0 && !isCut
  if (meant !== null && fitting.some(({ id }) => id === meant.id)) {
    return isOnly && only.id === meant.id ? { id: meant.id, confidence: 1 } : meant
  }
  if (isOnly) return { id: only.id, confidence: 1 }
  const continued = fitting.filter(({ id }) => previous.has(id))
  const [before] = continued
  return before !== undefined && continued.length === 1 ? { id: before.id, confidence: 1 } : null
}

/** Another id in the same system: not the same thing, whatever its name. */
function contradicts(candidate: Candidate, externalIds: readonly string[]): boolean {
  return externalIds.some((key) => {
    const others = candidate.externalIds.filter((id) => systemOf(id) === systemOf(key))
    return others.length > 0 && !others.some((id) => externalIds.includes(id))
  })
}

/** The gazetteer's ids of places and of regions are one system. */
const systemOf = (key: string): string => key.slice(0, key.indexOf(':')).replace(/-region$/, '')

interface Answer {
  readonly choice: Choice | null
  readonly scored: readonly Scored[]
}

/** Whom the other names may mean, in the light of those that are certain; by identity. */
async function answerByContext(
  tx: Tx,
  questions: readonly Question[],
  { certain, articleId }: { certain: readonly (Choice | null)[]; articleId: number | null },
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
    const list = [...new Map([...more.list, ...byName.list].map((one) => [one.id, one])).values()]
    const candidates = list.filter(
      (candidate) => !taken.has(candidate.id) && !contradicts(candidate, externalIds),
    )
    return { entity, candidates, isCut: byName.isCut || more.isCut }
  })
  if (asked.every(({ candidates }) => candidates.length === 0)) return new Map()
  const countries = new Set(questions.flatMap(({ entity }) => entity.place?.countryCode ?? []))
  const evidence = await weighContext(tx, asked, { articleId, known, countries })
  const answers = new Map<string, Answer>()
  for (const { entity, candidates, isCut } of asked) {
    // A name of this article that stood for the candidate already is another name for somebody else.
    const free = candidates.filter(({ id }) => !taken.has(id))
    const scored = scoreCandidates(free, (candidate) => evidence(entity, candidate))
    const choice = chooseCandidate(entity, scored, { isCut })
    if (choice !== null) taken.add(choice.id)
    answers.set(identityOf(entity), { choice, scored })
  }
  return answers
}
