/** Rows that one statement deletes: others may write in between. */
const BATCH = 500

interface Row {
  readonly id: number
  readonly at: Date
}

/**
 * Deletes the rows of before a time, oldest first, a few hundred at a time, and says how many.
 *
 * @param oldest the rows that may be deleted, in the order of their ids, which is that of their times
 * @param remove deletes those of them that may still be
 */
export async function pruneOldest(
  before: Date,
  {
    oldest,
    remove,
  }: {
    readonly oldest: (limit: number) => Promise<readonly Row[]>
    readonly remove: (ids: number[]) => Promise<{ readonly count: number }>
  },
): Promise<number> {
  for (let pruned = 0; ; ) {
    const rows = (await oldest(BATCH)).filter(({ at }) => at < before)
    const { count } = await remove(rows.map(({ id }) => id))
    pruned += count
    if (rows.length < BATCH || count === 0) return pruned
  }
}
