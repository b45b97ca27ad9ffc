import { marked } from 'marked'

/** HTML of a text that a CMS keeps as Markdown, in which HTML may stand too. Not sanitised: cleaning does that. */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false })
}
