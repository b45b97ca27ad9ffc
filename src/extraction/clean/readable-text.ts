import { htmlElementKind } from './html-element-kind.ts'
import type { HtmlNode } from './html-tree.ts'

/** All text of a node that a reader sees, as it stands in the source; line breaks are line feeds. */
export function readableText(node: HtmlNode): string {
  if (typeof node === 'string') return node
  const kind = htmlElementKind(node)
  if (kind === 'IGNORED') return ''
  return kind === 'LINE_BREAK' ? '\n' : node.children.map(readableText).join('')
}
