import sanitizeHtml from 'sanitize-html'
import { absoluteLink } from './absolute-link.ts'

/**
 * The last wall before HTML is stored: only the tags and attributes of running text pass. Links are
 * absolute (http, https, mailto); pictures, embeds, scripts, styles and event attributes are gone.
 * The title of the article is its own field, so an h1 becomes an h2.
 */
export function sanitizeBodyHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote'],
      ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
      ...['a', 'em', 'strong', 'b', 'i', 'cite', 'code', 'abbr', 'br'],
    ],
    allowedAttributes: {
      a: ['href', 'rel'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      '*': ['lang', 'dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    transformTags: { h1: 'h2', a: safeLink },
  })
}

function safeLink(tagName: string, { href, ...rest }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const address = absoluteLink(href)
  return {
    tagName,
    attribs: address ? { ...rest, href: address, rel: 'nofollow noopener' } : rest,
  }
}
