import type { Box } from '../core/geo-area.ts'
import type {
  ChoiceFilter,
  KeyFilter,
  Maybe,
  RangeFilter,
  TextFilter,
} from './filter-conditions.ts'
import type { Prisma } from './generated/client/client.ts'
import type { NearFilter } from './geo-filter.ts'

/** The very rows, once they were looked up: see resolve-filter.ts. */
export interface Resolved {
  readonly ids?: Maybe<readonly number[]>
}
export interface SourceFilter extends Resolved {
  readonly slug?: Maybe<KeyFilter>
  readonly name?: Maybe<TextFilter>
}
export interface TopicFilter extends Resolved {
  readonly slug?: Maybe<KeyFilter>
}
export interface MetricFilter extends Resolved {
  readonly key?: Maybe<KeyFilter>
  readonly label?: Maybe<TextFilter>
  readonly aggregation?: Maybe<ChoiceFilter<Prisma.MetricModel['aggregation']>>
}
export interface EntityFilter extends Resolved {
  readonly slug?: Maybe<KeyFilter>
  /** The entity's name or one of its aliases. */
  readonly name?: Maybe<TextFilter>
  readonly type?: Maybe<ChoiceFilter<Prisma.EntityModel['type']>>
  readonly countryCode?: Maybe<KeyFilter>
  /** A place, or what lies in it; one that was merged stands for the one it became. */
  readonly within?: Maybe<EntityFilter>
  readonly near?: Maybe<NearFilter>
  readonly box?: Maybe<Box>
  readonly articles?: Maybe<ArticleFilter>
}
export interface FigureFilter {
  readonly value?: Maybe<RangeFilter<number>>
  readonly unit?: Maybe<KeyFilter>
  readonly metric?: Maybe<MetricFilter>
  readonly claimant?: Maybe<EntityFilter>
  readonly attributionKind?: Maybe<ChoiceFilter<Prisma.FigureModel['attributionKind']>>
  readonly attributionLabel?: Maybe<TextFilter>
  readonly places?: Maybe<EntityFilter>
  readonly article?: Maybe<ArticleFilter>
  readonly reviewStatus?: Maybe<ChoiceFilter<Prisma.FigureModel['reviewStatus']>>
  readonly status?: Maybe<ChoiceFilter<Prisma.FigureModel['status']>>
}
export interface ClaimFilter {
  readonly value?: Maybe<RangeFilter<number>>
  readonly unit?: Maybe<KeyFilter>
  readonly metric?: Maybe<MetricFilter>
  readonly claimant?: Maybe<EntityFilter>
  readonly places?: Maybe<EntityFilter>
  /** The start of the period that the texts give. */
  readonly period?: Maybe<RangeFilter<Date>>
  /** Claims that such a figure supports. */
  readonly figures?: Maybe<FigureFilter>
}
export interface ArticleFilter {
  readonly slug?: Maybe<KeyFilter>
  readonly headline?: Maybe<TextFilter>
  readonly language?: Maybe<KeyFilter>
  readonly status?: Maybe<ChoiceFilter<Prisma.ArticleModel['status']>>
  readonly publishedAt?: Maybe<RangeFilter<Date>>
  readonly updatedAt?: Maybe<RangeFilter<Date>>
  readonly source?: Maybe<SourceFilter>
  readonly topics?: Maybe<TopicFilter>
  readonly entities?: Maybe<EntityFilter>
  readonly people?: Maybe<EntityFilter>
  readonly places?: Maybe<EntityFilter>
  readonly organizations?: Maybe<EntityFilter>
  readonly figures?: Maybe<FigureFilter>
}
