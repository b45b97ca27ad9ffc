import { diffArrays, diffWordsWithSpace } from 'diff'

/** A piece of a text that stayed, came or went. */
export interface TextChange {
  readonly kind: 'KEPT' | 'ADDED' | 'REMOVED'
  readonly text: string
}

/** Edits after which a paragraph counts as rewritten: comparing goes on long where nothing is alike. */
const MAX_EDITS = 400

/**
 * What an edit did to a text: by paragraphs, and by words inside a paragraph that another one replaced.
 * The kept and removed pieces make the old text, the kept and added ones the new text.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const blocks = diffArrays(paragraphsOf(before), paragraphsOf(after))
  const changes: TextChange[] = []
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]
    const next = blocks[i + 1]
    if (block === undefined) continue
    const text = block.value.join('')
    if (block.removed && next?.added) {
      changes.push(...wordChanges(text, next.value.join('')))
      i += 1
    } else changes.push({ kind: kindOf(block), text })
  }
  return changes
}

/** Each with the line feeds behind it. */
const paragraphsOf = (text: string): string[] => text.match(/[^\n]+\n*|\n+/g) ?? []

function wordChanges(before: string, after: string): TextChange[] {
  const words = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS })
  return (
    words?.map((part) => ({ kind: kindOf(part), text: part.value })) ?? [
      { kind: 'REMOVED', text: before },
      { kind: 'ADDED', text: after },
    ]
  )
}

const kindOf = ({ added, removed }: { added: boolean; removed: boolean }): TextChange['kind'] =>
  added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT'
