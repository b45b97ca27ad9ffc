import { authenticate } from '../auth/api-key.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import type { Viewer } from '../db/visibility.ts'
import type { AppDependencies } from './app.ts'

/** How long caches may show what was public: a withdrawn story is gone from them after this. */
const PUBLIC_SECONDS = 60

/** Whose eyes a request is answered for, and who else may be shown the answer. */
export async function readerOf(
  authorization: string | undefined,
  { db, adminKey, now }: AppDependencies,
): Promise<{ readonly viewer: Viewer; readonly cacheControl: string }> {
  const actor = await authenticate(db, authorization ?? null, adminKey)
  return {
    viewer: viewerOf(actor, now?.() ?? new Date()),
    cacheControl: actor.scopes === null ? `public, max-age=${PUBLIC_SECONDS}` : 'private, no-cache',
  }
}
