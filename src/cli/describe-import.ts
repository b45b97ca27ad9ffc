import type { ImportSummary } from '../ingestion/run-import.ts'

/** The counts, then what was left out or refused, one a line. */
export function describeImport({
  created,
  updated,
  unchanged,
  stale,
  failed,
  skipped,
}: ImportSummary): string {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${stale} stale, ${failed.length} failed`
  const others =
    skipped.length > 0 ? [`${skipped.length} files are no articles: ${skipped.join(', ')}`] : []
  return [counts, ...others, ...failed.map(({ where, reason }) => `${where}: ${reason}`)].join('\n')
}
