/** An article between desk and reader. */
interface Publication {
  readonly status: 'DRAFT' | 'SCHEDULED' | 'PUBLISHED' | 'UNPUBLISHED' | 'WITHDRAWN'
  readonly publishedAt: Date | null
  readonly embargoedUntil: Date | null
}

/**
 * When an article that waits for its time opens: at its publication or at the end of its embargo,
 * whichever is later. Null where it does not wait, or for something else.
 */
export function opensAt(
  { status, publishedAt, embargoedUntil }: Publication,
  now: Date,
): Date | null {
  if (status !== 'PUBLISHED' && status !== 'SCHEDULED') return null
  const latest = Math.max(publishedAt?.getTime() ?? 0, embargoedUntil?.getTime() ?? 0)
  return latest > now.getTime() ? new Date(latest) : null
}
