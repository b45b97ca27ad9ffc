import { Prisma } from './generated/client/client.ts'
import { listed } from './listed.ts'

type Maybe<T> = T | null | undefined

interface KeyFilter {
  readonly eq?: Maybe<string>
  readonly in?: Maybe<readonly string[]>
}
interface DateFilter {
  readonly eq?: Maybe<Date>
  readonly gt?: Maybe<Date>
  readonly gte?: Maybe<Date>
  readonly lt?: Maybe<Date>
  readonly lte?: Maybe<Date>
}

/** Which articles a search looks in; of entities those that such an article names. All given conditions must hold. */
export interface SearchFilter {
  readonly source?: Maybe<{ readonly slug?: Maybe<KeyFilter> }>
  readonly publishedAt?: Maybe<DateFilter>
  /** Names such an entity; the slug of a merged one stands for the one it became. */
  readonly entities?: Maybe<{ readonly slug?: Maybe<KeyFilter> }>
  readonly language?: Maybe<KeyFilter>
}

/** The filter as a condition on the article with the alias "a". */
export function searchFilterSql({
  source,
  publishedAt,
  entities,
  language,
}: SearchFilter): Prisma.Sql {
  const conditions = [
    ...keyConditions(Prisma.sql`a."language"`, language),
    ...dateConditions(Prisma.sql`a."publishedAt"`, publishedAt),
  ]
  const sources = keyConditions(Prisma.sql`s."slug"`, source?.slug)
  if (sources.length > 0) {
    conditions.push(
      Prisma.sql`a."sourceId" IN (SELECT s."id" FROM "Source" s WHERE ${Prisma.join(sources, ' AND ')})`,
    )
  }
  const named = keyConditions(Prisma.sql`s."slug"`, entities?.slug)
  if (named.length > 0) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM "ArticleEntity" y WHERE y."articleId" = a."id" AND y."entityId" IN
      (SELECT COALESCE(g."mergedIntoId", g."id") FROM "Entity" g WHERE g."id" IN (
        SELECT s."id" FROM "Entity" s WHERE ${Prisma.join(named, ' AND ')}
        UNION SELECT s."entityId" FROM "FormerSlug" s WHERE ${Prisma.join(named, ' AND ')})))`)
  }
  return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(conditions, ' AND ')
}

function keyConditions(column: Prisma.Sql, filter: Maybe<KeyFilter>): Prisma.Sql[] {
  const conditions = []
  if (filter?.eq != null) conditions.push(Prisma.sql`${column} = ${filter.eq}`)
  if (filter?.in != null) {
    conditions.push(Prisma.sql`${column} IN ${listed(filter.in)}`)
  }
  return conditions
}

function dateConditions(column: Prisma.Sql, filter: Maybe<DateFilter>): Prisma.Sql[] {
  const { eq, gt, gte, lt, lte } = filter ?? {}
  return [
    ...(eq == null ? [] : [Prisma.sql`${column} = ${eq}`]),
    ...(gt == null ? [] : [Prisma.sql`${column} > ${gt}`]),
    ...(gte == null ? [] : [Prisma.sql`${column} >= ${gte}`]),
    ...(lt == null ? [] : [Prisma.sql`${column} < ${lt}`]),
    ...(lte == null ? [] : [Prisma.sql`${column} <= ${lte}`]),
  ]
}
