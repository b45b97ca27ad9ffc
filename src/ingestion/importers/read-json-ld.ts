import { parseTime } from '../parse-time.ts'
import { plainText } from '../plain-text.ts'

/** What schema.org's JSON-LD says of an article; null or empty for what it does not say. */
export interface JsonLdArticle {
  readonly identifier: string | null
  readonly urls: readonly string[]
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  /** As written: tags, or names of languages. */
  readonly languages: readonly string[]
  readonly publishedAt: Date | null
  readonly modifiedAt: Date | null
  /** The text, where the page gives it here too. */
  readonly body: string | null
}

/** NewsArticle, ReportageNewsArticle, LiveBlogPosting …, with or without the address of schema.org before it. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|\bReport)$/

type Node = Readonly<Record<string, unknown>>

/** The articles that the scripts of a page describe, outermost first. A script that is not JSON says nothing. */
export function readJsonLd(scripts: readonly string[]): readonly JsonLdArticle[] {
  const nodes = findNodes(scripts.map(parse))
  const byId = new Map(nodes.filter(isDescribed).map((node) => [node['@id'], node]))
  const resolve = (value: unknown): unknown =>
    isNode(value) ? (byId.get(value['@id']) ?? value) : value
  const textsOf = (value: unknown): string[] =>
    listOf(value).flatMap((item) => textOf(resolve(item)) || [])
  return nodes
    .filter((node) => textsOf(node['@type']).some((type) => ARTICLE_TYPE.test(type)))
    .map((node) => ({
      identifier: textsOf(node.identifier)[0] ?? null,
      urls: [node.url, node.mainEntityOfPage].flatMap(addressesOf),
      headline: [...textsOf(node.headline), ...textsOf(node.name)][0] ?? null,
      authors: textsOf(node.author),
      topics: [
        ...textsOf(node.articleSection),
        ...textsOf(node.keywords).flatMap((words) => words.split(',')),
      ],
      languages: listOf(node.inLanguage).flatMap((language) =>
        isNode(language) ? textsOf([language.alternateName, language.name]) : textsOf(language),
      ),
      publishedAt: timeOf(node.datePublished),
      modifiedAt: timeOf(node.dateModified),
      body: typeof node.articleBody === 'string' ? node.articleBody : null,
    }))
}

/** Templates often leave line feeds in strings, and CDATA or comments around it all. */
function parse(script: string): unknown {
  const json = script.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/\p{Cc}/gu, ' ')
  try {
    const end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'))
    return JSON.parse(json.slice(json.search(/[[{]/), end + 1))
  } catch {
    return null
  }
}

/** Breadth first: nodes in lists, in a graph, and what a page is mainly about. */
function findNodes(roots: readonly unknown[]): readonly Node[] {
  const open = [...roots]
  const nodes: Node[] = []
  for (const value of open) {
    if (Array.isArray(value)) {
      for (const item of value) open.push(item)
    } else if (isNode(value)) {
      nodes.push(value)
      open.push(value['@graph'], value.mainEntity)
    }
  }
  return nodes
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Not only named, by its id. */
const isDescribed = (node: Node): boolean =>
  typeof node['@id'] === 'string' && Object.keys(node).length > 1

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Of a text, a number, or a thing with a value or a name; entities are read. */
function textOf(value: unknown): string {
  const said = isNode(value) ? (value['@value'] ?? value.value ?? value.name) : value
  return typeof said === 'string' || typeof said === 'number' ? plainText(String(said)) : ''
}

const addressesOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap((item) => {
    const address = isNode(item) ? (item['@id'] ?? item.url) : item
    return typeof address === 'string' ? address.trim() : []
  })

const timeOf = (value: unknown): Date | null =>
  typeof value === 'string' ? parseTime(value) : null
