import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { schema } from '../../src/graphql/schema.ts'
import type { TestApp } from './test-app.ts'

/** Ids, slugs, keys and words to ask with, of what the asker may see and of what not. */
export interface Asked {
  readonly ids: readonly string[]
  readonly articles: readonly string[]
  readonly urls: readonly string[]
  readonly entities: readonly string[]
  readonly metrics: readonly string[]
  readonly words: readonly string[]
}

const text = (value: unknown): string => JSON.stringify(value)
const slugs = (values: readonly string[]): string[] => values.map((slug) => `(slug: ${text(slug)})`)
const page = ['(first: 4)']

/** How each field of Query is asked. One that is new has to be added: a test compares the names. */
export const QUERIES: Readonly<Record<string, (asked: Asked) => readonly string[]>> = {
  // Each id by itself would be the same, many times.
  node: ({ ids }) => ids.slice(0, 1).map((id) => `(id: ${text(id)})`),
  nodes: ({ ids }) => chunks(ids, MAX_IDS).map((some) => `(ids: ${text(some)})`),
  viewer: () => [''],
  article: ({ articles, urls }) => [
    ...slugs(articles),
    ...urls.map((url) => `(url: ${text(url)})`),
  ],
  articles: () => [
    '(first: 4)',
    '(first: 4, orderBy: { field: HEADLINE, direction: ASC })',
    '(first: 4, asOf: "2025-12-24T11:30:00Z")',
  ],
  withdrawal: ({ articles }) => slugs(articles),
  withdrawals: () => page,
  entity: ({ entities }) => slugs(entities),
  // The same row as "entity" finds, which is asked for all of them.
  person: ({ entities }) => slugs(entities.slice(0, SOME)),
  place: ({ entities }) => slugs(entities.slice(0, SOME)),
  organization: ({ entities }) => slugs(entities.slice(0, SOME)),
  entities: () => [
    '(first: 4)',
    '(first: 4, orderBy: { field: NAME, direction: DESC })',
    '(first: 4, orderBy: { field: CREATED_AT, direction: DESC })',
  ],
  people: () => page,
  places: () => page,
  organizations: () => page,
  metric: ({ metrics }) => metrics.map((key) => `(key: ${text(key)})`),
  metrics: () => page,
  figures: () => ['(first: 4)', '(first: 4, orderBy: { field: VALUE, direction: DESC })'],
  claims: () => page,
  conflicts: () => page,
  figureAggregates: () =>
    ['METRIC', 'PLACE', 'CLAIMANT', 'PERIOD'].map((by) => `(first: 4, groupBy: ${by})`),
  figureSeries: ({ metrics }) =>
    metrics.map((key) => `(metric: ${text(key)}, interval: AS_REPORTED)`),
  figuresByPlace: ({ metrics }) => metrics.map((key) => `(metric: ${text(key)})`),
  search: ({ words }) => words.map((word) => `(query: ${text(word)}, first: 4)`),
  sources: () => page,
  reviewQueue: () => ['(first: 4)', '(first: 4, status: REJECTED)'],
  mergeSuggestions: () => page,
  auditEvents: () => page,
  ingestions: () => page,
  ingestion: ({ ids }) => ids.filter(isOf('Ingestion')).map((id) => `(id: ${text(id)})`),
  webhooks: () => page,
  webhookDeliveries: () => page,
}

const SOME = 8

/** The server looks up so many at once. */
const MAX_IDS = 20
const chunks = <T>(all: readonly T[], size: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  )

const isOf =
  (type: string) =>
  (id: string): boolean =>
    atob(id).startsWith(`${type}:`)

