import type { Db } from './client.ts'
import { Prisma } from './generated/client/client.ts'

/** Pages of the index that one transaction merges: others may write in between. */
const PAGES = 500
const INDEXES = ['article_fts', 'alias_fts'] as const

/**
 * Makes the file forget what was deleted. Rows are overwritten as they are deleted (secure_delete); words
 * stay in older parts of the full-text indexes until those are merged, and pages in the WAL file until it
 * is emptied. Backups are not touched.
 */
export async function purgeDeleted(db: Db): Promise<void> {
  for (const index of INDEXES) {
    // A negative number starts a merge of everything, positive ones go on with it.
    for (let pages = -PAGES; await merge(db, index, pages); pages = PAGES);
  }
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
}

/** One step. Says whether there was anything to do: FTS5 changes less than two rows when there was not. */
function merge(db: Db, index: (typeof INDEXES)[number], pages: number): Promise<boolean> {
  const table = Prisma.raw(`"${index}"`)
  return db.$transaction(async (tx) => {
    const before = await totalChanges(tx)
    await tx.$executeRaw`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`
    return (await totalChanges(tx)) - before >= 2
  })
}

async function totalChanges(tx: Prisma.TransactionClient): Promise<number> {
  const [row] = await tx.$queryRaw<{ changes: bigint | number }[]>`
    SELECT total_changes() AS "changes"`
  return Number(row?.changes ?? 0)
}
