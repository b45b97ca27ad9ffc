import { isAcronym, isShortPersonName } from '../core/name-forms.ts'
import { knownTitle } from '../extraction/authority/known-title.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { isCommonWord } from '../extraction/names/lexicon/common-words.ts'

/**
 * Whether a name says by itself whom it means, as far as a name can. A family name, initials, and a body that every country
 * has ("Defense Ministry", "Supreme Court") do not.
 */
export function isTelling({ type, name }: Pick<FoundEntity, 'type' | 'name'>): boolean {
  if (type === 'PERSON') return !isShortPersonName(name)
  if (type === 'PLACE' || isAcronym(name)) return true
  if (knownTitle({ type, name }) !== null) return true
  return !name.split(/[\s-]+/).every((word) => isCommonWord(word.toLowerCase()))
}
