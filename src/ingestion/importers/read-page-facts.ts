import { Parser } from 'htmlparser2'
import { languageTag } from '../language-tag.ts'
import { parseTime } from '../parse-time.ts'

/** What a page says of its article, in its head and around the text. Null: it does not say. */
export interface PageFacts {
  readonly headline: string | null
  readonly url: string | null
  readonly authors: string[]
  readonly language: string | null
  readonly publishedAt: Date | null
  readonly modifiedAt: Date | null
}

export function readPageFacts(html: string): PageFacts {
  const page = scanPage(html)
  const firstTime = (...values: readonly (string | undefined)[]): Date | null =>
    values.map((value) => parseTime(value ?? '')).find((time) => time !== null) ?? null
  const said = (key: string): string | undefined => page.meta.get(key)?.[0]
  return {
    headline: findTitle(page),
    url: [page.canonical, said('og:url')].find(isWebAddress) ?? null,
    authors: findAuthors(page),
    language: languageTag(page.language),
    publishedAt: firstTime(
      said('article:published_time'),
      said('datepublished'),
      said('date'),
      page.publishedTime,
      page.firstTime,
    ),
    modifiedAt: firstTime(said('article:modified_time'), said('datemodified')),
  }
}

const LONGEST_NAME = 300

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
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

function scanPage(html: string): ScannedPage {
  const meta = new Map<string, string[]>()
  const headings: string[] = []
  const authorLinks: string[] = []
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
  }
  let articleDepth = 0
  let text: string | null = null
  let textOf = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      const { lang, rel = '', href, content, datetime, itemprop = '' } = attributes
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
      if (text === null && (name === 'h1' || name === 'title' || isAuthor)) {
        text = ''
        textOf = name
      }
    },
    ontext(part) {
      if (text !== null) text += part
    },
    onclosetag(name) {
      if (name === 'article' || name === 'main') articleDepth -= 1
      if (name === 'br' && text !== null) text += ' '
      if (text === null || name !== textOf) return
      const line = text.replace(/\s+/g, ' ').trim()
      text = null
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

function findAuthors({ meta, authorLinks }: ScannedPage): string[] {
  const named = [meta.get('author'), meta.get('article:author'), authorLinks].map((names = []) =>
    names
      .map((name) => name.replace(/^by\s+/i, '').trim())
      .filter((name) => name !== '' && name.length <= LONGEST_NAME && !isWebAddress(name)),
  )
  return [...new Set(named.find((names) => names.length > 0) ?? [])].slice(0, 100)
}

function isWebAddress(text: string | undefined): text is string {
  return /^https?:\/\/[^\s/]/i.test(text ?? '') && URL.canParse(text ?? '')
}
