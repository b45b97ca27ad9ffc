import { readStrings } from '../core/read-strings.ts'
import type { Db } from '../db/client.ts'
import { articleWhere } from '../db/filters.ts'
import type { Viewer } from '../db/visibility.ts'
import type { Column } from './csv.ts'
import { type ExportedArticle, readArticles } from './read-articles.ts'
import { type Rows, readPages } from './rows.ts'

/** Articles come with all that is in them. */
const PAGE = 50

/** The articles that the viewer may see, in the order in which they came in. */
export function articleRows(db: Db, viewer: Viewer): Rows<ExportedArticle> {
  const where = articleWhere(null, viewer)
  const pages = () =>
    readPages<ExportedArticle>(async (last) => {
      const ids = await db.article.findMany({
        where: { AND: [where, { id: { gt: last?.id ?? 0 } }] },
        orderBy: { id: 'asc' },
        take: PAGE,
        select: { id: true },
      })
      const rows = await readArticles(
        db,
        viewer,
        ids.map(({ id }) => id),
      )
      return rows.toSorted((a, b) => a.id - b.id)
    })
  return { count: () => db.article.count({ where }), pages }
}

const SEPARATOR = '; '
const names = ({ entities }: ExportedArticle, type: 'PERSON' | 'PLACE' | 'ORGANIZATION'): string =>
  entities.flatMap(({ entity }) => (entity.type === type ? [entity.name] : [])).join(SEPARATOR)

export const ARTICLE_TABLE: readonly Column<ExportedArticle>[] = [
  ['slug', ({ slug }) => slug],
  ['source', ({ source }) => source.slug],
  ['external_id', ({ externalId }) => externalId],
  ['url', ({ canonicalUrl }) => canonicalUrl],
  ['headline', ({ headline }) => headline],
  ['status', ({ status }) => status],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['language', ({ language }) => language],
  ['authors', ({ currentRevision }) => readStrings(currentRevision?.authors).join(SEPARATOR)],
  ['topics', ({ topics }) => topics.map(({ name }) => name).join(SEPARATOR)],
  ['word_count', ({ wordCount }) => wordCount],
  ['people', (article) => names(article, 'PERSON')],
  ['places', (article) => names(article, 'PLACE')],
  ['organizations', (article) => names(article, 'ORGANIZATION')],
  ['figure_count', ({ figures }) => figures.length],
]
