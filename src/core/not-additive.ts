import type { ClaimSlot } from './claim-slots.ts'
import { isShare } from './comparable-unit.ts'

export type Aggregation = 'FLOW' | 'CUMULATIVE' | 'STOCK' | 'RATIO'

/** Whether one place is, or lies in, another of the sets; no place at all means anywhere. */
export type PlacesOverlap = (a: readonly number[], b: readonly number[]) => boolean

const NEVER: Readonly<Record<Exclude<Aggregation, 'FLOW'>, string>> = {
  CUMULATIVE: 'each value of a CUMULATIVE metric already contains the ones before it',
  STOCK: 'values of a STOCK metric are levels at different times',
  RATIO: 'shares and rates (RATIO) do not add up',
}

/** How values combine: a share is a RATIO whatever its metric. */
export const aggregationOf = (metric: Aggregation, unit: string | null): Aggregation =>
  isShare(unit) ? 'RATIO' : metric

/** Why the values of these slots must not be added up; null where they may be. */
export function whyNotAdditive(
  slots: readonly ClaimSlot[],
  { aggregation, overlap }: { aggregation: Aggregation; overlap: PlacesOverlap },
): string | null {
  if (slots.length < 2) return null
  if (aggregation !== 'FLOW') return NEVER[aggregation]
  const ordered = [...slots].sort((a, b) => a.start.getTime() - b.start.getTime())
  for (const [i, slot] of ordered.entries()) {
    for (const other of ordered.slice(i + 1)) {
      if (other.start >= slot.end) break
      if (overlap(slot.placeIds, other.placeIds))
        return `${about(slot)} and ${about(other)} overlap`
    }
  }
  return null
}

function about({ start, end, placeIds, claims }: ClaimSlot): string {
  const where = placeIds.length === 0 ? 'without a place' : `in ${placeIds.length} place(s)`
  const { value, minValue, maxValue } = claims[0]
  const number = value ?? `${minValue ?? ''} to ${maxValue ?? ''}`
  return `${number} (${start.toISOString().slice(0, 10)} to ${end.toISOString().slice(0, 10)}, ${where})`
}
