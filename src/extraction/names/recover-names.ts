import type { EntityType } from '../extractor.ts'
import { isSubject } from './is-subject.ts'
import { isCommonWord } from './lexicon/common-words.ts'
import { DROPPABLE_HEADS } from './lexicon/organization-words.ts'
import type { Candidate, Name } from './name.ts'
import { spanText } from './name.ts'
import { shortForms } from './person-forms.ts'
import { toName } from './type-names.ts'

/** A place that the text makes this clear stays one, though somebody has the same surname. */
const CLEAR = 0.9
const RECOVERED_CONFIDENCE = 0.8

/**
 * Finds the short forms that say too little by themselves: "Sybiha" once somebody is called
 * Andriy Sybiha, "Wagner" once there is a Wagner Group.
 */
export function recoverNames(
  candidates: readonly Candidate[],
  names: readonly (Name | null)[],
): Name[] {
  const types = typesOfShortForms(names.filter((name) => name !== null))
  return candidates.flatMap((candidate, i) => {
    const name = names[i] ?? null
    const type = types.get(spanText(candidate))
    const recovers = type !== undefined && type !== name?.type && isOpen(candidate, name)
    if (recovers) return toName(candidate, type, RECOVERED_CONFIDENCE)
    return name ?? []
  })
}

/** Whether a name may be read as a short form: it says little itself, and is not just a first word. */
function isOpen(candidate: Candidate, name: Name | null): boolean {
  const text = spanText(candidate)
  if (name !== null) return name.confidence < CLEAR && !text.includes(' ')
  return !candidate.weak || !isCommonWord(text.toLowerCase()) || isSubject(candidate)
}

function typesOfShortForms(names: readonly Name[]): Map<string, EntityType> {
  const types = new Map<string, EntityType>()
  for (const name of names) {
    const text = spanText(name)
    if (!text.includes(' ')) continue
    if (name.type === 'PERSON') for (const form of shortForms(text)) types.set(form, 'PERSON')
    if (name.type !== 'ORGANIZATION') continue
    const short = withoutHead(text)
    if (short !== text && !types.has(short)) types.set(short, 'ORGANIZATION')
  }
  return types
}

/** "Wagner" of "Wagner Group". */
export function withoutHead(organization: string): string {
  const words = organization.split(' ')
  while (words.length > 1 && DROPPABLE_HEADS.has(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return words.join(' ')
}
