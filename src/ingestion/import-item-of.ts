import type { CmsEvent } from '../actions/cms-event.ts'
import type { ImportItem } from './importer.ts'

/** What a payload in a file comes to. */
export function importItemOf(
  event: CmsEvent,
  { source, where }: { readonly source: string; readonly where: string },
): ImportItem {
  if (event.kind === 'SAVE') return { where, input: event.input }
  if (event.kind === 'IGNORE') return { where, skipped: event.reason }
  const { externalId, at } = event
  return { where, removed: { source, externalId, at } }
}
