/** Shortcodes of WordPress itself that stand for pictures, players and links: nothing in them is text of the post. */
const MEDIA =
  /\[(caption|wp_caption|gallery|playlist|audio|video|embed)\b[^\][]*\](?:[^[]*(?:\[(?!\/?\1\b)[^[]*)*\[\/\1\])?/gi

/** The name of a shortcode; "[sic]" and "[the mayor]" are words of the text. */
const NAME = String.raw`[a-z][\w-]*`

/** With attributes, or with a name that no word has. */
const OPENING = new RegExp(
  String.raw`\[(?:${NAME}(?:\s+[^\]\[]*=[^\]\[]*)|[a-z][a-z0-9]*[_-][\w-]*(?:\s[^\]\[]*)?)\/?\]`,
  'gi',
)

const CLOSING = new RegExp(String.raw`\[\/(${NAME})\]`, 'gi')

const BLOCK =
  /<\/?(?:address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>/gi

/** Line feeds in these are as they should be. */
const VERBATIM = /(<(pre|script|style|textarea)\b[\s\S]*?<\/\2>)/i

/**
 * A post as an editor typed it, nearly as WordPress shows it to readers: without shortcodes, and, where it is not made of
 * blocks, with paragraphs where it has empty lines. What a plugin puts in the place of its shortcode is not known here;
 * the text inside one stays.
 */
export function renderPost(content: string): string {
  const text = withoutShortcodes(content.replace(/\r\n?/g, '\n'))
  return text.includes('<!-- wp:') ? text : addParagraphs(text)
}

function withoutShortcodes(content: string): string {
  const text = content.replace(MEDIA, '')
  const closed = new Set([...text.matchAll(CLOSING)].map(([, name]) => name?.toLowerCase()))
  return text
    .replace(CLOSING, '')
    .replace(OPENING, '')
    .replace(new RegExp(String.raw`\[(${NAME})\s*\/?\]`, 'gi'), (code, name: string) =>
      closed.has(name.toLowerCase()) ? '' : code,
    )
}

function addParagraphs(content: string): string {
  const parts = content.split(VERBATIM)
  // What is captured comes in between: the element, then its name.
  return parts
    .map((part, index) => (index % 3 === 0 ? paragraphsOf(part) : index % 3 === 1 ? part : ''))
    .join('')
}

const paragraphsOf = (text: string): string =>
  text
    .replace(/<br\s*\/?>[ \t]*\n/gi, '\n')
    .replace(BLOCK, '\n\n$&\n\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part, index, parts) => {
      if (part.search(BLOCK) === 0) return part
      const lines = part.replaceAll('\n', '<br>')
      return /^<p\b/i.test(parts[index - 1] ?? '') ? lines : `<p>${lines}</p>`
    })
    .join('')
