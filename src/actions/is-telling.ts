import { isAcronym, isShortPersonName } from '../core/name-forms.ts'
import { knownTitle } from '../extraction/authority/known-title.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import { isCommonWord } from '../extraction/names/lexicon/common-words.ts'
import { words } from '../extraction/names/lexicon/words.ts'

/** What every country, region or city has one of. */
const INSTITUTIONS = words(
  'administration agency army assembly authority bank bureau cabinet chamber command commission committee congress council',
  'court department directorate force forces government guard house inspectorate institute ministry navy office parliament police',
  'prosecution secretariat senate service staff treasury',
)

/**
 * Whether a name says by itself whom it means, as far as a name can. A family name, initials, and a body that every country
 * has ("Defense Ministry", "Supreme Court") do not.
 */
export function isTelling({ type, name }: Pick<FoundEntity, 'type' | 'name'>): boolean {
  if (type === 'PERSON') return !isShortPersonName(name)
  if (type === 'PLACE' || isAcronym(name) || knownTitle({ type, name }) !== null) return true
  const parts = name.toLowerCase().split(/[\s-]+/)
  return !(parts.some((word) => INSTITUTIONS.has(word)) && parts.every(isCommonWord))
}
