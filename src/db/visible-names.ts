import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { type Viewer, visibleNameSql } from './visibility.ts'

/** What the viewer may call each of these entities. */
export async function visibleNames(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db.$queryRaw<{ id: number | bigint; name: string }[]>(Prisma.sql`
    SELECT e."id", ${visibleNameSql(viewer)} AS "name" FROM "Entity" e
    WHERE e."id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(rows.map(({ id, name }) => [Number(id), name]))
}
