import { TOLD_FIGURE } from './article-page.ts'
import type { Db } from './client.ts'
import { type Viewer, visibleFigure } from './visibility.ts'

const MAX_FIGURES = 100

/** The newest figures of a metric, as readers see them. */
export function readMetricFigures(db: Db, viewer: Viewer, metricId: number) {
  return db.figure.findMany({
    where: { AND: [{ metricId }, visibleFigure(viewer)] },
    orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
    take: MAX_FIGURES,
    select: { ...TOLD_FIGURE, article: { select: { slug: true } } },
  })
}
