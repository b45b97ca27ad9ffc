import { foldKey } from '../core/fold-key.ts'
import { groupBy } from '../core/group-by.ts'
import type { MergeReason } from '../core/merge-reason.ts'
import {
  compatibleGivenNames,
  initialsOf,
  isAcronym,
  isShortPersonName,
} from '../core/name-forms.ts'
import { familyNameRange, transliterationKey } from '../core/transliteration-key.ts'
import type { Tx } from '../db/client.ts'
import { type NameLookup, readAliases } from '../db/find-aliases.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { idKey } from './external-ids.ts'
import { isTelling } from './is-telling.ts'

/** An entity that a name may mean; where it was merged into another, what it says of itself. */
export interface Candidate {
  /** What it is now. */
  readonly id: number
  /** Whose name it is: the same, unless that one was merged. */
  readonly originId: number
  readonly reason: MergeReason
  /** The name is the one that it is known by, not another of its names. */
  readonly isMainName: boolean
  /** The name, whole, is one of its whole names, or one that a person gave it. */
  readonly isFullName: boolean
  readonly countryCode: string | null
  readonly jobTitle: string | null
  /** "scheme:value" */
  readonly externalIds: readonly string[]
}

export interface Candidates {
  readonly list: readonly Candidate[]
  /** There are more than were read: none of these can be told to be the one. */
  readonly isCut: boolean
}

/** Entities that go by the very name, or by another spelling of it; for each found one. */
export function findByName(tx: Tx, found: readonly FoundEntity[]): Promise<Candidates[]> {
  return find(tx, found, ({ name }) => [
    { by: 'nameKey', value: foldKey(name), reason: 'SAME_NAME' },
    { by: 'transliterationKey', value: transliterationKey(name), reason: 'TRANSLITERATION' },
  ])
}

/** Entities of which the name may be a shorter or a longer form; for each found one. */
export function findRelated(tx: Tx, found: readonly FoundEntity[]): Promise<Candidates[]> {
  return find(tx, found, ({ type, name }) =>
    type === 'PERSON' ? relatedPeople(name) : type === 'ORGANIZATION' ? relatedBodies(name) : [],
  )
}

type Lookup = Omit<NameLookup, 'found' | 'type'> & { readonly reason: MergeReason }

/** "V. Zelensky" and "Zelensky" for "Volodymyr Zelensky", and the other way round. */
function relatedPeople(name: string): Lookup[] {
  const words = name.split(/\s+/)
  const familyName = words.at(-1) ?? name
  if (isShortPersonName(name)) {
    const reason = words.length === 1 ? 'SHORT_FORM' : 'INITIALS'
    return [{ by: 'transliterationKey', value: familyNameRange(familyName), reason }]
  }
  const [key, initial] = [transliterationKey(familyName), foldKey(name).charAt(0)]
  return [
    { by: 'transliterationKey', value: `${key} ${initial}`, reason: 'INITIALS' },
    { by: 'transliterationKey', value: key, reason: 'SHORT_FORM' },
  ]
}

/** "UN" and "United Nations", "General Staff" and "General Staff of the Ukrainian Army". */
function relatedBodies(name: string): Lookup[] {
  const key = foldKey(name)
  if (isAcronym(name))
    return [{ by: 'initials', value: foldKey(name.replaceAll('.', '')), reason: 'ACRONYM' }]
  const words = key.split(' ')
  if (words.length < 2) return []
  const parts = words
    .slice(1, -1)
    .flatMap((_, i) => [words.slice(0, i + 2).join(' '), words.slice(i + 1).join(' ')])
  const initials = initialsOf(name)
  return [
    { by: 'nameKey', value: { gte: `${key} `, lt: `${key}!` }, reason: 'SHORT_FORM' },
    ...[...new Set(parts)].map(
      (value) => ({ by: 'nameKey', value, reason: 'SHORT_FORM' }) as const,
    ),
    ...(initials === null ? [] : [{ by: 'nameKey', value: initials, reason: 'ACRONYM' } as const]),
  ]
}

async function find(
  tx: Tx,
  found: readonly FoundEntity[],
  lookupsOf: (entity: FoundEntity) => readonly Lookup[],
): Promise<Candidates[]> {
  const lookups = found.flatMap((entity, index) =>
    lookupsOf(entity).map((lookup) => ({ ...lookup, found: index, type: entity.type })),
  )
  const { rows, cut } = await readAliases(tx, lookups)
  const entities = await readEntities(
    tx,
    rows.map(({ entityId }) => entityId),
  )
  const byFound = groupBy(rows, (row) => lookups[row.lookup]?.found ?? -1)
  return found.map(({ name, type }, index) => {
    const list = new Map<number, Candidate>()
    for (const { entityId, lookup, kind, provenance, name: alias } of byFound.get(index) ?? []) {
      const reason = lookups[lookup]?.reason ?? 'SHORT_FORM'
      const entity = entities.get(entityId)
      if (entity === undefined || !fits({ name, alias, reason })) continue
      const known = list.get(entityId)
      const isGiven = provenance === 'HUMAN' && reason === 'SAME_NAME'
      const isFullName =
        isGiven || (isTelling({ name, type }) && (kind !== 'SHORT' || standsAlone({ name, type })))
      const weaker = known && !(isFullName && !known.isFullName)
      if (weaker) continue
      list.set(entityId, {
        ...entity,
        reason: kind === 'SHORT' && !isFullName ? 'SHORT_FORM' : reason,
        isFullName,
        isMainName: entity.nameKey === foldKey(name),
      })
    }
    return { list: [...list.values()], isCut: cut.has(index) }
  })
}

/** Whether a form that an article used beside a longer one means the same elsewhere: "WHO", but not "Defense Ministry". */
const standsAlone = ({ name, type }: Pick<FoundEntity, 'name' | 'type'>): boolean =>
  type === 'PLACE' || (type === 'ORGANIZATION' && isAcronym(name))

function fits({
  name,
  alias,
  reason,
}: {
  name: string
  alias: string
  reason: MergeReason
}): boolean {
  if (reason === 'INITIALS') return compatibleGivenNames(name, alias)
  if (reason === 'ACRONYM') return isAcronym(name) !== isAcronym(alias)
  return true
}

async function readEntities(tx: Tx, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>()
  const rows = await tx.entity.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      mergedIntoId: true,
      nameKey: true,
      countryCode: true,
      jobTitle: true,
      externalIds: { select: { scheme: true, value: true } },
    },
  })
  return new Map(
    rows.map(({ id: originId, mergedIntoId, externalIds, ...row }) => [
      originId,
      { ...row, id: mergedIntoId ?? originId, originId, externalIds: externalIds.map(idKey) },
    ]),
  )
}
