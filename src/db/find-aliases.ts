import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'

export interface NameLookup {
  /** Index of the found entity that it is for. */
  readonly found: number
  readonly type: 'PERSON' | 'PLACE' | 'ORGANIZATION'
  readonly by: 'nameKey' | 'transliterationKey' | 'initials'
  readonly value: string | { readonly gte: string; readonly lt: string }
}

interface AliasRow {
  /** Index of the lookup. */
  readonly lookup: number
  readonly entityId: number
  readonly name: string
  readonly kind: 'NAME' | 'SHORT' | 'TRANSLITERATION' | 'FORMER'
  readonly provenance: 'EXTRACTOR' | 'HUMAN' | 'CMS'
}

/** Names that one lookup reads: more than people choose from. */
const MAX_ROWS = 20

/** The names that each lookup finds, oldest first, in one statement; and which found entities have more than were read. */
export async function readAliases(
  tx: Tx,
  lookups: readonly NameLookup[],
): Promise<{ readonly rows: readonly AliasRow[]; readonly cut: ReadonlySet<number> }> {
  const wanted = lookups.map(({ type, by, value }, lookup) => ({
    lookup,
    type,
    by: typeof value === 'string' ? by : `${by} range`,
    ...(typeof value === 'string' ? { gte: value, lt: null } : value),
  }))
  if (wanted.length === 0) return { rows: [], cut: new Set() }
  const selects = [...new Set(wanted.map(({ by }) => by))].map(
    (by) => Prisma.sql`
      SELECT w."lookup", n."id", n."entityId", n."name", n."kind", n."provenance",
        ROW_NUMBER() OVER (PARTITION BY w."lookup" ORDER BY n."id") AS "rank"
      FROM wanted w CROSS JOIN "Alias" n ON ${matches(by)}
        CROSS JOIN "Entity" e ON e."id" = n."entityId" AND e."type" = w."type"
      WHERE w."by" = ${by}`,
  )
  const found = await tx.$queryRaw<
    {
      lookup: number | bigint
      entityId: number | bigint
      name: string
      kind: AliasRow['kind']
      provenance: AliasRow['provenance']
      rank: number | bigint
    }[]
  >(Prisma.sql`
    WITH wanted AS MATERIALIZED (
      SELECT "value" ->> 'lookup' AS "lookup", "value" ->> 'type' AS "type", "value" ->> 'by' AS "by",
        "value" ->> 'gte' AS "gte", "value" ->> 'lt' AS "lt" FROM json_each(${JSON.stringify(wanted)}))
    SELECT * FROM (${Prisma.join(selects, ' UNION ALL ')}) WHERE "rank" <= ${MAX_ROWS + 1}
    ORDER BY "lookup", "id"`)
  const rows = found.map(({ lookup, entityId, rank, ...row }) => ({
    lookup: Number(lookup),
    entityId: Number(entityId),
    rank: Number(rank),
    ...row,
  }))
  return {
    rows: rows.filter(({ rank }) => rank <= MAX_ROWS),
    cut: new Set(
      rows.filter(({ rank }) => rank > MAX_ROWS).map(({ lookup }) => lookups[lookup]?.found ?? -1),
    ),
  }
}

function matches(by: string): Prisma.Sql {
  if (by === 'nameKey') return Prisma.sql`n."nameKey" = w."gte"`
  if (by === 'initials') return Prisma.sql`n."initials" = w."gte"`
  if (by === 'transliterationKey') return Prisma.sql`n."transliterationKey" = w."gte"`
  return by === 'nameKey range'
    ? Prisma.sql`n."nameKey" >= w."gte" AND n."nameKey" < w."lt"`
    : Prisma.sql`n."transliterationKey" >= w."gte" AND n."transliterationKey" < w."lt"`
}
