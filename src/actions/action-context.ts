import type { Actor } from '../auth/actor.ts'
import type { Db } from '../db/client.ts'
import type { Extractors } from '../extraction/extractors.ts'

/** What an action works with: who asks, on which database, when. */
export interface ActionContext {
  readonly db: Db
  readonly actor: Actor
  readonly extractors: Extractors
  readonly now: Date
}
