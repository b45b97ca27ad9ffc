/** Rows of an export, read page by page, so that memory does not grow with their number. */
export interface Rows<Row> {
  readonly count: () => Promise<number>
  readonly pages: () => AsyncIterable<readonly Row[]>
}

/**
 * Reads pages until one is short. Each starts behind the last row of the one before.
 *
 * @param read gets the last row so far, null at the start
 */
export async function* readPages<Row>(
  size: number,
  read: (last: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Row | null = null
  for (;;) {
    const page: readonly Row[] = await read(last)
    if (page.length > 0) yield page
    if (page.length < size) return
    last = page.at(-1) ?? null
  }
}
