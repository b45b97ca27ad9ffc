import type { Document } from '../document.ts'
import { addNames } from './add-names.ts'
import type { Name } from './name.ts'
import { readCapitals } from './read-capitals.ts'
import { readTags } from './read-tags.ts'
import { repairName } from './repair-name.ts'
import { settleTypes } from './settle-types.ts'

/**
 * Where the names of an article stand and what type each has: the trained tagger decides, rules cut
 * its names to size and add what it overlooks. In the order of the text, never overlapping.
 */
export function tagNames(documents: readonly Document[]): Name[] {
  const tagged = readTags(documents).flatMap((name) => repairName(name))
  return readCapitals(settleTypes(addNames(documents, tagged)))
}
