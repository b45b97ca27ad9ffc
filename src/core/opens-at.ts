/** When an article that is otherwise public opens: its time or the end of its embargo, whichever is later. Null where it is open. */
export function opensAt(
  {
    status,
    publishedAt,
    embargoedUntil,
  }: {
    readonly status: 'DRAFT' | 'SCHEDULED' | 'PUBLISHED' | 'UNPUBLISHED' | 'WITHDRAWN'
    readonly publishedAt: Date | null
    readonly embargoedUntil: Date | null
  },
  now: Date,
): Date | null {
  if (status !== 'PUBLISHED' && status !== 'SCHEDULED') return null
  const times = [publishedAt, embargoedUntil].filter((time) => time !== null && time > now)
  return times.reduce((latest, time) => (latest === null || (time && time > latest) ? time : latest), null)
}
