import { isRecord } from './parse-payload.ts'

const TAG_OF_FORMAT = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' } as const

/** HTML of Strapi's rich text in blocks: an array of nodes with a type and children. */
export function strapiBlocksToHtml(nodes: readonly unknown[]): string {
  return nodes.map((node) => (isRecord(node) ? nodeToHtml(node) : '')).join('')
}

function nodeToHtml(node: Readonly<Record<string, unknown>>): string {
  if (node.type === 'text') return textToHtml(node)
  const inside = strapiBlocksToHtml(Array.isArray(node.children) ? node.children : [])
  const tag = tagOf(node)
  if (node.type === 'link' && typeof node.url === 'string') {
    return `<a href="${escapeHtml(node.url)}">${inside}</a>`
  }
  return tag === null ? inside : `<${tag}>${inside}</${tag}>`
}

/** Null for what has no tag of its own, such as a picture. */
function tagOf({ type, level, format }: Readonly<Record<string, unknown>>): string | null {
  if (type === 'heading') return `h${Number(level) >= 1 && Number(level) <= 6 ? Number(level) : 2}`
  if (type === 'list') return format === 'ordered' ? 'ol' : 'ul'
  const tags = { paragraph: 'p', 'list-item': 'li', quote: 'blockquote', code: 'pre' }
  return tags[type as keyof typeof tags] ?? null
}

function textToHtml(node: Readonly<Record<string, unknown>>): string {
  const text = escapeHtml(typeof node.text === 'string' ? node.text : '').replaceAll('\n', '<br>')
  return Object.entries(TAG_OF_FORMAT).reduce(
    (html, [format, tag]) => (node[format] === true ? `<${tag}>${html}</${tag}>` : html),
    text,
  )
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
