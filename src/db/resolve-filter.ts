import { foldKey } from '../core/fold-key.ts'
import type { Db } from './client.ts'
import { exactly, type Maybe, present } from './filter-conditions.ts'
import { entityConditions, isIds, metricConditions, sourceWhere } from './filters.ts'
import { readCircles } from './geo-filter.ts'
import { idsBySlug } from './has-slug.ts'
import type {
  ArticleFilter,
  ClaimFilter,
  EntityFilter,
  FigureFilter,
  MetricFilter,
  SourceFilter,
  TopicFilter,
} from './list-filters.ts'
import { type Viewer, visibleAlias } from './visibility.ts'

/** Rows that a part of a filter may stand for by their ids; where they are more, each row of the list is compared. */
const MAX_IDS = 1_000

interface Reader {
  readonly db: Db
  readonly viewer: Viewer
}

/**
 * Filters with what they say of other things (slugs, names, metrics, what lies in a place) looked up beforehand: ids have an index
 * on every table that refers to them, conditions on what is referred to have none.
 */
export async function resolveArticleFilter(
  reader: Reader,
  filter: Maybe<ArticleFilter>,
): Promise<Maybe<ArticleFilter>> {
  return resolveArticles(reader, await readCircles(reader.db, filter))
}

export async function resolveFigureFilter(
  reader: Reader,
  filter: Maybe<FigureFilter>,
): Promise<Maybe<FigureFilter>> {
  return resolveFigures(reader, await readCircles(reader.db, filter))
}

export async function resolveClaimFilter(
  reader: Reader,
  filter: Maybe<ClaimFilter>,
): Promise<Maybe<ClaimFilter>> {
  const read = await readCircles(reader.db, filter)
  if (!read) return read
  return {
    ...read,
    metric: await lookUpMetrics(reader, read.metric),
    claimant: await lookUp(reader, read.claimant),
    places: await lookUp(reader, read.places),
    figures: await resolveFigures(reader, read.figures),
  }
}

/** Of a list of entities: those that are asked for by name are looked up, what else is asked of them is left. */
export async function resolveEntityFilter(
  reader: Reader,
  filter: Maybe<EntityFilter>,
): Promise<Maybe<EntityFilter>> {
  const read = await readCircles(reader.db, filter)
  return read && resolveNames(reader, read)
}

async function resolveArticles(
  reader: Reader,
  filter: Maybe<ArticleFilter>,
): Promise<Maybe<ArticleFilter>> {
  if (!filter) return filter
  return {
    ...filter,
    entities: await lookUp(reader, filter.entities),
    people: await lookUp(reader, filter.people),
    places: await resolvePlaces(reader, filter.places),
    organizations: await lookUp(reader, filter.organizations),
    figures: await resolveFigures(reader, filter.figures),
    source: await lookUpSources(reader, filter.source),
    topics: await lookUpTopics(reader, filter.topics),
  }
}

/** What lies in one place may be very much; where nothing else is asked, the edges of articles hold what they lie in. */
async function resolvePlaces(
  reader: Reader,
  filter: Maybe<EntityFilter>,
): Promise<Maybe<EntityFilter>> {
  const { within, ...others } = filter ?? {}
  if (!within || Object.values(others).some((value) => value != null)) return lookUp(reader, filter)
  return { within: await lookUp(reader, within) }
}

async function resolveFigures(
  reader: Reader,
  filter: Maybe<FigureFilter>,
): Promise<Maybe<FigureFilter>> {
  if (!filter) return filter
  return {
    ...filter,
    metric: await lookUpMetrics(reader, filter.metric),
    claimant: await lookUp(reader, filter.claimant),
    places: await lookUp(reader, filter.places),
    article: await resolveArticles(reader, filter.article),
  }
}

/** The entities that are meant, by their ids, unless they are too many. */
async function lookUp(reader: Reader, filter: Maybe<EntityFilter>): Promise<Maybe<EntityFilter>> {
  if (!filter) return filter
  const named = await resolveNames(reader, filter)
  if (isIds(named)) return named
  const rows = await reader.db.entity.findMany({
    where: { mergedIntoId: null, AND: present(entityConditions(named, reader.viewer)) },
    take: MAX_IDS + 1,
    select: { id: true },
  })
  return rows.length > MAX_IDS ? named : { ids: rows.map(({ id }) => id) }
}

async function resolveNames(reader: Reader, filter: EntityFilter): Promise<EntityFilter> {
  const { slug, name, ...others } = filter
  const isNamed = slug?.eq != null || slug?.in != null
  const bySlug = slug && isNamed ? await idsBySlug(reader.db, slug) : null
  const byName = name ? await namedExactly(reader, name) : null
  const [first, ...more] = [filter.ids, bySlug, byName].filter((ids) => ids != null)
  return {
    ...others,
    ...(byName === null && { name }),
    ...(first && { ids: first.filter((id) => more.every((ids) => ids.includes(id))) }),
    within: await lookUp(reader, filter.within),
    articles: await resolveArticles(reader, filter.articles),
  }
}

/** Entities that have one of the very names; null where parts of names are asked for, or too many have them. */
async function namedExactly(
  { db, viewer }: Reader,
  { contains, ...name }: NonNullable<EntityFilter['name']>,
): Promise<number[] | null> {
  const names = [...(name.in ?? []), ...(name.eq == null ? [] : [name.eq])]
  if (contains != null || names.length === 0) return null
  const rows = await db.alias.findMany({
    where: {
      nameKey: { in: names.map(foldKey) },
      name: exactly(name),
      AND: visibleAlias(viewer),
    },
    take: MAX_IDS + 1,
    select: { entity: { select: { id: true, mergedIntoId: true } } },
  })
  const ids = rows.map(({ entity }) => entity.mergedIntoId ?? entity.id)
  return rows.length > MAX_IDS ? null : [...new Set(ids)]
}

async function lookUpMetrics(
  { db }: Reader,
  filter: Maybe<MetricFilter>,
): Promise<Maybe<MetricFilter>> {
  if (!filter) return filter
  const rows = await db.metric.findMany({
    where: { AND: present(metricConditions(filter)) },
    take: MAX_IDS + 1,
    select: { id: true },
  })
  return rows.length > MAX_IDS ? filter : { ids: rows.map(({ id }) => id) }
}

async function lookUpSources(
  { db, viewer }: Reader,
  filter: Maybe<SourceFilter>,
): Promise<Maybe<SourceFilter>> {
  if (!filter) return filter
  const rows = await db.source.findMany({
    where: sourceWhere(filter, viewer),
    take: MAX_IDS + 1,
    select: { id: true },
  })
  return rows.length > MAX_IDS ? filter : { ids: rows.map(({ id }) => id) }
}

async function lookUpTopics(
  { db }: Reader,
  filter: Maybe<TopicFilter>,
): Promise<Maybe<TopicFilter>> {
  if (!filter?.slug) return filter
  const slug = exactly(filter.slug)
  const rows = await db.topic.findMany({ where: { slug }, select: { id: true } })
  return { ids: rows.map(({ id }) => id) }
}
