import type { Annotations, EntityType } from '../../src/extraction/extractor.ts'
import type { Stretch } from './find-quote.ts'
import type { GoldMention } from './resolve-annotations.ts'
import { addTallies, NOTHING, type Tally } from './tally.ts'

export const ENTITY_TYPES: readonly EntityType[] = ['PERSON', 'PLACE', 'ORGANIZATION']

export type MentionTallies = Readonly<Record<EntityType, Tally>>

export const NO_MENTIONS: MentionTallies = {
  PERSON: NOTHING,
  PLACE: NOTHING,
  ORGANIZATION: NOTHING,
}

export interface MentionScore {
  readonly tallies: MentionTallies
  readonly missed: readonly GoldMention[]
  /** Indexes into Annotations.mentions. */
  readonly wrong: readonly number[]
}

/** Strict: a mention is right when type, start and end are. */
export function scoreMentions(
  gold: readonly GoldMention[],
  { entities, mentions }: Annotations,
): MentionScore {
  const typeOf = (entity: number): EntityType | null => entities[entity]?.type ?? null
  const open = new Map<string, number>()
  for (const [i, { entity, span }] of mentions.entries()) open.set(keyOf(typeOf(entity), span), i)
  const missed = gold.filter(({ type, spans }) => {
    const key = spans.map((span) => keyOf(type, span)).find((candidate) => open.has(candidate))
    if (key !== undefined) open.delete(key)
    return key === undefined
  })
  const tally = (type: EntityType): Tally => {
    const all = gold.filter((mention) => mention.type === type).length
    return {
      right: all - missed.filter((mention) => mention.type === type).length,
      found: mentions.filter(({ entity }) => typeOf(entity) === type).length,
      gold: all,
    }
  }
  return {
    tallies: {
      PERSON: tally('PERSON'),
      PLACE: tally('PLACE'),
      ORGANIZATION: tally('ORGANIZATION'),
    },
    missed,
    wrong: [...open.values()],
  }
}

const keyOf = (type: EntityType | null, { field, start, end }: Stretch): string =>
  `${type} ${field} ${start} ${end}`

export const addMentionTallies = (a: MentionTallies, b: MentionTallies): MentionTallies => ({
  PERSON: addTallies(a.PERSON, b.PERSON),
  PLACE: addTallies(a.PLACE, b.PLACE),
  ORGANIZATION: addTallies(a.ORGANIZATION, b.ORGANIZATION),
})
