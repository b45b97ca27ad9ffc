import type { Key, Order, Page } from '../core/page.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'
import { pageSql } from './keyset.ts'
import { type Viewer, visibleArticleSql } from './visibility.ts'

type ReviewKind = 'FIGURE' | 'MENTION'

export interface QueueFilter {
  readonly kinds: readonly ReviewKind[]
  readonly status: 'UNREVIEWED' | 'ACCEPTED' | 'AMENDED' | 'REJECTED'
  /** 0 to 1, inclusive. */
  readonly maxConfidence: number
}

export interface QueuedRow {
  readonly kind: ReviewKind
  readonly id: number
  readonly key: Key
}

const TABLES = { FIGURE: Prisma.sql`"Figure"`, MENTION: Prisma.sql`"Mention"` }

/** Rows of current texts that the viewer may see; the table's alias is "x". */
function queued(viewer: Viewer, { status, maxConfidence }: QueueFilter, kind: ReviewKind) {
  return Prisma.sql`${TABLES[kind]} x CROSS JOIN "Article" a ON a."id" = x."articleId"
    WHERE x."reviewStatus" = ${status} AND x."current" = ${true} AND x."confidence" <= ${maxConfidence}
      AND ${visibleArticleSql(viewer)}`
}

/** One page of what waits for review: each kind is one walk along an index of confidences. */
export async function reviewQueue(
  db: Db,
  viewer: Viewer,
  { filter, order, page }: { filter: QueueFilter; order: Order; page: Page },
): Promise<QueuedRow[]> {
  const size = page.size + 1
  const selects = filter.kinds.map((kind) => {
    const { bounds, orderBy } = pageSql(order, page, { kind: Prisma.sql`${kind}` })
    return Prisma.sql`SELECT * FROM (
      SELECT ${kind} AS "kind", x."confidence" AS "confidence", x."id" AS "id"
      FROM ${queued(viewer, filter, kind)} ${bounds} ORDER BY ${orderBy} LIMIT ${size})`
  })
  if (selects.length === 0) return []
  const { orderBy } = pageSql(order, page)
  const rows = await db.$queryRaw<{ kind: ReviewKind; confidence: number; id: number | bigint }[]>(
    Prisma.sql`SELECT * FROM (${Prisma.join(selects, ' UNION ALL ')}) x ORDER BY ${orderBy} LIMIT ${size}`,
  )
  return rows.map(({ kind, confidence, id }) => ({
    kind,
    id: Number(id),
    key: [confidence, kind, Number(id)],
  }))
}

export async function reviewQueueLength(
  db: Db,
  viewer: Viewer,
  filter: QueueFilter,
): Promise<number> {
  let total = 0
  for (const kind of filter.kinds) {
    const [row] = await db.$queryRaw<{ total: number | bigint }[]>(
      Prisma.sql`SELECT COUNT(*) AS "total" FROM ${queued(viewer, filter, kind)}`,
    )
    total += Number(row?.total ?? 0)
  }
  return total
}
