/** What can happen to an article. The last three take it from the eyes of the public. */
export const ARTICLE_EVENTS = [
  'article.created',
  'article.published',
  'article.updated',
  'article.corrected',
  'article.reprocessed',
  'article.unpublished',
  'article.withdrawn',
  'article.erased',
] as const

export type ArticleEventType = (typeof ARTICLE_EVENTS)[number]

export const FIGURE_EVENTS = [
  'figure.reported',
  'figure.revised',
  'figure.retracted',
  'figure.conflict',
] as const

export type FigureEventType = (typeof FIGURE_EVENTS)[number]

export type EntityEventType = 'entity.merged' | 'entity.unmerged'

export type EventType = ArticleEventType | FigureEventType | EntityEventType

/**
 * Whom an event is news to. EVERYONE: it concerns what is public, or was until now. READERS: only those
 * who see unpublished articles. PUBLIC: everyone else, as readers were told before it became public.
 */
export type Audience = 'EVERYONE' | 'READERS' | 'PUBLIC'

const REMOVALS: ReadonlySet<string> = new Set<ArticleEventType>([
  'article.unpublished',
  'article.withdrawn',
  'article.erased',
])

/** Whether the event takes an article from the eyes of the public. */
export const isRemoval = (type: string): boolean => REMOVALS.has(type)