/** Arguments that fields of other types need, and those that show more than the defaults. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  timeline: '(interval: DAY)',
  revisionAsOf: '(time: "2025-12-24T12:00:00Z")',
}

/** Every GET route of the application, as it is written there, and the addresses to ask. */
export const ROUTES: Readonly<Record<string, (asked: Asked) => readonly string[]>> = {
  '/': () => ['/'],
  '/health': () => ['/health'],
  '/favicon.ico': () => [],
  '/pages.css': () => [],
  '/sitemap.xml': () => ['/sitemap.xml'],
  '/sitemap-news.xml': () => ['/sitemap-news.xml'],
  '/articles/:slug{[^/.]+}': ({ articles }) => articles.map((slug) => `/articles/${slug}`),
  '/articles/:file{[^/.]+\\.jsonld}': ({ articles }) =>
    articles.map((slug) => `/articles/${slug}.jsonld`),
  '/articles/:file{[^/.]+\\.ninjs\\.json}': ({ articles }) =>
    articles.map((slug) => `/articles/${slug}.ninjs.json`),
  '/articles/:file{[^/.]+\\.md}': ({ articles }) => articles.map((slug) => `/articles/${slug}.md`),
  '/entities/:slug{[^/.]+}': ({ entities }) => entities.map((slug) => `/entities/${slug}`),
  '/metrics/:key{[^/.]+}': ({ metrics }) => metrics.map((key) => `/metrics/${key}`),
  '/charts/:file{[^/]+\\.svg}': ({ metrics }) => metrics.map((key) => `/charts/${key}.svg`),
  '/export/figures.csv': () => ['/export/figures.csv'],
  '/export/figures.ndjson': () => ['/export/figures.ndjson'],
  '/export/figures.geojson': () => ['/export/figures.geojson'],
  '/export/places.geojson': () => ['/export/places.geojson'],
  ...Object.fromEntries(
    ['xml', 'atom', 'json'].flatMap((format) => [
      [`/feed.${format}`, () => [`/feed.${format}`]],
      [
        `/entities/:key/feed.${format}`,
        ({ entities }: Asked) => entities.map((slug) => `/entities/${slug}/feed.${format}`),
      ],
      [
        `/metrics/:key/feed.${format}`,
        ({ metrics }: Asked) => metrics.map((key) => `/metrics/${key}/feed.${format}`),
      ],
    ]),
  ),
}

/** Rows of lists inside others, and objects inside objects that are followed. */
const NESTED_ROWS = 3
const DEPTH = 2
/** Fields of one request: the server takes so many. */
const MAX_FIELDS = 500

/** Every query of the table with everything that can be selected, in as many requests as the limits ask for. */
function everyQuery(asked: Asked, depth = DEPTH): string[] {
  const fields = schema.getQueryType()?.getFields() ?? {}
  return Object.entries(QUERIES).flatMap(([name, ask]) => {
    const field = fields[name]
    return field === undefined ? [] : ask(asked).flatMap((args) => requests(field, args, depth))
  })
}

function requests(
  field: GraphQLField<unknown, unknown>,
  args: string,
  depth: number,
): readonly string[] {
  const selected = selections(field.type, depth, true)
  return packed(selected).map((part) => `{ ${field.name}${args} ${part} }`)
}

/** Selections in braces, of at most so many fields each; connections and fragments are opened to be shared out. */
function packed(selected: readonly string[]): string[] {
  const parts: string[][] = [[]]
  let size = 0
  for (const one of selected) {
    const fields = one.split(/[\s{}]+/).length
    if (size + fields > MAX_FIELDS) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(one)
    size += fields
  }
  return parts.map((part) => (part.length === 0 ? '' : `{ ${part.join(' ')} }`))
}

/** All fields of a type; of its objects theirs, so many levels deep. */
function selections(type: GraphQLOutputType, depth: number, isRoot = false): string[] {
  const named = getNamedType(type)
  if (isLeafType(named)) return []
  if (isAbstractType(named)) {
    if (named.name === 'Node' && !isRoot) return ['__typename', 'id']
    const types = schema.getPossibleTypes(named)
    const all = types.flatMap((type) =>
      fieldsOf(type, depth, isRoot).map((selected) => ({ type, selected })),
    )
    return [
      '__typename',
      ...all.map(({ type, selected }) => {
        const isUnlike = all.some(
          (other) =>
            nameOf(other.selected) === nameOf(selected) &&
            typeOf(other) !== typeOf({ type, selected }),
        )
        return `... on ${type.name} { ${isUnlike ? `${type.name}_${nameOf(selected)}: ` : ''}${selected} }`
      }),
    ]
  }
  return isObjectType(named) ? fieldsOf(named, depth, isRoot) : []
}

const nameOf = (selected: string): string => /^\w*/.exec(selected)?.[0] ?? ''

/** Types of one union may have fields of one name and different types, which need names of their own. */
const typeOf = ({ type, selected }: { type: GraphQLObjectType; selected: string }): string =>
  `${type.getFields()[nameOf(selected)]?.type} ${selected}`

