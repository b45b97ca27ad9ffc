/**
 * Filters as clients write them, turned into Prisma's conditions. They live in one file because
 * they refer to each other (articles by their places, places by their articles); each builder adds
 * the visibility rule itself, so that no filter can be used to ask about what may not be seen.
 */
import { canonicalMetricKey } from '../core/metric-vocabulary.ts'
import {
  allOf,
  type Condition,
  exactly,
  type KeyFilter,
  type Maybe,
  present,
  text,
  within,
} from './filter-conditions.ts'
import type { Prisma } from './generated/client/client.ts'
import { inBox, inCircle } from './geo-filter.ts'
import { goesBySlug } from './has-slug.ts'
import type {
  ArticleFilter,
  ClaimFilter,
  EntityFilter,
  FigureFilter,
  MetricFilter,
  Resolved,
  SourceFilter,
} from './list-filters.ts'
import {
  knownFigure,
  type Viewer,
  visibleAlias,
  visibleArticle,
  visibleClaim,
  visibleEntity,
  visibleFigure,
  visibleMetric,
  visibleSource,
} from './visibility.ts'

export function sourceWhere(filter: Maybe<SourceFilter>, viewer: Viewer): Prisma.SourceWhereInput {
  return allOf<Prisma.SourceWhereInput>(visibleSource(viewer), [
    filter?.slug && { slug: exactly(filter.slug) },
    ...text<Prisma.SourceWhereInput>(
      filter?.name,
      (name) => ({ name }),
      (nameKey) => ({ nameKey }),
    ),
  ])
}

export function metricWhere(filter: Maybe<MetricFilter>, viewer: Viewer): Prisma.MetricWhereInput {
  return allOf<Prisma.MetricWhereInput>(visibleMetric(viewer), metricConditions(filter))
}

/** By key, or by a key that means the same: a synonym, or one that was merged into it. */
export function metricNamed(filter: KeyFilter): Prisma.MetricWhereInput {
  const canonical = exactly({
    eq: filter.eq && canonicalMetricKey(filter.eq),
    in: filter.in?.map(canonicalMetricKey),
  })
  return { OR: [{ key: canonical }, { supersedes: { some: { key: exactly(filter) } } }] }
}

export function metricConditions(
  filter: Maybe<MetricFilter>,
): Condition<Prisma.MetricWhereInput>[] {
  return [
    among(filter),
    filter?.key && metricNamed(filter.key),
    ...text<Prisma.MetricWhereInput>(
      filter?.label,
      (label) => ({ label }),
      (labelKey) => ({ labelKey }),
    ),
    filter?.aggregation && { aggregation: exactly(filter.aggregation) },
  ]
}

export function entityWhere(filter: Maybe<EntityFilter>, viewer: Viewer): Prisma.EntityWhereInput {
  return allOf<Prisma.EntityWhereInput>(visibleEntity(viewer), entityConditions(filter, viewer))
}

/** By its slug or a former one, also by those of an entity that was merged into it. */
export function entityNamed(filter: KeyFilter): Prisma.EntityWhereInput {
  return goesBySlug(exactly(filter))
}

/** By one of its names, or of those that were merged into it. */
function goesBy(name: Prisma.AliasWhereInput, viewer: Viewer): Prisma.EntityWhereInput {
  const aliases = { some: { AND: [name, visibleAlias(viewer)] } }
  return { OR: [{ aliases }, { merged: { some: { aliases } } }] }
}

export function entityConditions(
  filter: Maybe<EntityFilter>,
  viewer: Viewer,
): Condition<Prisma.EntityWhereInput>[] {
  return [
    among(filter),
    filter?.slug && entityNamed(filter.slug),
    ...text<Prisma.EntityWhereInput>(
      filter?.name,
      // Its own name is among its aliases.
      (name) => goesBy({ name }, viewer),
      (nameKey) => goesBy({ nameKey }, viewer),
    ),
    filter?.type && { type: exactly(filter.type) },
    filter?.countryCode && { countryCode: exactly(filter.countryCode) },
    filter?.within && {
      ancestors: {
        some: refers<Prisma.PlaceAncestorWhereInput>(
          filter.within,
          (ancestorId) => ({ ancestorId }),
          () => ({ ancestor: isOrBecame(filter.within ?? {}, viewer) }),
        ),
      },
    },
    filter?.near && inCircle(filter.near),
    filter?.box && inBox(filter.box),
    filter?.articles && { articles: { some: { article: articleWhere(filter.articles, viewer) } } },
  ]
}

const among = (filter: Maybe<Resolved>) => filter?.ids != null && { id: { in: [...filter.ids] } }

/** Whether the filter is nothing but ids. */
export const isIds = ({ ids, ...others }: Resolved): boolean =>
  ids != null && Object.values(others).every((value) => value == null)

/** A reference to such rows: by their ids where those are known, else by what is asked of them. */
const refers = <Where>(
  filter: Resolved,
  byIds: (ids: { in: number[] }) => Where,
  byConditions: () => Where,
): Where => (isIds(filter) ? byIds({ in: [...(filter.ids ?? [])] }) : byConditions())

const isOrBecame = (filter: EntityFilter, viewer: Viewer): Prisma.EntityWhereInput => ({
  descendants: { some: { depth: 0, place: { AND: present(entityConditions(filter, viewer)) } } },
})

export function figureWhere(filter: Maybe<FigureFilter>, viewer: Viewer): Prisma.FigureWhereInput {
  // Only whoever asks for a review status may be answered with what was rejected.
  const base = filter?.reviewStatus ? knownFigure(viewer) : visibleFigure(viewer)
  return allOf<Prisma.FigureWhereInput>(base, figureConditions(filter, viewer))
}

