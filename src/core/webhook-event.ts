/** What webhooks can be told of: what is public, and what is public no more. */
export const WEBHOOK_EVENTS = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.unpublished',
  'article.withdrawn',
  'article.erased',
  'figure.reported',
  'figure.revised',
  'figure.retracted',
  'figure.conflict',
  'entity.merged',
] as const

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]
