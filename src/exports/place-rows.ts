import type { Db } from '../db/client.ts'
import { entityWhere } from '../db/filters.ts'
import { countsByParent } from '../db/pages-by-parent.ts'
import { nestedArticles } from '../db/relations.ts'
import type { Viewer } from '../db/visibility.ts'
import type { Column } from './csv.ts'
import type { Links } from './links.ts'
import { type Rows, readPages } from './rows.ts'

const PAGE = 500

export interface PlaceRow {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly countryCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly url: string
  /** Articles that name it or a place inside it. */
  readonly articleCount: number
}

/** The places that the viewer may see, in the order in which they were first named. */
export function placeRows({
  db,
  viewer,
  links,
}: {
  readonly db: Db
  readonly viewer: Viewer
  readonly links: Links
}): Rows<PlaceRow> {
  const where = entityWhere({ type: { eq: 'PLACE' } }, viewer)
  async function* pages() {
    const found = readPages<{ id: number } & Omit<PlaceRow, 'url' | 'articleCount'>>(
      async (last) => {
        const rows = await db.entity.findMany({
          where: { AND: [where, { id: { gt: last?.id ?? 0 } }] },
          orderBy: { id: 'asc' },
          take: PAGE,
        })
        return rows.map((row) => ({ ...row, kind: row.placeKind ?? 'AREA' }))
      },
    )
    for await (const page of found) {
      const counts = await countsByParent(
        db,
        nestedArticles(viewer),
        page.map(({ id }) => id),
      )
      yield page.map(({ id, slug, name, kind, countryCode, latitude, longitude }) => ({
        slug,
        name,
        kind,
        countryCode,
        latitude,
        longitude,
        url: links.entity(slug),
        articleCount: counts.get(id) ?? 0,
      }))
    }
  }
  return { count: () => db.entity.count({ where }), pages }
}

export const PLACE_TABLE: readonly Column<PlaceRow>[] = [
  ['slug', ({ slug }) => slug],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['country_code', ({ countryCode }) => countryCode],
  ['latitude', ({ latitude }) => latitude],
  ['longitude', ({ longitude }) => longitude],
  ['url', ({ url }) => url],
  ['article_count', ({ articleCount }) => articleCount],
]
