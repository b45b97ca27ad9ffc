import { type PullContext, pullSource } from './pull-source.ts'

/**
 * Pulls the sources that are due, one after the other, those that wait longest first. What goes wrong with one is
 * written down with it, reported, and holds up no other.
 */
export async function pullDueSources(
  context: PullContext,
  {
    isStopped,
    onError,
  }: {
    /** Asked before each. */
    readonly isStopped: () => boolean
    readonly onError: (error: unknown, source: string) => void
  },
): Promise<void> {
  const due = await context.db.source.findMany({
    where: {
      enabled: true,
      pullUrl: { not: null },
      pullMinutes: { not: null },
      OR: [{ pullNextAt: null }, { pullNextAt: { lte: context.clock() } }],
    },
    orderBy: [{ pullNextAt: 'asc' }, { id: 'asc' }],
    select: { slug: true },
  })
  for (const { slug } of due) {
    if (isStopped()) return
    try {
      await pullSource(context, slug)
    } catch (error) {
      onError(error, slug)
    }
  }
}
