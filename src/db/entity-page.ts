import { entityOrders, newestArticles, newestFigures } from '../core/orders.ts'
import type { Order } from '../core/page.ts'
import type { DayCounts } from '../core/timeline.ts'
import { TOLD_FIGURE } from './article-page.ts'
import type { Db } from './client.ts'
import { coOccurring } from './co-occurring.ts'
import { daysOfEntities } from './days-of-entities.ts'
import { entityNamed } from './filters.ts'
import { newestJobTitles } from './job-titles.ts'
import { pagesByParent, type Relation } from './pages-by-parent.ts'
import {
  claimantFigures,
  entityArticles,
  nestedArticles,
  placeChildren,
  placeFigures,
} from './relations.ts'
import { type Viewer, visibleAlias, visibleEntity } from './visibility.ts'

const MAX_ROWS = 50
const MAX_PLACES = 30

/** What the page of an entity shows, or null where there is none that the viewer may see. Old slugs of merged ones find it. */
export async function readEntityPage(db: Db, viewer: Viewer, slug: string) {
  const entity = await db.entity.findFirst({
    where: { AND: [entityNamed({ eq: slug }), visibleEntity(viewer)] },
    select: {
      id: true,
      slug: true,
      name: true,
      nameKey: true,
      type: true,
      description: true,
      jobTitle: true,
      parentId: true,
      aliases: {
        where: visibleAlias(viewer),
        orderBy: [{ kind: 'asc' }, { id: 'asc' }],
        take: MAX_ROWS,
        select: { name: true, nameKey: true },
      },
    },
  })
  if (entity === null) return null
  const { id } = entity
  const isPlace = entity.type === 'PLACE'
  const list = (relation: Relation, order: Order) => firstRows(db, relation, { id, order })
  const [parent, articleIds, saidIds, atIds, days, titles, placeIds] = await Promise.all([
    visibleParent(db, viewer, entity.parentId),
    list(isPlace ? nestedArticles(viewer) : entityArticles(viewer), newestArticles),
    list(claimantFigures(viewer), newestFigures),
    isPlace ? list(placeFigures(viewer), newestFigures) : [],
    daysOfEntities(db, viewer, { ids: [id], from: null, to: null }),
    newestJobTitles(db, viewer, [id]),
    isPlace
      ? list(placeChildren(viewer), entityOrders.NAME('ASC'))
      : coOccurring(db, viewer, { ids: [id], type: 'PLACE', first: MAX_PLACES }).then((found) =>
          (found.get(id) ?? []).map(({ entityId }) => entityId),
        ),
  ])
  const [articles, figures, places] = await Promise.all([
    db.article.findMany({
      where: { id: { in: articleIds } },
      select: {
        id: true,
        slug: true,
        headline: true,
        orderedAt: true,
        source: { select: { name: true } },
      },
    }),
    db.figure.findMany({
      where: { id: { in: [...saidIds, ...atIds] } },
      select: { ...TOLD_FIGURE, article: { select: { slug: true } } },
    }),
    db.entity.findMany({
      where: { id: { in: placeIds } },
      select: { id: true, slug: true, name: true },
    }),
  ])
  const dayCounts: readonly DayCounts[] = days.get(id) ?? []
  return {
    ...entity,
    parent,
    jobTitle: entity.jobTitle ?? titles.get(id) ?? null,
    days: dayCounts,
    articles: inOrder(articleIds, articles),
    said: inOrder(saidIds, figures),
    at: inOrder(atIds, figures),
    places: inOrder(placeIds, places),
  }
}

export type EntityPageData = NonNullable<Awaited<ReturnType<typeof readEntityPage>>>

/** What the entity lies in or belongs to, or what that has become, where the viewer may see it. */
const visibleParent = async (db: Db, viewer: Viewer, id: number | null) =>
  id === null
    ? null
    : db.entity.findFirst({
        where: { AND: [{ OR: [{ id }, { merged: { some: { id } } }] }, visibleEntity(viewer)] },
        select: { slug: true, name: true },
      })

async function firstRows(
  db: Db,
  relation: Relation,
  { id, order }: { readonly id: number; readonly order: Order },
): Promise<number[]> {
  const page = { size: MAX_ROWS, backwards: false, after: null, before: null }
  const rows = await pagesByParent(db, relation, { parents: [id], order, page })
  return (rows.get(id) ?? []).slice(0, MAX_ROWS).map(({ node }) => node)
}

function inOrder<Row extends { readonly id: number }>(
  ids: readonly number[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
