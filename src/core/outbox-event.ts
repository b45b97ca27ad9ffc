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

/** A conflict is not stored: it is found when the figure that makes it one is told. */
export type FigureEventType = 'figure.reported' | 'figure.revised' | 'figure.retracted'

export type EntityEventType = 'entity.merged' | 'entity.unmerged'

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
