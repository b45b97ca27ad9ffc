import type { CmsEvent } from '../actions/cms-event.ts'
import type { ImportItem } from './importer.ts'

/** What a payload in a file comes to. An import brings texts; it takes none back. */
export function importItemOf(event: CmsEvent, where: string): ImportItem {
  if (event.kind === 'SAVE') return { where, input: event.input }
  const reason =
    event.kind === 'IGNORE' ? event.reason : 'It is no longer public: nothing to import.'
  return { where, reason }
}