function fieldsOf(
  type: Extract<GraphQLNamedType, { getFields(): unknown }>,
  depth: number,
  isRoot: boolean,
): string[] {
  if (!('getInterfaces' in type)) return []
  return Object.values(type.getFields()).flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return [`${field.name}${argumentsOf(type, field)}`]
    // What wraps the rows of a list is no level of its own.
    const isWrapper = ['edges', 'node'].includes(field.name)
    if (depth === 0 && !isWrapper) return []
    const inside = selections(field.type, isWrapper ? depth : depth - 1, isRoot && isWrapper)
    if (inside.length === 0) return []
    const named = `${field.name}${argumentsOf(type, field)}`
    // At the root each field of a row is selected by itself, so that they can be shared out.
    return isRoot && isWrapper
      ? ['cursor', ...inside].flatMap((one) =>
          one === 'cursor' && field.name !== 'edges' ? [] : [`${named} { ${one} }`],
        )
      : [`${named} { ${inside.join(' ')} }`]
  })
}

function argumentsOf(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): string {
  const given = ARGUMENTS[field.name]
  if (given !== undefined) return given
  const needed = field.args.filter(isRequiredArgument).map(({ name }) => name)
  if (needed.length > 0) {
    throw new Error(`${type.name}.${field.name} needs ${needed.join(', ')}: say which in ARGUMENTS`)
  }
  return field.args.some(({ name }) => name === 'first') ? `(first: ${NESTED_ROWS})` : ''
}

export interface Answered {
  readonly asked: string
  /** The data, or the body with what its headers tell. */
  readonly text: string
  /** The errors, which may quote what was asked. */
  readonly refusal: string
}

/** What the server answers to every query and every address, as the public unless given a key. */
export async function everyAnswer(
  { app, ask }: TestApp,
  asked: Asked,
  { key, depth }: { readonly key?: string | undefined; readonly depth?: number } = {},
): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const query of everyQuery(asked, depth)) {
    const { data, errors } = await ask(query, key === undefined ? {} : { key })
    answers.push({
      asked: query,
      text: JSON.stringify(data),
      refusal: JSON.stringify(errors.map(({ message }) => message)),
    })
  }
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
  for (const path of Object.values(ROUTES).flatMap((paths) => paths(asked))) {
    const response = await app.request(path, { headers })
    const told = ['location', 'link', 'content-disposition'].map((name) =>
      response.headers.get(name),
    )
    const text = `${told.join(' ')}\n${await response.text()}`
    const isRefusal = response.status >= 400
    answers.push({ asked: path, text: isRefusal ? '' : text, refusal: isRefusal ? text : '' })
  }
  return answers
}

/** Every id, slug and key that is stored, and such as were. */
export async function everythingToAsk(
  { db }: TestApp,
  { words, more = [] }: { readonly words: readonly string[]; readonly more?: readonly string[] },
): Promise<Asked> {
  const id = (type: string) => (row: { id: number }) => btoa(`${type}:${row.id}`)
  const articles = await db.article.findMany({ include: { urls: true } })
  const entities = await db.entity.findMany({ include: { formerSlugs: true } })
  const metrics = await db.metric.findMany()
  const typeNames = { PERSON: 'Person', PLACE: 'Place', ORGANIZATION: 'Organization' } as const
  return {
    ids: [
      ...articles.map(id('Article')),
      ...entities.map((row) => id(typeNames[row.type])(row)),
      ...metrics.map(id('Metric')),
      ...(await db.articleRevision.findMany()).map(id('ArticleRevision')),
      ...(await db.mention.findMany()).map(id('Mention')),
      ...(await db.figure.findMany()).map(id('Figure')),
      ...(await db.claim.findMany()).map(id('Claim')),
      ...(await db.source.findMany()).map(id('Source')),
      ...more,
    ],
    articles: articles.map(({ slug }) => slug),
    urls: articles.flatMap(({ urls }) => urls.map(({ url }) => url)),
    entities: entities.flatMap(({ slug, formerSlugs }) => [
      slug,
      ...formerSlugs.map((former) => former.slug),
    ]),
    metrics: metrics.map(({ key }) => key),
    words,
  }
}
