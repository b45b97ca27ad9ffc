import { absoluteLink } from './absolute-link.ts'
import type { HtmlElement } from './html-tree.ts'

/** What an element means for the text in it. */
export type HtmlElementKind =
  /** Its text is not for readers. */
  | 'IGNORED'
  /** Its text belongs to the page, not to the story. */
  | 'FURNITURE'
  /** Its text was taken back by the publisher, or is furniture inside a line. */
  | 'STRUCK_OUT'
  /** Blocks begin and end at its edges. */
  | 'CONTAINER'
  /** One block of running text. */
  | 'PARAGRAPH'
  | 'PREFORMATTED'
  | 'LIST'
  | 'ITEM'
  | 'QUOTE'
  | 'TABLE'
  | 'TABLE_SECTION'
  | 'TABLE_ROW'
  | 'TABLE_CELL'
  | 'LINE_BREAK'
  /** Part of a line, kept in the clean HTML. */
  | 'INLINE'
  /** Quotation marks that the browser draws. */
  | 'QUOTATION'
  | 'SUPERSCRIPT'
  | 'SUBSCRIPT'
  /** Part of a line, only its text is kept. */
  | 'TRANSPARENT'

const NAMES: Partial<Record<HtmlElementKind, string>> = {
  IGNORED:
    'script style template noscript head title meta link base svg canvas iframe frame noframes object embed applet audio video map img picture source track input select option datalist textarea progress meter rt rp xml',
  FURNITURE: 'nav aside footer form button figcaption dialog search',
  STRUCK_OUT: 'del s strike',
  CONTAINER:
    'html body div section article main header hgroup center details figure fieldset dl hr menuitem',
  PARAGRAPH: 'p h1 h2 h3 h4 h5 h6 dt dd address summary legend caption',
  PREFORMATTED: 'pre xmp listing plaintext',
  LIST: 'ul ol menu dir',
  ITEM: 'li',
  QUOTE: 'blockquote',
  TABLE: 'table',
  TABLE_SECTION: 'thead tbody tfoot',
  TABLE_ROW: 'tr',
  TABLE_CELL: 'td th',
  LINE_BREAK: 'br',
  INLINE: 'a em strong b i cite code abbr',
  QUOTATION: 'q',
  SUPERSCRIPT: 'sup',
  SUBSCRIPT: 'sub',
}

const KIND_BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as HtmlElementKind] as const),
  ),
)

const FURNITURE_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'button',
  'dialog',
  'alertdialog',
])

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i
const HIDDEN_CLASS = /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden)(?:\s|$)/

/** Blocks of WordPress, and of its most used plugin, that are no text of the post. */
const FURNITURE_CLASS =
  /(?:^|\s)(?:wp-caption-text|gallery-caption|wp-block-(?:buttons?|search|social-links|latest-posts|latest-comments|tag-cloud|archives|categories|calendar|rss|loginout|file__button)|sharedaddy|jp-relatedposts)(?:\s|$)/

/** Decided by name, role, class, and whether the page hides it; what stands around it is not looked at. */
export function htmlElementKind({ name, attributes }: HtmlElement): HtmlElementKind {
  const { hidden, style = '', class: classes = '', role = '', href } = attributes
  if (hidden !== undefined || HIDDEN_STYLE.test(style) || HIDDEN_CLASS.test(classes)) {
    return 'IGNORED'
  }
  if (FURNITURE_ROLES.has(role) || FURNITURE_CLASS.test(classes)) return 'FURNITURE'
  if (name === 'a' && absoluteLink(href) === null) return 'TRANSPARENT'
  // Custom elements (<x-promo>) are boxes far more often than parts of a line.
  return KIND_BY_NAME.get(name) ?? (name.includes('-') ? 'CONTAINER' : 'TRANSPARENT')
}
