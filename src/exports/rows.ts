/** Rows of an export, read page by page, so that memory does not grow with their number. */
export interface Rows<Row> {
  readonly count: () => Promise<number>
  readonly pages: () => AsyncIterable<readonly Row[]>
}

/**
 * Reads pages until one is empty: a short one may have lost rows since their keys were read. Each starts behind the last row of
 * the one before.
 *
 * @param read gets the last row so far, null at the start
 */
export async function* readPages<Row>(
  read: (last: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let page = await read(null)
  while (page.length > 0) {
    yield page
    page = await read(page.at(-1) ?? null)
  }
}
