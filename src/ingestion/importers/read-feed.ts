import { parseFeed } from 'feedsmith'
import type { IngestInput } from '../../actions/ingest-input.ts'
import { languageTag } from '../language-tag.ts'
import { parseTime } from '../parse-time.ts'
import { plainText } from '../plain-text.ts'
import { webAddress } from '../web-address.ts'

/** An entry of a feed; null for what it does not say. */
export interface FeedEntry extends Omit<IngestInput, 'source' | 'externalId'> {
  /** The feed's own id of it, else its address. */
  readonly id: string | null
}

/** The entries of RSS 0.9 to 2.0, Atom and JSON Feed, in the order of the feed. Throws Error for what is none of these. */
export function readFeed(text: string): readonly FeedEntry[] {
  const { format, feed } = parse(text)
  if (format === 'atom') return readAtom(feed)
  if (format === 'json') return readJsonFeed(feed)
  return format === 'rss' ? readRss(feed) : readRdf(feed)
}

/** With times as text. */
const parse = (text: string) => parseFeed(text)

type Feed<Format> = Extract<ReturnType<typeof parse>, { format: Format }>['feed']

/** Texts that may be absent, as feedsmith gives them. */
type Text = string | null | undefined

const line = (html: Text): string | null => plainText(html ?? '') || null

/** The full text; a summary is the text only where there is no other. */
const texts = (full: Text, summary: Text) =>
  full ? { bodyHtml: full, dek: line(summary) } : { bodyHtml: summary ?? null, dek: null }

function readRss({ language, items = [] }: Feed<'rss'>): FeedEntry[] {
  return items.map((item) => ({
    id: item.guid?.value ?? item.link ?? null,
    url: webAddress(item.link) ?? webAddress(item.guid?.value),
    headline: line(item.title),
    ...texts(item.content?.encoded, item.description),
    language: languageTag(language),
    authors: names(item.dc?.creators ?? item.authors?.map((author) => authorName(author))),
    topics: topics(item.categories?.map(({ name }) => name)),
    publishedAt: feedTime(item.pubDate ?? item.dc?.dates?.[0]),
    modifiedAt: feedTime(item.atom?.updated),
  }))
}

function readRdf({ dc, items = [] }: Feed<'rdf'>): FeedEntry[] {
  return items.map((item) => ({
    id: item.link ?? null,
    url: webAddress(item.link),
    headline: line(item.title),
    ...texts(item.content?.encoded, item.description),
    language: languageTag(dc?.languages?.[0]),
    authors: names(item.dc?.creators),
    topics: topics(item.dc?.subjects),
    publishedAt: feedTime(item.dc?.dates?.[0]),
    modifiedAt: null,
  }))
}

function readAtom({ xml, authors, entries = [] }: Feed<'atom'>): FeedEntry[] {
  return entries.map((entry) => {
    const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
    return {
      id: entry.id ?? link ?? null,
      url: webAddress(link) ?? webAddress(entry.id),
      headline: line(entry.title?.value),
      ...texts(entry.content?.value, entry.summary?.value),
      language: languageTag(entry.xml?.lang ?? xml?.lang),
      authors: names((entry.authors ?? authors)?.map(({ name }) => name)),
      topics: topics(entry.categories?.map(({ label, term }) => label ?? term)),
      publishedAt: feedTime(entry.published ?? entry.updated),
      modifiedAt: feedTime(entry.updated),
    }
  })
}

function readJsonFeed({ language, authors, items = [] }: Feed<'json'>): FeedEntry[] {
  return items.map((item) => ({
    id: item.id ?? item.url ?? null,
    url: webAddress(item.url),
    headline: item.title ?? null,
    dek: line(item.summary),
    ...(item.content_html
      ? { bodyHtml: item.content_html }
      : { bodyText: item.content_text ?? item.summary ?? null }),
    language: languageTag(item.language ?? language),
    authors: names((item.authors ?? authors)?.map(({ name }) => name)),
    topics: topics(item.tags),
    publishedAt: feedTime(item.date_published),
    modifiedAt: feedTime(item.date_modified),
  }))
}

/** RSS writes "ida@courier.example (Ida Holm)". */
const authorName = (author: string | { readonly name?: string }): Text => {
  const text = typeof author === 'string' ? author : author.name
  return /\(([^()]+)\)\s*$/.exec(text ?? '')?.[1] ?? text
}

function names(list: readonly Text[] | undefined): string[] {
  return [...new Set((list ?? []).flatMap((name) => line(name) ?? []))]
    .filter((name) => name.length <= 300)
    .slice(0, 100)
}

const topics = (list: readonly Text[] | undefined) =>
  names(list)
    .filter((name) => name.length <= 200)
    .map((name) => ({ name }))

/** RSS has times of e-mail, "Mon, 22 Dec 2025 08:00:00 +0100"; the others ISO 8601. */
function feedTime(text: Text): Date | null {
  if (!text) return null
  const iso = parseTime(text)
  if (iso !== null) return iso
  const time = /^[A-Za-z]{3},|^\d{1,2} [A-Za-z]{3}/.test(text.trim()) ? new Date(text) : null
  return time === null || Number.isNaN(time.getTime()) ? null : time
}
