import type { Logger } from 'pino'
import type { ActionContext } from '../actions/action-context.ts'
import type { EventFeed } from '../db/event-feed.ts'
import type { Viewer } from '../db/visibility.ts'
import type { AsOf } from './articles/text-as-of.ts'
import type { Batches } from './batches.ts'

/** What every resolver has at hand. */
export interface Context extends ActionContext {
  /** Whose eyes the reads of this request are made with. */
  readonly viewer: Viewer
  /** Lists of many parents, read together. */
  readonly batches: Batches
  /** Root fields, by their name in the answer, whose articles are asked for as they were. */
  readonly asOf: Map<string | number, AsOf>
  /** Also in the response header X-Request-Id and in the log. */
  readonly requestId: string
  readonly log: Logger
  /** Where clients reach the server, without a trailing slash. */
  readonly publicUrl: string
  /** Tells of what happens from now on. */
  readonly events: EventFeed
  /** Id of the last event that a client received before it connected again. */
  readonly lastEventId: string | null
  /** The context of a later moment of the same request: rights may have changed, embargoes opened. */
  readonly renew: () => Promise<Context>
}
