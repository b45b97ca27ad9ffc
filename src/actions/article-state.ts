import { type ArticleStanding, articleStanding } from '../db/article-standing.ts'
import type { Tx } from '../db/client.ts'
import { entitiesNamedBy } from '../db/public-names.ts'

/** What of an article decides what there is to tell when it changes. */
export interface ArticleState extends ArticleStanding {
  readonly articleId: number
  /** What it names or gives a name. */
  readonly entityIds: readonly number[]
  readonly figures: readonly FigureState[]
}

interface FigureState {
  readonly id: number
  /** Whether it is among the article's figures, neither replaced nor retracted nor rejected. */
  readonly stands: boolean
  /** Retracted with its article, or rejected by a person. */
  readonly isRetracted: boolean
  readonly supersededById: number | null
  /** Equal for figures that say the same. */
  readonly content: string
}

/** Read in the transaction of a change, before it and after it. */
export async function readArticleState(
  tx: Tx,
  { articleId, now }: { readonly articleId: number; readonly now: Date },
): Promise<ArticleState> {
  const standing = await articleStanding(tx, { articleId, now })
  const rows = await readFigures(tx, articleId)
  const figures = rows.map((row): FigureState => {
    const { id, supersededById } = row
    const isRetracted = row.status === 'RETRACTED' || row.reviewStatus === 'REJECTED'
    const stands = row.current && row.status === 'CURRENT' && !isRetracted
    return { id, supersededById, stands, isRetracted, content: contentOf(row) }
  })
  return {
    articleId,
    ...standing,
    entityIds: await entitiesNamedBy(tx, articleId),
    figures,
  }
}

const readFigures = (tx: Tx, articleId: number) =>
  tx.figure.findMany({
    where: {
      articleId,
      OR: [{ current: true }, { supersededById: { not: null } }, { status: 'RETRACTED' }],
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      current: true,
      status: true,
      reviewStatus: true,
      supersededById: true,
      metricId: true,
      measure: true,
      value: true,
      minValue: true,
      maxValue: true,
      qualifier: true,
      unit: true,
      attributionKind: true,
      attributionKey: true,
      periodStart: true,
      periodEnd: true,
    },
  })

function contentOf(row: Awaited<ReturnType<typeof readFigures>>[number]): string {
  const what = row.metricId ?? row.measure
  const value = [row.value, row.minValue, row.maxValue, row.qualifier, row.unit]
  const who = [row.attributionKind, row.attributionKey]
  return JSON.stringify([what, value, who, row.periodStart, row.periodEnd])
}
