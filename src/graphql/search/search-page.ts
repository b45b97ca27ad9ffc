import { encodeSearchCursor, type SearchPlace } from '../../core/search-cursor.ts'
import { countHits, facetCounts, type SearchHit, searchHits } from '../../db/search.ts'
import type { Search } from '../../db/search-hits.ts'
import { type Snippets, searchSnippets, snippetKey } from '../../db/search-snippets.ts'
import { loadResults, type Request, type Result } from './load-results.ts'
import type { SearchEdge, SearchPage } from './search-connection.ts'

interface PageOfSearch {
  readonly search: Search
  /** Fingerprint of the search, for its cursors. */
  readonly identity: string
  readonly place: SearchPlace | null
  readonly size: number
}

/** One page: a statement for the hits, one for each kind of thing found, and more only for what is asked of them. */
export async function searchPage(
  { search, identity, place, size }: PageOfSearch,
  request: Request,
): Promise<SearchPage<Result>> {
  const { db, viewer } = request.context
  const { hits, newest } = await searchHits(db, search, { viewer, place, size: size + 1 })
  const kept = hits.slice(0, size)
  const results = await loadResults(kept, request)

  let snippets: Promise<Snippets> | undefined
  const edges = kept.flatMap((hit, i): SearchEdge<Result>[] => {
    const node = results.get(snippetKey(hit))
    if (node === undefined) return []
    return [
      {
        node,
        score: hit.score,
        // As long as all hits before it: made only where it is read.
        get cursor() {
          return encodeSearchCursor(
            { given: givenBy(place, kept.slice(0, i + 1)), newest },
            identity,
          )
        },
        snippet: async () => {
          snippets ??= searchSnippets(db, search.query, { hits: kept, viewer })
          return (await snippets).get(snippetKey(hit)) ?? []
        },
      },
    ]
  })
  return {
    edges,
    pageInfo: {
      hasNextPage: hits.length > size,
      hasPreviousPage: place !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    },
    totalCount: () => countHits(db, search, viewer),
    facets: () => facetCounts(db, search, viewer),
  }
}

function givenBy(place: SearchPlace | null, hits: readonly SearchHit[]): SearchPlace['given'] {
  const idsOf = (kind: SearchHit['kind']) => [
    ...(place?.given[kind] ?? []),
    ...hits.filter((hit) => hit.kind === kind).map(({ id }) => id),
  ]
  return { article: idsOf('article'), entity: idsOf('entity') }
}
