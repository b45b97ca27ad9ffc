/**
 * The first index from `low` up to `high` (exclusive) for which `isBefore` is false, `high` where
 * there is none; binary search, so `isBefore` must not become true again behind that index.
 */
export function partitionPoint(
  low: number,
  high: number,
  isBefore: (index: number) => boolean,
): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isBefore(middle)) from = middle + 1
    else to = middle
  }
  return from
}
