import type { CmsEvent, DeliveredPayload } from '../../actions/cms-event.ts'
import type { AdapterKind } from '../../core/adapter-kind.ts'

/** The payloads of one CMS. Pure: everything it needs is in the payload. */
export interface Adapter {
  readonly kind: AdapterKind
  /** For messages: "Ghost". */
  readonly name: string
  /** Header that names the event, where the body alone does not tell, in lower case. */
  readonly topicHeader: string | null
  /** Header with the sender's own id of the delivery, in lower case. */
  readonly idHeader: string | null
  /** Whether a payload looks like one of this CMS, to tell people what they have sent. */
  recognizes(json: unknown): boolean
  /** What the payload says. Throws InvalidInputError naming what is wrong in it. */
  read(payload: DeliveredPayload): CmsEvent
}
