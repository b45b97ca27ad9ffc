import { firstText, isRecord } from './parse-payload.ts'

/**
 * Strapi and Contentful let every site name its own fields. These are the names that are looked for,
 * in this order; the documents of both CMSs list them.
 */
const HEADLINE_FIELDS = ['headline', 'title', 'name'] as const
export const BODY_FIELDS = ['body', 'content', 'text', 'article', 'blocks'] as const
const DEK_FIELDS = ['dek', 'standfirst', 'description', 'excerpt', 'summary'] as const
const DATE_FIELDS = ['publishDate', 'publishedDate', 'publicationDate', 'date'] as const
const AUTHOR_FIELDS = ['authors', 'author', 'byline'] as const
const TOPIC_FIELDS = ['topics', 'tags', 'categories', 'category', 'section'] as const
const URL_FIELDS = ['url', 'canonicalUrl', 'link'] as const

type Fields = Readonly<Record<string, unknown>>

const textOf = (fields: Fields, names: readonly string[]): string | null =>
  firstText(...names.map((name) => (typeof fields[name] === 'string' ? fields[name] : null)))

/** The first body field that has something in it, whatever its format. */
export const bodyOf = (fields: Fields): unknown =>
  BODY_FIELDS.map((name) => fields[name]).find(
    (value) => value !== null && value !== undefined && value !== '',
  ) ?? null

/** What an entry of a model of the site's own says of its article. */
export function readModelFields(fields: Fields) {
  const url = textOf(fields, URL_FIELDS)
  return {
    headline: textOf(fields, HEADLINE_FIELDS),
    dek: textOf(fields, DEK_FIELDS),
    url: url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null,
    publishedText: textOf(fields, DATE_FIELDS),
    authors: AUTHOR_FIELDS.flatMap((name) => namesIn(fields[name])).slice(0, 100),
    topics: TOPIC_FIELDS.flatMap((name) => namesIn(fields[name]))
      .slice(0, 100)
      .map((name) => ({ name })),
  }
}

/** A name, an object with one, or a list of these; links that are not filled in have none. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (!isRecord(value)) return []
  const name = textOf(value, ['name', 'title', 'username'])
  return name === null ? [] : [name]
}
