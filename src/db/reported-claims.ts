import { InvalidInputError } from '../core/app-error.ts'
import { foldKey } from '../core/fold-key.ts'
import type { ReportedClaim } from '../core/reported-claim.ts'
import type { Db } from './client.ts'
import { fewClaims } from './few-rows.ts'
import { Prisma } from './generated/client/client.ts'
import { idsBySlug } from './has-slug.ts'
import {
  type Viewer,
  visibleArticleSql,
  visibleClaim,
  visibleFigure,
  visibleRevision,
} from './visibility.ts'

/** What is put together in memory: enough for years of a metric, too little to be a burden. */
const MAX_CLAIMS = 5_000
const IDS_PER_STATEMENT = 5_000

export interface ClaimSelection {
  readonly metricId?: number | null
  /** Slugs; claims about any of these places. */
  readonly places?: readonly string[] | null
  /** Slugs of entities, or the words for somebody unknown. */
  readonly claimants?: readonly string[] | null
  /** Inclusive; of the period's start, or of the first report where no text gives a period. */
  readonly from?: Date | null
  /** Exclusive. */
  readonly to?: Date | null
  readonly where?: Prisma.ClaimWhereInput
}

/**
 * Claims as the viewer may know of them: their first reports, wording and articles are those of
 * visible figures. Throws InvalidInputError where more are asked for than can be put together.
 */
export async function reportedClaims(
  db: Db,
  viewer: Viewer,
  selection: ClaimSelection,
): Promise<ReportedClaim[]> {
  const named = await readNamed(db, selection)
  const few = await fewClaims(db, {
    metric: selection.metricId == null ? null : { ids: [selection.metricId] },
    places: named.places && { ids: named.places.in },
  })
  const rows = await db.claim.findMany({
    where: { AND: [visibleClaim(viewer), few, ...conditions(selection, named, viewer)] },
    orderBy: { id: 'asc' },
    take: MAX_CLAIMS + 1,
    select: {
      id: true,
      metricId: true,
      value: true,
      minValue: true,
      maxValue: true,
      unit: true,
      periodStart: true,
      periodEnd: true,
      periodPrecision: true,
      claimantId: true,
      places: { select: { placeId: true }, orderBy: { placeId: 'asc' } },
    },
  })
  if (rows.length > MAX_CLAIMS) {
    throw new InvalidInputError(
      `More than ${MAX_CLAIMS} claims match: choose a metric, places or claimants, or a shorter time with "from" and "to".`,
      'from',
    )
  }
  const reports = await readReports(
    db,
    viewer,
    rows.map(({ id }) => id),
  )
  const claims = rows.flatMap(
    ({ places, periodStart, periodEnd, periodPrecision, claimantId, ...row }): ReportedClaim[] => {
      const report = reports.get(row.id)
      if (report === undefined) return []
      const { first, articleIds } = report
      const isVoice = first.attributionKind === 'ARTICLE_VOICE'
      return [
        {
          ...row,
          claimantId,
          placeIds: places.map(({ placeId }) => placeId),
          period:
            periodStart && periodEnd && periodPrecision
              ? { start: periodStart, end: periodEnd, precision: periodPrecision }
              : null,
          reportedAt: first.orderedAt,
          qualifier: first.qualifier,
          population: first.population === null ? null : foldKey(first.population),
          claimant: isVoice ? null : claimantId === null ? first.attributionKey : `#${claimantId}`,
          isNamed: first.attributionKind === 'NAMED',
          articleIds,
        },
      ]
    },
  )
  return claims.filter(({ period, reportedAt }) => {
    const time = period?.start ?? reportedAt
    return (!selection.from || time >= selection.from) && (!selection.to || time < selection.to)
  })
}

/** The entities that the slugs of a selection are of. */
interface Named {
  readonly places: { readonly in: number[] } | null
  readonly claimants: { readonly in: number[] } | null
}

async function readNamed(db: Db, { places, claimants }: ClaimSelection): Promise<Named> {
  return {
    places: places ? { in: await idsBySlug(db, { in: places }) } : null,
    claimants: claimants ? { in: await idsBySlug(db, { in: claimants }) } : null,
  }
}

