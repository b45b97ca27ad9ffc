import type {
  ArticleFilter,
  ClaimFilter,
  EntityFilter,
  FigureFilter,
  MetricFilter,
  SourceFilter,
  TopicFilter,
} from '../db/list-filters.ts'
import { builder } from './builder.ts'
import {
  Aggregation,
  ArticleStatus,
  AttributionKind,
  EntityType,
  FigureStatus,
  ReviewStatus,
} from './enums.ts'
import { BoxInput, NearInput } from './geo-inputs.ts'

export const KeyFilterInput = builder.inputType('KeyFilter', {
  description: 'Compares a key exactly. All given conditions must hold.',
  fields: (t) => ({
    eq: t.string({ description: 'Equal to this.' }),
    in: t.stringList({ description: 'One of these.' }),
  }),
})

const TextFilterInput = builder.inputType('TextFilter', {
  description: 'Compares text. All given conditions must hold.',
  fields: (t) => ({
    eq: t.string({ description: 'Equal to this, as written.' }),
    in: t.stringList({ description: 'One of these, as written.' }),
    contains: t.string({ description: 'Contains this, case, accents and punctuation aside.' }),
  }),
})

export const DateTimeFilterInput = builder.inputType('DateTimeFilter', {
  description: 'Compares a moment. All given conditions must hold.',
  fields: (t) => ({
    eq: t.field({ type: 'DateTime', description: 'At this moment.' }),
    gt: t.field({ type: 'DateTime', description: 'After this.' }),
    gte: t.field({ type: 'DateTime', description: 'At or after this.' }),
    lt: t.field({ type: 'DateTime', description: 'Before this.' }),
    lte: t.field({ type: 'DateTime', description: 'At or before this.' }),
  }),
})

const NumberFilterInput = builder.inputType('NumberFilter', {
  description: 'Compares a number. All given conditions must hold.',
  fields: (t) => ({
    eq: t.float({ description: 'Equal to this.' }),
    gt: t.float({ description: 'More than this.' }),
    gte: t.float({ description: 'This or more.' }),
    lt: t.float({ description: 'Less than this.' }),
    lte: t.float({ description: 'This or less.' }),
  }),
})

const ArticleStatusFilterInput = builder.inputType('ArticleStatusFilter', {
  description: 'Compares a status.',
  fields: (t) => ({
    eq: t.field({ type: ArticleStatus, description: 'Equal to this.' }),
    in: t.field({ type: [ArticleStatus], description: 'One of these.' }),
  }),
})

const EntityTypeFilterInput = builder.inputType('EntityTypeFilter', {
  description: 'Compares an entity type.',
  fields: (t) => ({
    eq: t.field({ type: EntityType, description: 'Equal to this.' }),
    in: t.field({ type: [EntityType], description: 'One of these.' }),
  }),
})

const AttributionKindFilterInput = builder.inputType('AttributionKindFilter', {
  description: 'Compares an attribution kind.',
  fields: (t) => ({
    eq: t.field({ type: AttributionKind, description: 'Equal to this.' }),
    in: t.field({ type: [AttributionKind], description: 'One of these.' }),
  }),
})

const AggregationFilterInput = builder.inputType('AggregationFilter', {
  description: 'Compares an aggregation.',
  fields: (t) => ({
    eq: t.field({ type: Aggregation, description: 'Equal to this.' }),
    in: t.field({ type: [Aggregation], description: 'One of these.' }),
  }),
})

const ReviewStatusFilterInput = builder.inputType('ReviewStatusFilter', {
  description: 'Compares a review status.',
  fields: (t) => ({
    eq: t.field({ type: ReviewStatus, description: 'Equal to this.' }),
    in: t.field({ type: [ReviewStatus], description: 'One of these.' }),
  }),
})

const FigureStatusFilterInput = builder.inputType('FigureStatusFilter', {
  description: 'Compares a figure status.',
  fields: (t) => ({
    eq: t.field({ type: FigureStatus, description: 'Equal to this.' }),
    in: t.field({ type: [FigureStatus], description: 'One of these.' }),
  }),
})

export const SourceFilterInput = builder.inputRef<SourceFilter>('SourceFilter').implement({
  description: 'Which sources. All given conditions must hold.',
  fields: (t) => ({
    slug: t.field({ type: KeyFilterInput, description: 'Its slug.' }),
    name: t.field({ type: TextFilterInput, description: 'Its name.' }),
  }),
})

const TopicFilterInput = builder.inputRef<TopicFilter>('TopicFilter').implement({
  description: 'Which topics.',
  fields: (t) => ({ slug: t.field({ type: KeyFilterInput, description: 'Its slug.' }) }),
})

