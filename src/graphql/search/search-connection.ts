import type { FacetCount, facetCounts } from '../../db/search.ts'
import type { SnippetPart } from '../../db/search-snippets.ts'
import { Article } from '../articles/article.ts'
import { builder } from '../builder.ts'
import type { Connection } from '../connection.ts'
import { Organization } from '../entities/organization.ts'
import { Person } from '../entities/person.ts'
import { Place } from '../entities/place.ts'

type Facets = Awaited<ReturnType<typeof facetCounts>>

/** The page of a search; what is asked for rarely is found out only when it is. */
export interface SearchPage<Node> extends Omit<Connection<Node>, 'edges'> {
  readonly edges: readonly SearchEdge<Node>[]
  readonly facets: () => Promise<Facets>
}
export interface SearchEdge<Node> {
  readonly cursor: string
  readonly node: Node
  readonly score: number
  readonly snippet: () => Promise<readonly SnippetPart[]>
}

const SnippetPartObject = builder.objectRef<SnippetPart>('SnippetPart').implement({
  description: 'A piece of plain text. It is not HTML: escape it as any other text.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The piece, spaces included.' }),
    match: t.exposeBoolean('match', { description: 'Whether it is what was searched for.' }),
  }),
})

const FacetCountObject = builder.objectRef<FacetCount>('FacetCount').implement({
  description: 'How many hits have one value.',
  fields: (t) => ({
    value: t.exposeString('value', {
      description: 'For a filter: a type, a slug, or a month as 2025-12, in UTC.',
    }),
    label: t.exposeString('label', { description: 'For people.' }),
    count: t.exposeInt('count', { description: 'How many hits; more than 0.' }),
  }),
})

const SearchFacetsObject = builder.objectRef<Facets>('SearchFacets').implement({
  description: 'How all hits of a search are spread, most first.',
  fields: (t) => ({
    types: t.field({
      type: [FacetCountObject],
      description: 'Hits by SearchType.',
      resolve: ({ type }) => type,
    }),
    sources: t.field({
      type: [FacetCountObject],
      description: 'Articles by source: the 20 with the most.',
      resolve: ({ source }) => source,
    }),
    entities: t.field({
      type: [FacetCountObject],
      description:
        'Articles by the people, places and organizations they name: the 20 with the most.',
      resolve: ({ entity }) => entity,
    }),
    months: t.field({
      type: [FacetCountObject],
      description: 'Articles by month of publication: the latest 24 that have any, latest first.',
      resolve: ({ month }) => month,
    }),
  }),
})

export const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search finds.',
  types: [Article, Person, Place, Organization],
})

type Node = typeof SearchResult.$inferType

const SearchEdgeObject = builder.objectRef<SearchEdge<Node>>('SearchEdge').implement({
  description: 'A hit: what was found, why, and its cursor.',
  fields: (t) => ({
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      resolve: ({ node }) => node,
    }),
    cursor: t.string({
      description: 'The place of this hit in the search: for "after".',
      resolve: ({ cursor }) => cursor,
    }),
    score: t.exposeFloat('score', {
      description:
        'How well it fits, from 0 to 1: 1 is the best article of the search, or a name that is exactly the query. It says nothing across searches.',
    }),
    snippet: t.field({
      type: [SnippetPartObject],
      description:
        'The words around the match, or the name that matches; joined, the parts are the text. At most 24 words of an article.',
      resolve: async ({ snippet }) => [...(await snippet())],
    }),
  }),
})

export const SearchConnectionObject = builder
  .objectRef<SearchPage<Node>>('SearchConnection')
  .implement({
    description: 'A page of hits, best first.',
    fields: (t) => ({
      edges: t.field({
        type: [SearchEdgeObject],
        description: 'The hits, in order.',
        resolve: ({ edges }) => [...edges],
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where the page begins and ends.',
        resolve: ({ pageInfo }) => pageInfo,
      }),
      totalCount: t.int({
        description: 'How many hits the whole search has. Counted only when asked for.',
        resolve: ({ totalCount }) => totalCount(),
      }),
      facets: t.field({
        type: SearchFacetsObject,
        description: 'How all its hits are spread. Counted only when asked for.',
        resolve: ({ facets }) => facets(),
      }),
    }),
  })
