import { groupBy } from '../core/group-by.ts'
import type { ImportSummary, LeftOutItem } from '../ingestion/run-import.ts'

/** The counts, then what was left out, by reason, and what was refused, one a line. */
export function describeImport({
  created,
  updated,
  unchanged,
  stale,
  failed,
  skipped,
}: ImportSummary): string {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${stale} stale, ${failed.length} failed`
  const refused = failed.map(({ where, reason }) => `${where}: ${reason}`)
  return [counts, ...describeSkipped(skipped), ...refused].join('\n')
}

/** How many places are named of those with the same reason. */
const NAMED = 3

function describeSkipped(skipped: readonly LeftOutItem[]): string[] {
  const places = groupBy(skipped, ({ reason }) => reason)
  return [...places].map(([reason, items]) => {
    const named = items.slice(0, NAMED).map(({ where }) => where)
    const others = items.length > NAMED ? ` and ${items.length - NAMED} others` : ''
    return `${items.length} skipped: ${reason} (${named.join(', ')}${others})`
  })
}
