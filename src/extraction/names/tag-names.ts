import type { Document } from '../document.ts'
import type { Name } from './name.ts'
import { proposeFromTitles } from './propose-from-titles.ts'
import { proposeNames } from './propose-names.ts'
import { recoverNames } from './recover-names.ts'
import { typeNames } from './type-names.ts'

/**
 * Where the names of an article stand and what type each has: the part that a trained tagger can
 * replace. In the order of the text, never overlapping.
 */
export function tagNames(documents: readonly Document[]): Name[] {
  const inText = documents.flatMap((document) => proposeNames(document))
  const typed = typeNames(inText)
  const shown = typed.filter((name) => name !== null)
  const inTitles = documents.flatMap((document) => proposeFromTitles(document, shown))
  const candidates = [...inText, ...inTitles]
  const names = recoverNames(candidates, inTitles.length > 0 ? typeNames(candidates) : typed)
  return names.sort(
    (a, b) =>
      documents.indexOf(a.document) - documents.indexOf(b.document) || a.firstToken - b.firstToken,
  )
}
