import { InvalidInputError } from '../../core/app-error.ts'
import type { RawArticle } from './clean-article.ts'

/** In UTF-16 units: some 350,000 words, ten times the longest story that newspapers have printed. */
export const MAX_TEXT_LENGTH = 2_000_000

/** Markup included: a page may carry inlined pictures and scripts around a short story. */
export const MAX_HTML_LENGTH = 5_000_000

export const MAX_HEADLINE_LENGTH = 1000

const MAX_DEK_LENGTH = 10_000

/** This many unreadable characters, and this share of all, make a text binary. */
const BINARY_COUNT = 16
const BINARY_SHARE = 0.05

export interface RawBody {
  /** Which of the two it is, for messages. */
  readonly path: 'bodyText' | 'bodyHtml'
  readonly content: string
}

/** The one body of a raw article; throws InvalidInputError for what cannot be an article. */
export function checkRawArticle(raw: RawArticle): RawBody {
  checkLength('headline', raw.headline ?? '', MAX_HEADLINE_LENGTH)
  checkLength('dek', raw.dek ?? '', MAX_DEK_LENGTH)
  const body = onlyBody(raw)
  const limit = body.path === 'bodyHtml' ? MAX_HTML_LENGTH : MAX_TEXT_LENGTH
  checkLength(body.path, body.content, limit)
  if (isBinary(body.content)) {
    throw new InvalidInputError(
      `${body.path} is binary data, or text that was read in the wrong encoding: send readable text.`,
      body.path,
    )
  }
  return body
}

export function checkLength(path: string, text: string, limit: number): void {
  if (text.length <= limit) return
  const [length, most] = [text.length, limit].map((count) => count.toLocaleString('en'))
  throw new InvalidInputError(
    `${path} has ${length} characters, and ${most} are the most: shorten or divide it.`,
    path,
  )
}

function onlyBody({ bodyText, bodyHtml }: RawArticle): RawBody {
  const text = bodyText?.trim() ? bodyText : null
  const html = bodyHtml?.trim() ? bodyHtml : null
  if (text !== null && html !== null) {
    throw new InvalidInputError(
      'Both bodyText and bodyHtml are given: send one of them.',
      'bodyText',
    )
  }
  if (html !== null) return { path: 'bodyHtml', content: html }
  if (text !== null) return { path: 'bodyText', content: text }
  const path =
    typeof bodyHtml === 'string' && typeof bodyText !== 'string' ? 'bodyHtml' : 'bodyText'
  throw new InvalidInputError(
    'The article has no text: send it as bodyText, or with its markup as bodyHtml.',
    path,
  )
}

/** Counts C0 controls (but for white space) and replacement characters. */
function isBinary(text: string): boolean {
  let unreadable = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd || unit === 0x7f || (unit < 0x20 && (unit < 0x09 || unit > 0x0d))) {
      unreadable += 1
    }
  }
  return unreadable >= BINARY_COUNT && unreadable > text.length * BINARY_SHARE
}
