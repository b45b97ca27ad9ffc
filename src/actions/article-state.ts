import type { Tx } from '../db/client.ts'
import { visibleArticle } from '../db/visibility.ts'

/** What of an article decides what there is to tell when it changes. */
export interface ArticleState {
  readonly articleId: number
  /** Slug; null where there is no such article (any more). */
  readonly source: string | null
  /** Number of the current revision. */
  readonly revision: number | null
  /** Whether everyone may see it. */
  readonly isPublic: boolean
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
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: {
      source: { select: { slug: true } },
      currentRevision: { select: { number: true } },
    },
  })
  const publicly = visibleArticle({ seesUnpublished: false, now })
  const visible = await tx.article.count({ where: { AND: [{ id: articleId }, publicly] } })
  const rows = await readFigures(tx, articleId)
  const figures = rows.map((row): FigureState => {
    const { id, supersededById } = row
    const isRetracted = row.status === 'RETRACTED' || row.reviewStatus === 'REJECTED'
    const stands = row.current && row.status === 'CURRENT' && !isRetracted
    return { id, supersededById, stands, isRetracted, content: contentOf(row) }
  })
  return {
    articleId,
    source: article?.source.slug ?? null,
    revision: article?.currentRevision?.number ?? null,
    isPublic: visible > 0,
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
