import { htmlElementKind } from './html-element-kind.ts'
import { type HtmlElement, hasDescendant } from './html-tree.ts'

/**
 * Whether a table only arranges the page, as in newsletters and old sites: it says so, holds
 * another table, or has a cell with more than one paragraph. Its cells are then read as plain
 * containers, those of any other table row by row.
 */
export function isLayoutTable(table: HtmlElement): boolean {
  const { role } = table.attributes
  if (role === 'presentation' || role === 'none') return true
  return (
    hasDescendant(table, ({ name }) => name === 'table') ||
    hasDescendant(table, (cell) => isCell(cell) && countParagraphs(cell) > 1)
  )
}

const isCell = ({ name }: HtmlElement): boolean => name === 'td' || name === 'th'

function countParagraphs(element: HtmlElement): number {
  let count = 0
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const kind = htmlElementKind(child)
    count +=
      kind === 'PARAGRAPH' || kind === 'LIST' || kind === 'QUOTE' ? 1 : countParagraphs(child)
  }
  return count
}
