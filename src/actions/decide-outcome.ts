import { isAddress } from '../core/is-address.ts'
import type { ArticleDraft } from './article-draft.ts'

export type IngestOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'STALE'

/** What is stored of an article that a draft may replace. */
export interface StoredArticle {
  readonly externalId: string
  readonly payloadHash: string
  readonly modifiedAt: Date | null
  /** The CMS's names of all its revisions, oldest first. */
  readonly externalRevisions: readonly (string | null)[]
}

/**
 * The same payload again is UNCHANGED, whenever it comes. One that the CMS itself calls older, by
 * its time or by the name of a revision that was replaced, is STALE. Everything else is news.
 *
 * Of an article that came in another way too, the id of the CMS takes the place of an address; a feed or a page, which
 * knows it by address only, is news only where it says that it is newer.
 */
export function decideOutcome(stored: StoredArticle | null, draft: ArticleDraft): IngestOutcome {
  if (stored === null) return 'CREATED'
  if (stored.payloadHash === draft.payloadHash) return 'UNCHANGED'
  if (draft.externalId !== stored.externalId) {
    if (!isAddress(draft.externalId)) return 'UPDATED'
    const { modifiedAt } = draft
    const isNewer = modifiedAt && stored.modifiedAt && modifiedAt > stored.modifiedAt
    return isNewer ? 'UPDATED' : 'UNCHANGED'
  }
  if (draft.modifiedAt !== null && stored.modifiedAt !== null) {
    return draft.modifiedAt < stored.modifiedAt ? 'STALE' : 'UPDATED'
  }
  const replaced = stored.externalRevisions.slice(0, -1)
  const wasReplaced = draft.externalRevision !== null && replaced.includes(draft.externalRevision)
  return wasReplaced && stored.externalRevisions.at(-1) !== draft.externalRevision
    ? 'STALE'
    : 'UPDATED'
}
