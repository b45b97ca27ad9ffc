import { Parser } from 'htmlparser2'
import { InvalidInputError } from '../../core/app-error.ts'
import { MAX_HTML_DEPTH } from '../../core/html-depth.ts'
import { normalizeUrl } from '../../core/normalize-url.ts'
import { languageTag } from '../language-tag.ts'
import { parseTime } from '../parse-time.ts'
import { webAddress } from '../web-address.ts'
import { type JsonLdArticle, readJsonLd } from './read-json-ld.ts'

/** What a page says of its article, in its head and around the text. Null: it does not say. */
export interface PageFacts {
  /** What its CMS knows it by. */
  readonly identifier: string | null
  readonly headline: string | null
  /** How the page itself is headed: the headline, or another one. */
  readonly title: string | null
  readonly url: string | null
  readonly authors: string[]
  readonly topics: { readonly name: string }[]
  readonly language: string | null
  readonly publishedAt: Date | null
  readonly modifiedAt: Date | null
  /** The text as its JSON-LD has it, with or without markup. */
  readonly body: string | null
}

/**
 * What schema.org's JSON-LD says comes first, then OpenGraph and the other elements of the head, then the text.
 * Throws InvalidInputError for pages that are too large or nested too deep.
 *
 * @param address where the page is, for links that are relative
 */
export function readPageFacts(html: string, address: string | null): PageFacts {
  const page = scanPage(html)
  const said = (key: string): string | undefined => page.meta.get(key)?.[0]
  const base = address ?? undefined
  const absolute = (url = ''): string | null =>
    url !== '' && URL.canParse(url, base) ? webAddress(new URL(url, base).href) : null
  const canonical = absolute(page.canonical)
  const openGraphUrl = absolute(said('og:url'))
  const title = findTitle(page)
  const article = chooseArticle(page, { addresses: [canonical, openGraphUrl], title })
  const firstTime = (...values: readonly (string | undefined)[]): Date | null =>
    values.map((value) => parseTime(value ?? '')).find((time) => time !== null) ?? null
  return {
    identifier: article?.identifier ?? null,
    headline: article?.headline ?? title,
    title,
    url:
      [canonical, ...(article?.urls ?? []).map(absolute), openGraphUrl].find(
        (url) => url !== null,
      ) ?? null,
    authors: findAuthors(page, article),
    topics: findTopics(page, article),
    language:
      [...(article?.languages ?? []), page.language, said('og:locale')?.replace('_', '-')]
        .map(languageTag)
        .find((tag) => tag !== null) ?? null,
    publishedAt:
      article?.publishedAt ??
      firstTime(
        said('article:published_time'),
        said('datepublished'),
        said('date'),
        page.publishedTime,
        page.firstTime,
      ),
    modifiedAt:
      article?.modifiedAt ?? firstTime(said('article:modified_time'), said('datemodified')),
    body: article?.body ?? null,
  }
}

/** A page may describe others too: its own has its address, or its title, or is the only one. */
function chooseArticle(
  { jsonLd }: ScannedPage,
  page: { readonly addresses: readonly (string | null)[]; readonly title: string | null },
): JsonLdArticle | null {
  const articles = readJsonLd(jsonLd)
  const addresses = new Set(page.addresses.flatMap((url) => (url ? normalizeUrl(url) : [])))
  const isOwn = (url: string): boolean => URL.canParse(url) && addresses.has(normalizeUrl(url))
  return (
    articles.find(({ urls }) => urls.some(isOwn)) ??
    articles.find(({ headline }) => headline !== null && headline === page.title) ??
    (articles.length === 1 ? (articles[0] ?? null) : null)
  )
}

const LONGEST_NAME = 300
const LONGEST_TOPIC = 200
const MOST_NAMES = 100

/**
 * Depths of all elements together, which the time for finding the story grows with: 50,000 elements that are 40 deep.
 * Pages have some thousand elements.
 */
const MAX_DEPTHS = 2_000_000

