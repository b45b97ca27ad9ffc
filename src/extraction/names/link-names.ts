import type { FoundEntity } from '../extractor.ts'
import { linkOrganizations } from './link-organizations.ts'
import { linkPeople } from './link-people.ts'
import { locatePlaces } from './locate-places.ts'
import type { Name } from './name.ts'
import { spanText } from './name.ts'
import { readJobTitle } from './read-job-title.ts'

/** An entity and all the names that mean it, in the order of the text. */
export interface LinkedEntity {
  readonly entity: FoundEntity
  readonly names: readonly Name[]
}

/** Puts the names of each person, place and organization together; entities in the order of their first mention. */
export function linkNames(names: readonly Name[]): LinkedEntity[] {
  const of = (type: Name['type']): Name[] => names.filter((name) => name.type === type)
  const before = new Map(names.map((name, i) => [name, names[i - 1]] as const))
  const groups = [
    ...linkPeople(of('PERSON')).map((group) => toEntity(group, jobTitleOf(group, before))),
    ...linkOrganizations(of('ORGANIZATION')).map((group) => toEntity(group, null)),
    ...linkPlaces(names),
  ]
  const order = new Map(names.map((name, i) => [name, i] as const))
  const rank = ({ names: [first] }: LinkedEntity): number => (first && order.get(first)) ?? 0
  return groups.sort((a, b) => rank(a) - rank(b))
}

function toEntity(names: readonly Name[], jobTitle: string | null): LinkedEntity {
  const [name = '', ...aliases] = formsOf(names)
  const type = names[0]?.type ?? 'ORGANIZATION'
  return { names, entity: { type, name, aliases, jobTitle, place: null } }
}

/** The first title that the text gives. */
function jobTitleOf(
  names: readonly Name[],
  before: ReadonlyMap<Name, Name | undefined>,
): string | null {
  for (const name of names) {
    const other = before.get(name)
    const from = other?.document === name.document ? other.lastToken : 0
    const title = readJobTitle(name, from)
    if (title !== null) return title
  }
  return null
}

/** Different forms, the fullest first. */
const formsOf = (names: readonly Name[]): string[] =>
  [...new Set(names.map(spanText))].sort(byFullness)

/** Longer first; "Kyiv" before the "KYIV" of a dateline. */
const byFullness = (a: string, b: string): number =>
  b.length - a.length || Number(a === a.toUpperCase()) - Number(b === b.toUpperCase())

function linkPlaces(names: readonly Name[]): LinkedEntity[] {
  const groups = new Map<string, Name[]>()
  const located = locatePlaces(names)
  for (const [name, { gazetteerId, name: full }] of located) {
    const key = gazetteerId === null ? full : `#${gazetteerId}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
  }
  const order = new Map(names.map((name, i) => [name, i] as const))
  return [...groups.values()].map((group) => {
    group.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    const full = [...new Set(group.map((name) => located.get(name)?.name ?? ''))]
    const [name = ''] = full.sort(byFullness)
    const aliases = [...new Set([...full, ...formsOf(group)])].filter((form) => form !== name)
    const [first] = group
    const place = (first && located.get(first)?.place) ?? null
    return { names: group, entity: { type: 'PLACE', name, aliases, jobTitle: null, place } }
  })
}
