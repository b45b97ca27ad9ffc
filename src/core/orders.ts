import type { Order, OrderColumn } from './page.ts'

/** The orders that lists can be asked for in. Each ends in a unique column, so pages never overlap. */
const date = (name: string, descending = false): OrderColumn => ({ name, kind: 'date', descending })
const number = (name: string, descending = false): OrderColumn => ({
  name,
  kind: 'number',
  descending,
})
const text = (name: string, descending = false): OrderColumn => ({ name, kind: 'text', descending })

export type Direction = 'ASC' | 'DESC'

/** An order by one column, ties by id in the same direction. */
const by =
  (column: (name: string, descending?: boolean) => OrderColumn, name: string) =>
  (direction: Direction): Order => ({
    name: `${name}-${direction}`,
    columns: [column(name, direction === 'DESC'), number('id', direction === 'DESC')],
  })

export const articleOrders = {
  PUBLISHED_AT: by(date, 'orderedAt'),
  UPDATED_AT: by(date, 'updatedAt'),
  HEADLINE: by(text, 'headlineKey'),
}
export const entityOrders = {
  NAME: by(text, 'nameKey'),
  CREATED_AT: by(date, 'createdAt'),
}
export const figureOrders = {
  PUBLISHED_AT: by(date, 'orderedAt'),
  VALUE: by(number, 'orderValue'),
}
export const claimOrders = {
  RECORDED: (direction: Direction): Order => ({
    name: `recorded-${direction}`,
    columns: [number('id', direction === 'DESC')],
  }),
  VALUE: by(number, 'orderValue'),
}
export const metricOrder = by(text, 'labelKey')('ASC')
export const sourceOrder = by(text, 'nameKey')('ASC')

/** Entities of an article: by where each is first named. */
export const byFirstMention: Order = {
  name: 'first-mention',
  columns: [number('position'), number('entityId')],
}
export const byName = entityOrders.NAME('ASC')
/** Articles of an entity: newest first. */
export const newestArticles: Order = {
  name: 'newest-articles',
  columns: [date('orderedAt', true), number('articleId', true)],
}
/** Mentions and figures of an article: in the order of the text; the headline comes first ("HEADLINE" > "BODY"). */
export const byPosition: Order = {
  name: 'position',
  columns: [text('field', true), number('start'), number('id')],
}
export const newestMentions: Order = { name: 'newest-mentions', columns: [number('id', true)] }
/** What waits for review: the least certain first. */
export const leastConfident: Order = {
  name: 'confidence',
  columns: [number('confidence'), text('kind'), number('id')],
}
export const newestAuditEvents: Order = {
  name: 'audit',
  columns: [date('at', true), number('id', true)],
}
export const newestFigures: Order = by(date, 'orderedAt')('DESC')
export const newestRevisions: Order = { name: 'revisions', columns: [number('number', true)] }
/** In the order in which they came in. */
export const newestDeliveries: Order = { name: 'deliveries', columns: [number('id', true)] }
export const newestNotices: Order = { name: 'newest-notices', columns: [number('id', true)] }
export const newestMessages: Order = { name: 'messages', columns: [number('id', true)] }
export const newestWebhooks: Order = { name: 'webhooks', columns: [number('id', true)] }
export const newestClaims = claimOrders.RECORDED('DESC')
/** Conflicts are put together in memory: by the time they are about, ties by their first claim. */
export const latestConflicts: Order = {
  name: 'conflicts',
  columns: [date('start', true), number('claim', true)],
}
/** Groups of claims, put together in memory. */
export const mostClaims: Order = {
  name: 'most-claims',
  columns: [number('claims', true), number('first'), number('place')],
}
/** Suggestions of merges: the likeliest first. */
export const bestSuggestions: Order = {
  name: 'best-suggestions',
  columns: [number('score', true), number('id')],
}
