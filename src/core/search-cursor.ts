import { InvalidInputError } from './app-error.ts'

/** What a search lists: articles, and people, places and organizations by their names. */
export type HitKind = 'article' | 'entity'

/**
 * A place in the hits of one search. A score depends on all articles there are, so a key made of it would move when
 * others come in. The cursor rather says what was already given: the next page is the best of the rest, and no hit comes
 * twice or is missed, whatever happens to the scores. What came in after the first page stays out.
 */
export interface SearchPlace {
  /** Ids that were given, by kind. */
  readonly given: Readonly<Record<HitKind, readonly number[]>>
  /** The largest id among the hits of the first page's search. */
  readonly newest: Readonly<Record<HitKind, number>>
}

/** Hits that one may page through: the cursor names them all, 2 to 4 characters each. */
export const MAX_SEARCH_DEPTH = 1_000

/** @param search a fingerprint of the query and its filter: a cursor is good for one search only */
export function encodeSearchCursor({ given, newest }: SearchPlace, search: string): string {
  const parts = [newest.article, newest.entity, toDeltas(given.article), toDeltas(given.entity)]
  return Buffer.from(JSON.stringify(['search', search, ...parts])).toString('base64url')
}

/** @throws {InvalidInputError} when it is no cursor of this search, or too deep in it */
export function decodeSearchCursor(cursor: string, search: string): SearchPlace {
  const [name, cursorOf, article, entity, articles, entities] = parse(cursor)
  if (
    name !== 'search' ||
    !isId(article) ||
    !isId(entity) ||
    !isIds(articles) ||
    !isIds(entities)
  ) {
    throw new InvalidInputError(
      '"after" is not a cursor of a search: use a value of "cursor" or "endCursor" as it came.',
      'after',
    )
  }
  if (cursorOf !== search) {
    throw new InvalidInputError(
      '"after" is a cursor of another search: start again without it after changing "query", "types" or "filter".',
      'after',
    )
  }
  if (articles.length + entities.length >= MAX_SEARCH_DEPTH) {
    throw new InvalidInputError(
      `A search gives at most ${MAX_SEARCH_DEPTH} hits: narrow it with more words or with "filter", such as publishedAt.`,
      'after',
    )
  }
  return {
    given: { article: fromDeltas(articles), entity: fromDeltas(entities) },
    newest: { article, entity },
  }
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isIds = (value: unknown): value is number[] => Array.isArray(value) && value.every(isId)

/** Sorted, each as its distance from the one before: short numbers. */
function toDeltas(ids: readonly number[]): number[] {
  const sorted = [...ids].sort((a, b) => a - b)
  return sorted.map((id, i) => id - (sorted[i - 1] ?? 0))
}

function fromDeltas(deltas: readonly number[]): number[] {
  let id = 0
  return deltas.map((delta) => {
    id += delta
    return id
  })
}
