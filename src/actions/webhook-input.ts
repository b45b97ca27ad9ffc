import { z } from 'zod'
import { WEBHOOK_EVENTS } from '../core/webhook-event.ts'
import { SOURCE_SLUG } from './ingest-input.ts'

/** What of a webhook can be set. */
export const webhookFields = {
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address of http or https' })
    .max(2_000)
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'must not hold a user name or password'),
  description: z.string().max(500).nullable(),
  /** None stands for all. */
  events: z.array(z.enum(WEBHOOK_EVENTS)).max(WEBHOOK_EVENTS.length),
  /** Slugs; none stands for all. */
  sources: z.array(SOURCE_SLUG).max(100),
}