function figureConditions(
  filter: Maybe<FigureFilter>,
  viewer: Viewer,
): Condition<Prisma.FigureWhereInput>[] {
  return [
    filter?.value && { value: within(filter.value) },
    filter?.unit && { unit: exactly(filter.unit) },
    filter?.metric && byMetric(filter.metric),
    filter?.claimant && byClaimant(filter.claimant, viewer),
    filter?.attributionKind && { attributionKind: exactly(filter.attributionKind) },
    ...text<Prisma.FigureWhereInput>(
      filter?.attributionLabel,
      (attributionLabel) => ({ attributionLabel }),
      (attributionKey) => ({ attributionKey }),
    ),
    filter?.places && atPlaces(filter.places, viewer),
    filter?.article && { article: articleWhere(filter.article, viewer) },
    filter?.reviewStatus && { reviewStatus: exactly(filter.reviewStatus) },
    filter?.status && { status: exactly(filter.status) },
  ]
}

/** Conditions that figures and claims share. */
const byMetric = (filter: MetricFilter) =>
  refers<Prisma.FigureWhereInput & Prisma.ClaimWhereInput>(
    filter,
    (metricId) => ({ metricId }),
    () => ({ metric: { AND: present(metricConditions(filter)) } }),
  )

const byClaimant = (filter: EntityFilter, viewer: Viewer) =>
  refers<Prisma.FigureWhereInput & Prisma.ClaimWhereInput>(
    filter,
    (claimantId) => ({ claimantId }),
    () => ({ claimant: { AND: present(entityConditions(filter, viewer)) } }),
  )

const atPlaces = (filter: EntityFilter, viewer: Viewer) => ({
  places: {
    some: refers<Prisma.FigurePlaceWhereInput & Prisma.ClaimPlaceWhereInput>(
      filter,
      (placeId) => ({ placeId }),
      () => ({ place: { AND: present(entityConditions(filter, viewer)) } }),
    ),
  },
})

export function claimWhere(filter: Maybe<ClaimFilter>, viewer: Viewer): Prisma.ClaimWhereInput {
  return allOf<Prisma.ClaimWhereInput>(visibleClaim(viewer), [
    filter?.value && { value: within(filter.value) },
    filter?.unit && { unit: exactly(filter.unit) },
    filter?.metric && byMetric(filter.metric),
    filter?.claimant && byClaimant(filter.claimant, viewer),
    filter?.places && atPlaces(filter.places, viewer),
    filter?.period && { periodStart: within(filter.period) },
    filter?.figures && { figures: { some: figureWhere(filter.figures, viewer) } },
  ])
}

export function articleWhere(
  filter: Maybe<ArticleFilter>,
  viewer: Viewer,
): Prisma.ArticleWhereInput {
  const names = (
    wanted: Maybe<EntityFilter>,
    type?: Prisma.EntityModel['type'],
  ): Condition<Prisma.ArticleWhereInput> =>
    wanted && {
      entities: {
        some: {
          ...(type && { entityType: type }),
          ...refers<Prisma.ArticleEntityWhereInput>(
            wanted,
            (entityId) => ({ entityId }),
            () => ({ entity: { AND: present(entityConditions(wanted, viewer)) } }),
          ),
        },
      },
    }
  // Where nothing else is asked of the places, the edge that holds what they lie in answers.
  const { within: around, ...asked } = filter?.places ?? {}
  const aroundOnly = Object.values(asked).every((value) => value == null) ? around : null
  return allOf<Prisma.ArticleWhereInput>(visibleArticle(viewer), [
    filter?.slug && { slug: exactly(filter.slug) },
    ...text<Prisma.ArticleWhereInput>(
      filter?.headline,
      (headline) => ({ headline }),
      (headlineKey) => ({ headlineKey }),
    ),
    filter?.language && { language: exactly(filter.language) },
    filter?.status && { status: exactly(filter.status) },
    // Where there is a time of publication, it is the one that lists are ordered by, which has the index.
    filter?.publishedAt && {
      publishedAt: within(filter.publishedAt),
      orderedAt: within(filter.publishedAt),
    },
    filter?.updatedAt && { updatedAt: within(filter.updatedAt) },
    filter?.source &&
      refers<Prisma.ArticleWhereInput>(
        filter.source,
        (sourceId) => ({ sourceId }),
        () => ({ source: sourceWhere(filter.source, viewer) }),
      ),
    filter?.topics?.slug && { topics: { some: { topic: { slug: exactly(filter.topics.slug) } } } },
    filter?.topics?.ids && { topics: { some: { topicId: { in: [...filter.topics.ids] } } } },
    names(filter?.entities),
    names(filter?.people, 'PERSON'),
    aroundOnly
      ? {
          placesAround: {
            some: refers<Prisma.ArticlePlaceWhereInput>(
              aroundOnly,
              (placeId) => ({ placeId }),
              () => ({ place: isOrBecame(aroundOnly, viewer) }),
            ),
          },
        }
      : names(filter?.places, 'PLACE'),
    names(filter?.organizations, 'ORGANIZATION'),
    filter?.figures && { figures: { some: figureWhere(filter.figures, viewer) } },
  ])
}

export interface DeliveryFilter {
  readonly source?: Maybe<string>
  readonly externalId?: Maybe<string>
  readonly status?: Maybe<readonly Prisma.DeliveryModel['status'][]>
}

/** Whoever may see deliveries may see all. */
export function deliveryWhere(filter: Maybe<DeliveryFilter>): Prisma.DeliveryWhereInput {
  return {
    ...(filter?.source != null && { source: { slug: filter.source } }),
    ...(filter?.externalId != null && { externalId: filter.externalId }),
    ...(filter?.status != null && { status: { in: [...filter.status] } }),
  }
}