function conditions(
  { metricId, claimants, from, to, where }: ClaimSelection,
  named: Named,
  viewer: Viewer,
): Prisma.ClaimWhereInput[] {
  const time = { ...(from && { gte: from }), ...(to && { lt: to }) }
  const visible = visibleFigure(viewer)
  const labels = claimants?.map(foldKey) ?? []
  return [
    ...(metricId == null ? [] : [{ metricId }]),
    ...(named.places ? [{ places: { some: { placeId: named.places } } }] : []),
    ...(named.claimants
      ? [
          {
            OR: [
              { claimantId: named.claimants },
              {
                claimantId: null,
                figures: { some: { AND: [visible, { attributionKey: { in: labels } }] } },
              },
            ],
          },
        ]
      : []),
    ...(from || to
      ? [
          {
            OR: [
              { periodStart: time },
              { periodStart: null, figures: { some: { AND: [visible, { orderedAt: time }] } } },
            ],
          },
        ]
      : []),
    ...(where ? [where] : []),
  ]
}

interface Report {
  readonly first: Awaited<ReturnType<typeof readFirst>>[number]
  readonly articleIds: readonly number[]
}

/** Who prints each claim, and its first figure, of those that may be seen. */
async function readReports(
  db: Db,
  viewer: Viewer,
  claimIds: readonly number[],
): Promise<Map<number, Report>> {
  const reports = new Map<number, Report>()
  for (let i = 0; i < claimIds.length; i += IDS_PER_STATEMENT) {
    const ids = claimIds.slice(i, i + IDS_PER_STATEMENT)
    const rows = await db.$queryRaw<{ claimId: number; articleId: number; id: number }[]>(
      Prisma.sql`SELECT f."claimId", f."articleId", f."id"
        FROM "Figure" f JOIN "Article" a ON a."id" = f."articleId"
        WHERE f."claimId" IN (${Prisma.join(ids)}) AND f."current" = ${true}
          AND ${visibleArticleSql(viewer)}
        ORDER BY f."orderedAt", f."id"`,
    )
    const articles = new Map<number, { figureId: number; articleIds: Set<number> }>()
    for (const row of rows) {
      const claimId = Number(row.claimId)
      const known = articles.get(claimId)
      if (known) known.articleIds.add(Number(row.articleId))
      else {
        const articleIds = new Set([Number(row.articleId)])
        articles.set(claimId, { figureId: Number(row.id), articleIds })
      }
    }
    const figures = await readFirst(
      db,
      [...articles.values()].map(({ figureId }) => figureId),
    )
    const byId = new Map(figures.map((figure) => [figure.id, figure]))
    for (const [claimId, { figureId, articleIds }] of articles) {
      const first = byId.get(figureId)
      if (first) reports.set(claimId, { first, articleIds: [...articleIds] })
    }
  }
  return reports
}

const readFirst = (db: Db, ids: readonly number[]) =>
  db.figure.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      orderedAt: true,
      qualifier: true,
      population: true,
      attributionKind: true,
      attributionKey: true,
    },
  })

/** Figures that a correction replaced by one of these claims, of articles that may be seen. */
export async function correctedFigures(db: Db, viewer: Viewer, claimIds: readonly number[]) {
  const rows = await db.figure.findMany({
    where: {
      status: 'SUPERSEDED',
      supersededBy: { claimId: { in: [...claimIds] } },
      revision: visibleRevision(viewer),
    },
    orderBy: [{ orderedAt: 'asc' }, { id: 'asc' }],
    take: MAX_CLAIMS,
    select: {
      value: true,
      minValue: true,
      maxValue: true,
      orderedAt: true,
      supersededBy: { select: { claimId: true } },
    },
  })
  return rows.map(({ orderedAt, supersededBy, ...numbers }) => ({
    ...numbers,
    reportedAt: orderedAt,
    claimId: supersededBy?.claimId ?? 0,
  }))
}
