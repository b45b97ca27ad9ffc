import type { HitKind } from '../core/search-cursor.ts'
import { articleMatch, nameMatch } from '../core/search-match.ts'
import type { SearchNode } from '../core/search-query.ts'
import { closeUp } from '../core/space-out.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'
import type { SearchHit } from './search.ts'
import { type Viewer, visibleAliasSql } from './visibility.ts'

/** A piece of text, and whether it is what was searched for. */
export interface SnippetPart {
  readonly text: string
  readonly match: boolean
}

export type Snippets = ReadonlyMap<string, readonly SnippetPart[]>

/** Words of an article in a snippet. */
const SNIPPET_WORDS = 24
/** On both sides of a match: a control character, which cleaning takes out of every text. */
const MARK = '\u{2}'
const MARKS = Prisma.sql`${MARK}, ${MARK}`

/** Of a column of "article_fts" by its number; -1 is the one that matches best. */
const piece = (column: number): Prisma.Sql =>
  Prisma.sql`snippet("article_fts", ${column}, ${MARKS}, '…', ${SNIPPET_WORDS})`

/** Why each of these hits is one: of an article the best piece of its text, of an entity the name that matches best. */
export async function searchSnippets(
  db: Db,
  query: SearchNode,
  {
    hits,
    viewer,
  }: { readonly hits: readonly Pick<SearchHit, 'kind' | 'id'>[]; readonly viewer: Viewer },
): Promise<Snippets> {
  const idsOf = (kind: HitKind) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
  const [articles, entities, names] = [idsOf('article'), idsOf('entity'), nameMatch(query)]
  const match = articleMatch(query)
  const rows: SnippetRow[] = []
  if (articles.length > 0) {
    rows.push(
      ...(await db.$queryRaw<SnippetRow[]>(Prisma.sql`
        WITH "inBody" AS MATERIALIZED (SELECT rowid AS "id", ${piece(2)} AS "text" FROM "article_fts"
          WHERE "article_fts" MATCH ${match} AND rowid IN ${listed(articles)})
        SELECT 'article' AS "kind", b."id", CASE WHEN instr(b."text", ${MARK}) THEN b."text" ELSE
          (SELECT CASE WHEN instr(${piece(0)}, ${MARK}) THEN ${piece(0)} ELSE ${piece(-1)} END
            FROM "article_fts" WHERE "article_fts" MATCH ${match} AND rowid = b."id") END AS "text"
        FROM "inBody" b`)),
    )
  }
  if (entities.length > 0 && names !== null) {
    rows.push(
      ...(await db.$queryRaw<SnippetRow[]>(Prisma.sql`
        SELECT 'entity' AS "kind", COALESCE(o."mergedIntoId", o."id") AS "id", highlight("alias_fts", 0, ${MARKS}) AS "text"
        FROM "alias_fts" CROSS JOIN "Alias" n ON n."id" = "alias_fts".rowid CROSS JOIN "Entity" o ON o."id" = n."entityId"
        WHERE "alias_fts" MATCH ${names} AND ${visibleAliasSql(viewer)}
          AND COALESCE(o."mergedIntoId", o."id") IN ${listed(entities)}
        ORDER BY bm25("alias_fts") DESC, n."id" DESC`)), // the last one of an entity is kept: the best
    )
  }
  return new Map(
    rows.map(({ kind, id, text }) => [snippetKey({ kind, id: Number(id) }), readMarks(text)]),
  )
}

interface SnippetRow {
  readonly kind: HitKind
  readonly id: number | bigint
  readonly text: string
}

export const snippetKey = ({ kind, id }: Pick<SearchHit, 'kind' | 'id'>): string => `${kind} ${id}`

/** Split at the marks, every second piece is a match. */
const readMarks = (text: string): SnippetPart[] =>
  closeUp(text)
    .split(MARK)
    .map((piece, i) => ({ text: piece, match: i % 2 === 1 }))
    .filter((part) => part.text !== '')
