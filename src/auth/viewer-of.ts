import type { Viewer } from '../db/visibility.ts'
import { type Actor, may } from './actor.ts'

/** What an actor may see at this moment. */
export const viewerOf = (actor: Actor, now: Date): Viewer => ({
  seesUnpublished: may(actor, 'READ_UNPUBLISHED'),
  reviews: may(actor, 'REVIEW'),
  now,
})