export const MetricFilterInput = builder.inputRef<MetricFilter>('MetricFilter').implement({
  description: 'Which metrics. All given conditions must hold.',
  fields: (t) => ({
    key: t.field({ type: KeyFilterInput, description: 'Its key: "drones-intercepted".' }),
    label: t.field({ type: TextFilterInput, description: 'Its label.' }),
    aggregation: t.field({ type: AggregationFilterInput, description: 'How its values combine.' }),
  }),
})

export const ClaimFilterInput = builder.inputRef<ClaimFilter>('ClaimFilter')
export const EntityFilterInput = builder.inputRef<EntityFilter>('EntityFilter')
export const FigureFilterInput = builder.inputRef<FigureFilter>('FigureFilter')
export const ArticleFilterInput = builder.inputRef<ArticleFilter>('ArticleFilter')

EntityFilterInput.implement({
  description: 'Which entities. All given conditions must hold.',
  fields: (t) => ({
    slug: t.field({ type: KeyFilterInput, description: 'Its slug.' }),
    name: t.field({ type: TextFilterInput, description: 'Its name or one of its aliases.' }),
    type: t.field({ type: EntityTypeFilterInput, description: 'What it is.' }),
    countryCode: t.field({
      type: KeyFilterInput,
      description: 'ISO 3166-1 alpha-2 code of a place.',
    }),
    within: t.field({
      type: EntityFilterInput,
      description: 'Such a place, or one inside it: a town of a region, a region of a country.',
    }),
    near: t.field({ type: NearInput, description: 'Places around a point.' }),
    box: t.field({ type: BoxInput, description: 'Places in a part of the map.' }),
    articles: t.field({ type: ArticleFilterInput, description: 'Named in such an article.' }),
  }),
})

ClaimFilterInput.implement({
  description: 'Which claims. All given conditions must hold.',
  fields: (t) => ({
    value: t.field({ type: NumberFilterInput, description: 'Its value.' }),
    unit: t.field({ type: KeyFilterInput, description: 'Its unit: "EUR", "percent", "km".' }),
    metric: t.field({ type: MetricFilterInput, description: 'What it measures.' }),
    claimant: t.field({ type: EntityFilterInput, description: 'The entity that says so.' }),
    places: t.field({ type: EntityFilterInput, description: 'Applies in such a place.' }),
    period: t.field({ type: DateTimeFilterInput, description: 'When its period starts.' }),
    figures: t.field({ type: FigureFilterInput, description: 'Such a figure supports it.' }),
  }),
})

FigureFilterInput.implement({
  description: 'Which figures. All given conditions must hold.',
  fields: (t) => ({
    value: t.field({ type: NumberFilterInput, description: 'Its value.' }),
    unit: t.field({ type: KeyFilterInput, description: 'Its unit: "EUR", "percent", "drones".' }),
    metric: t.field({ type: MetricFilterInput, description: 'What it measures.' }),
    claimant: t.field({ type: EntityFilterInput, description: 'The entity that says so.' }),
    attributionKind: t.field({
      type: AttributionKindFilterInput,
      description: 'Who it is attributed to.',
    }),
    attributionLabel: t.field({
      type: TextFilterInput,
      description: 'The claimant as the text names it.',
    }),
    places: t.field({ type: EntityFilterInput, description: 'Applies in such a place.' }),
    article: t.field({ type: ArticleFilterInput, description: 'Stands in such an article.' }),
    reviewStatus: t.field({ type: ReviewStatusFilterInput, description: 'What a person decided.' }),
    status: t.field({ type: FigureStatusFilterInput, description: 'Whether it still stands.' }),
  }),
})

ArticleFilterInput.implement({
  description: 'Which articles. All given conditions must hold.',
  fields: (t) => ({
    slug: t.field({ type: KeyFilterInput, description: 'Its slug.' }),
    headline: t.field({ type: TextFilterInput, description: 'Its headline.' }),
    language: t.field({ type: KeyFilterInput, description: 'BCP 47 tag: "en".' }),
    status: t.field({ type: ArticleStatusFilterInput, description: 'Its status.' }),
    publishedAt: t.field({ type: DateTimeFilterInput, description: 'When it was published.' }),
    updatedAt: t.field({ type: DateTimeFilterInput, description: 'When it last changed here.' }),
    source: t.field({ type: SourceFilterInput, description: 'Where it comes from.' }),
    topics: t.field({ type: TopicFilterInput, description: 'Filed under such a topic.' }),
    entities: t.field({ type: EntityFilterInput, description: 'Names such an entity.' }),
    people: t.field({ type: EntityFilterInput, description: 'Names such a person.' }),
    places: t.field({ type: EntityFilterInput, description: 'Names such a place.' }),
    organizations: t.field({ type: EntityFilterInput, description: 'Names such an organization.' }),
    figures: t.field({ type: FigureFilterInput, description: 'Reports such a figure.' }),
  }),
})