interface ScannedPage {
  /** By property, name or itemprop in lower case; several where a page repeats itself. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly language: string
  readonly canonical: string | undefined
  readonly title: string
  readonly headings: readonly string[]
  /** The first h1 inside article or main. */
  readonly articleHeading: string | undefined
  readonly authorLinks: readonly string[]
  readonly publishedTime: string | undefined
  readonly firstTime: string | undefined
  /** Scripts with JSON-LD. */
  readonly jsonLd: readonly string[]
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

function scanPage(html: string): ScannedPage {
  const meta = new Map<string, string[]>()
  const headings: string[] = []
  const authorLinks: string[] = []
  const jsonLd: string[] = []
  const page: Mutable<ScannedPage> = {
    meta,
    language: '',
    canonical: undefined,
    title: '',
    headings,
    articleHeading: undefined,
    authorLinks,
    publishedTime: undefined,
    firstTime: undefined,
    jsonLd,
  }
  let depth = 0
  let depths = 0
  let articleDepth = 0
  let text: string | null = null
  let textOf = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      depths += depth
      if (depth > MAX_HTML_DEPTH || depths > MAX_DEPTHS) throw noPage()
      const { lang, rel = '', href, content, datetime, itemprop = '', type = '' } = attributes
      if (name === 'html') page.language = lang?.trim() ?? ''
      if (name === 'article' || name === 'main') articleDepth += 1
      if (name === 'link' && rel.toLowerCase() === 'canonical') page.canonical ??= href
      if (name === 'meta' && content) {
        const key = (attributes.property ?? attributes.name ?? itemprop).toLowerCase()
        meta.set(key, [...(meta.get(key) ?? []), content.trim()])
      }
      if (name === 'time') {
        page.firstTime ??= datetime
        if (/datePublished/i.test(itemprop) || 'pubdate' in attributes)
          page.publishedTime ??= datetime
      }
      const isAuthor = name === 'a' && /\bauthor\b/i.test(rel)
      const isJsonLd = name === 'script' && /^\s*application\/ld\+json\b/i.test(type)
      if (text === null && (name === 'h1' || name === 'title' || isAuthor || isJsonLd)) {
        text = ''
        textOf = name
      }
    },
    ontext(part) {
      if (text !== null) text += part
    },
    onclosetag(name) {
      depth -= 1
      if (name === 'article' || name === 'main') articleDepth -= 1
      if (name === 'br' && text !== null) text += ' '
      if (text === null || name !== textOf) return
      const line = text.replace(/\s+/g, ' ').trim()
      text = null
      if (name === 'script') jsonLd.push(line)
      if (line === '') return
      if (name === 'title') page.title ||= line
      if (name === 'a') authorLinks.push(line)
      if (name !== 'h1') return
      headings.push(line)
      if (articleDepth > 0) page.articleHeading ??= line
    },
  })
  parser.end(html)
  return page
}

/** The h1 of the article; a page may have others, such as the name of the site. */
function findTitle({ meta, articleHeading, headings, title }: ScannedPage): string | null {
  if (articleHeading) return articleHeading
  const openGraph = meta.get('og:title')?.[0]
  const named = `${openGraph ?? ''}\n${title}`.toLowerCase()
  const [heading] = headings
    .filter((candidate) => named.includes(candidate.toLowerCase()))
    .toSorted((a, b) => b.length - a.length)
  return heading ?? openGraph ?? headings[0] ?? (withoutSiteName(title, meta) || null)
}

/** "Bridge closed | Northport Times" without the name of the site. */
function withoutSiteName(title: string, meta: ScannedPage['meta']): string {
  const match = /^(.+)\s[|–—·»-]\s(.+)$/.exec(title)
  const [, story = '', site = ''] = match ?? []
  const siteName = meta.get('og:site_name')?.[0]
  return site !== '' && (siteName ? site === siteName : story.length > site.length) ? story : title
}

function findAuthors({ meta, authorLinks }: ScannedPage, article: JsonLdArticle | null): string[] {
  const lists = [article?.authors, meta.get('author'), meta.get('article:author'), authorLinks]
  const named = lists.map((names = []) =>
    names
      .map((name) => name.replace(/^by\s+/i, '').trim())
      .filter((name) => name !== '' && name.length <= LONGEST_NAME && webAddress(name) === null),
  )
  return [...new Set(named.find((names) => names.length > 0) ?? [])].slice(0, MOST_NAMES)
}

function findTopics({ meta }: ScannedPage, article: JsonLdArticle | null): { name: string }[] {
  const tagged = [...(meta.get('article:section') ?? []), ...(meta.get('article:tag') ?? [])]
  const keywords = (meta.get('news_keywords') ?? meta.get('keywords') ?? []).flatMap((words) =>
    words.split(','),
  )
  const lists = [article?.topics ?? [], tagged, keywords]
  const names = (lists.find((list) => list.length > 0) ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= LONGEST_TOPIC)
    .slice(0, 10 * MOST_NAMES)
  const keys = names.map((name) => name.toLowerCase())
  return names
    .filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
    .slice(0, MOST_NAMES)
    .map((name) => ({ name }))
}

const noPage = (): InvalidInputError =>
  new InvalidInputError(
    `The page has too many elements, or elements inside elements more than ${MAX_HTML_DEPTH} deep: save the article alone.`,
  )
