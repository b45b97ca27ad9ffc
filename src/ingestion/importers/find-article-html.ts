import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** Letters that a story has at least. With fewer, Readability looks again, also in comments and boxes beside the text. */
const SHORTEST_STORY = 250

/**
 * The HTML of a page's story, as Firefox' reader view finds it, without its title, and with absolute links where the
 * page's address is known. Null for a page without any text.
 */
export function findArticleHtml(
  html: string,
  { title, address }: { readonly title: string | null; readonly address: string | null },
): string | null {
  // linkedom makes no body where the page leaves it out.
  const page = /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const { document } = parseHTML(page, address && { location: { href: address } })
  for (const element of document.querySelectorAll('h1, body title')) {
    if (element.localName === 'title' || isSame(element.textContent, title)) element.remove()
  }
  const story = new Readability(document, {
    // What it would find there is in the page's facts already.
    disableJSONLD: true,
    // They tell the cleaner what is furniture.
    keepClasses: true,
    charThreshold: SHORTEST_STORY,
  }).parse()
  return story?.textContent?.trim() ? (story.content ?? null) : null
}

/** But for white space: a title may be broken into lines. */
const isSame = (text: string | null, title: string | null): boolean =>
  (text ?? '').replace(/\s/g, '') === (title ?? '').replace(/\s/g, '')
