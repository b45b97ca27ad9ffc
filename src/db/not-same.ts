import type { Tx } from './client.ts'
import { Prisma } from './generated/client/client.ts'

/** Which of these entities a person told apart: themselves, or what was merged into them. */
export async function readNotSame(
  tx: Tx,
  ids: readonly number[],
): Promise<(oneId: number, otherId: number) => boolean> {
  if (new Set(ids).size < 2) return () => false
  const rows = await tx.$queryRaw<{ a: number | bigint; b: number | bigint }[]>(Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT "value" AS "id" FROM json_each(${JSON.stringify(ids)})),
      members AS MATERIALIZED (SELECT "id", "id" AS "now" FROM asked
        UNION ALL SELECT e."id", q."id" FROM asked q CROSS JOIN "Entity" e ON e."mergedIntoId" = q."id")
    SELECT a."now" AS "a", b."now" AS "b" FROM members a CROSS JOIN "NotSame" n ON n."aId" = a."id"
      CROSS JOIN members b ON b."id" = n."bId"`)
  const pairs = new Set(rows.map(({ a, b }) => pairKey(Number(a), Number(b))))
  return (oneId, otherId) => pairs.has(pairKey(oneId, otherId))
}

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
