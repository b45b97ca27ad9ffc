import type { SCOPES } from '../auth/actor.ts'
import type { MergeReason } from '../core/merge-reason.ts'

import type { WebhookEvent } from '../core/webhook-event.ts'
import { builder } from './builder.ts'

/** Enum values with their descriptions, as Pothos takes them. */
const values = <Name extends string>(descriptions: Record<Name, string>) =>
  Object.fromEntries(
    Object.entries<string>(descriptions).map(([name, description]) => [
      name,
      { value: name, description },
    ]),
  ) as { [N in Name]: { value: N; description: string } }

const WEBHOOK_EVENT_DESCRIPTIONS: Record<WebhookEvent, string> = {
  'article.published': 'Everyone can read an article from now on.',
  'article.updated': 'The text of a public article or the facts about it changed.',
  'article.corrected': 'A public article was corrected, with a notice.',
  'article.unpublished': 'An article was taken back without a notice.',
  'article.withdrawn': 'An article was taken back with a notice.',
  'article.erased': 'An article was deleted for good.',
  'figure.reported': 'A public article reports a figure.',
  'figure.revised': 'A figure takes the place of another, or was amended.',
  'figure.retracted': 'A figure was rejected, or withdrawn with its article.',
  'figure.conflict': 'A figure that is reported or revised contradicts another claimant.',
  'entity.merged': 'An entity was merged into another.',
}

export const ArticleStatus = builder.enumType('ArticleStatus', {
  description: 'Where an article stands between desk and reader.',
  values: values({
    DRAFT: 'Not ready to be read.',
    SCHEDULED: 'Becomes public at its publishedAt.',
    PUBLISHED: 'Public, unless an embargo runs.',
    UNPUBLISHED: 'Taken back without a notice.',
    WITHDRAWN: 'Taken back with a public notice.',
  }),
})

export const RevisionKind = builder.enumType('RevisionKind', {
  description: 'Why a revision was made.',
  values: values({
    ORIGINAL: 'The first text.',
    UPDATE: 'New developments.',
    CORRECTION: 'Something was wrong; a notice says what.',
    REFILE: 'Form or routing was wrong, not the facts.',
    WITHDRAWAL: 'The story no longer stands.',
  }),
})

export const CorrectionKind = builder.enumType('CorrectionKind', {
  description: 'What a notice tells readers.',
  values: values({
    CORRECTION: 'A fact was wrong and is now right.',
    CLARIFICATION: 'Nothing was wrong, but it could be misread.',
    WITHDRAWAL: 'The story no longer stands.',
  }),
})

export const TextChangeKind = builder.enumType('TextChangeKind', {
  description: 'What became of a piece of text.',
  values: values({
    KEPT: 'It is in both texts.',
    ADDED: 'It is in this text only.',
    REMOVED: 'It is in the text before only.',
  }),
})

export const NoticeKind = builder.enumType('NoticeKind', {
  description: 'What a notice on an article that goes on standing can be.',
  values: values({
    CORRECTION: 'A fact was wrong and is now right.',
    CLARIFICATION: 'Nothing was wrong, but it could be misread.',
  }),
})

export const EntityType = builder.enumType('EntityType', {
  description: 'What an entity is.',
  values: values({
    PERSON: 'A human being.',
    PLACE: 'Somewhere on a map.',
    ORGANIZATION: 'A body of people: state, party, company, team.',
  }),
})

export const SearchTypeEnum = builder.enumType('SearchType', {
  description: 'What a search can find.',
  values: values({
    ARTICLE: 'Articles, by their text, the names in it and their figures.',
    PERSON: 'People, by their names.',
    PLACE: 'Places, by their names.',
    ORGANIZATION: 'Organizations, by their names.',
  }),
})

export const PlaceKind = builder.enumType('PlaceKind', {
  description: 'What kind of place.',
  values: values({
    CONTINENT: 'A continent or a part of one.',
    COUNTRY: 'A country or territory.',
    REGION: 'A first-level division: oblast, state, province.',
    DISTRICT: 'A smaller division, or a part of a city.',
    CITY: 'A city, town or village.',
    STREET: 'A street, square or address.',
    WATER: 'A sea, lake or river.',
    AREA: 'A region without borders of its own: Donbas, the Middle East.',
    FACILITY: 'A building, base, airport or plant.',
  }),
})

export const AliasKind = builder.enumType('AliasKind', {
  description: 'How another name relates to the entity.',
  values: values({
    NAME: 'A full name.',
    SHORT: 'A short form: a surname, an abbreviation.',
    TRANSLITERATION: 'The name in another spelling or script.',
    FORMER: 'A name of the past.',
  }),
})

export const SpanFieldEnum = builder.enumType('SpanField', {
  description: 'Which text of a revision a span points into.',
  values: values({ HEADLINE: 'Article.headline.', BODY: 'Article.bodyText.' }),
})

export const Aggregation = builder.enumType('Aggregation', {
  description: 'How values of a metric may be combined.',
  values: values({
    FLOW: 'Counted over a period: values of separate periods add up.',
    CUMULATIVE: 'Counted since a beginning: the latest value stands, sums are wrong.',
    STOCK: 'What there is at a time.',
    RATIO: 'A share or rate: neither adds up.',
  }),
})

export const Qualifier = builder.enumType('Qualifier', {
  description: 'How exact a figure claims to be.',
  values: values({
    EXACT: 'The number as it stands.',
    ABOUT: 'About, nearly, some.',
    AT_LEAST: 'This many or more.',
    AT_MOST: 'This many or fewer: up to.',
    MORE_THAN: 'More than this.',
    LESS_THAN: 'Fewer than this.',
    BETWEEN: 'From minValue to maxValue.',
    UNSPECIFIED: 'No number is given: several, others.',
  }),
})

export const AttributionKind = builder.enumType('AttributionKind', {
  description: 'Who a figure is attributed to.',
  values: values({
    NAMED: 'A named person or organization.',
    COLLECTIVE: 'An unnamed group: officials, police.',
    ANONYMOUS: 'A source that is not named.',
    ARTICLE_VOICE: 'Nobody: the article itself says so.',
  }),
})

export const ProvenanceKind = builder.enumType('ProvenanceKind', {
  description: 'What made a mention or figure.',
  values: values({
    EXTRACTOR: 'Found in the text by software.',
    HUMAN: 'Added or confirmed by a person.',
    CMS: 'Supplied with the article.',
  }),
})

export const ReviewStatus = builder.enumType('ReviewStatus', {
  description: 'What a person decided about it.',
  values: values({
    UNREVIEWED: 'Nobody has looked yet.',
    ACCEPTED: 'Right as found.',
    AMENDED: 'Right after a change.',
    REJECTED: 'Wrong.',
  }),
})

export const ReviewKindEnum = builder.enumType('ReviewKind', {
  description: 'What can wait for review.',
  values: values({ FIGURE: 'A figure.', MENTION: 'A mention.' }),
})

export const ReviewDecision = builder.enumType('ReviewDecision', {
  description: 'What a person decides about a mention or figure.',
  values: values({
    ACCEPT: 'Right as it is.',
    AMEND: 'Right with these changes.',
    REJECT: 'Wrong: it leaves all lists and claims.',
  }),
})

export const FigureStatus = builder.enumType('FigureStatus', {
  description: 'Whether a figure still stands.',
  values: values({
    CURRENT: 'It stands.',
    SUPERSEDED: 'A correction replaced it.',
    RETRACTED: 'Its article was withdrawn.',
    ORPHANED: 'Its words are no longer in the text.',
  }),
})

export const PeriodPrecision = builder.enumType('PeriodPrecision', {
  description: 'How exactly the text gives a period.',
  values: values({
    YEAR: 'To the year.',
    QUARTER: 'To the quarter.',
    MONTH: 'To the month.',
    WEEK: 'To the week.',
    DAY: 'To the day.',
    HOUR: 'To the hour.',
  }),
})

export const FigureRole = builder.enumType('FigureRole', {
  description: 'What an entity has to do with a figure.',
  values: values({ CLAIMANT: 'It says so.', PLACE: 'It is where the figure applies.' }),
})

export const SourceExtractor = builder.enumType('SourceExtractor', {
  description: 'What reads the articles of a source.',
  values: {
    EMBEDDED: { value: 'embedded', description: 'The one that is part of the server.' },
    REMOTE: {
      value: 'remote',
      description: 'A language model behind the endpoint of the settings; when it fails, EMBEDDED.',
    },
  } as const,
})

export const IngestOutcome = builder.enumType('IngestOutcome', {
  description: 'What taking in an article did.',
  values: values({
    CREATED: 'The article is new.',
    UPDATED: 'Something changed; a new text made a new revision.',
    UNCHANGED: 'It was already stored like this.',
    STALE: 'A newer state is stored; nothing was changed.',
  }),
})

export const IngestionStatus = builder.enumType('IngestionStatus', {
  description: 'How far a payload that a CMS sent is.',
  values: values({
    RECEIVED: 'Stored, and waiting to be read.',
    DONE: 'Read; the outcome says what it did.',
    FAILED: 'It could not be taken in; the error says why.',
    IGNORED: 'It says nothing about an article; the error says what it is.',
  }),
})

export const SourceAdapter = builder.enumType('SourceAdapter', {
  description: 'Whose payloads a source sends to POST /ingest/:source.',
  values: {
    GENERIC: { value: 'generic', description: 'The fields of IngestArticleInput as JSON.' },
    NINJS: { value: 'ninjs', description: "IPTC's ninjs." },
    WORDPRESS: { value: 'wordpress', description: "Posts of WordPress' REST API." },
    GHOST: { value: 'ghost', description: "Ghost's webhooks." },
    STRAPI: { value: 'strapi', description: "Strapi's webhooks." },
    CONTENTFUL: { value: 'contentful', description: "Contentful's webhooks." },
  } as const,
})

export const ImportFormatEnum = builder.enumType('ImportFormat', {
  description: 'What is at an address or in a file.',
  values: {
    AUTO: { value: 'auto', description: 'Whatever it looks like.' },
    TEXT: { value: 'text', description: 'Plain text, one article.' },
    HTML: { value: 'html', description: 'A page, one article.' },
    JSONL: { value: 'jsonl', description: 'The fields of IngestArticleInput, one object a line.' },
    NINJS: { value: 'ninjs', description: "IPTC's ninjs." },
    RSS: { value: 'rss', description: 'RSS, Atom or JSON Feed.' },
    WORDPRESS: { value: 'wordpress', description: 'A WordPress site, by its REST API.' },
    WXR: { value: 'wxr', description: 'An export of WordPress.' },
    CSV: { value: 'csv', description: 'A table with the fields of IngestArticleInput.' },
  } as const,
})

export const ScopeEnum = builder.enumType('Scope', {
  description: 'What an API key may do.',
  values: values<(typeof SCOPES)[number]>({
    READ_UNPUBLISHED: 'See drafts, embargoed, scheduled and unpublished articles.',
    INGEST: 'Send articles.',
    REVIEW: 'Decide about mentions, figures and entities.',
    ADMIN: 'Everything, including keys and sources.',
  }),
})

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Which end of a list comes first.',
  values: values({ ASC: 'Smallest, oldest, A.', DESC: 'Largest, newest, Z.' }),
})

export const ArticleOrderField = builder.enumType('ArticleOrderField', {
  description: 'What articles can be ordered by.',
  values: values({
    PUBLISHED_AT: 'Time of publication; where there is none, of arrival.',
    UPDATED_AT: 'Time of the last change.',
    HEADLINE: 'Headline, case and accents aside.',
  }),
})

export const EntityOrderField = builder.enumType('EntityOrderField', {
  description: 'What entities can be ordered by.',
  values: values({ NAME: 'Name, case and accents aside.', CREATED_AT: 'When first named.' }),
})

export const FigureOrderField = builder.enumType('FigureOrderField', {
  description: 'What figures can be ordered by.',
  values: values({
    PUBLISHED_AT: 'When its article was published.',
    VALUE: 'Value; a range by its middle, no value first.',
  }),
})

export const ClaimOrderField = builder.enumType('ClaimOrderField', {
  description: 'What claims can be ordered by.',
  values: values({
    RECORDED: 'When the claim was first recorded here.',
    VALUE: 'Value; a range by its middle.',
  }),
})

export const ClaimRole = builder.enumType('ClaimRole', {
  description: 'How an entity takes part in a claim.',
  values: values({ CLAIMANT: 'It says so.', PLACE: 'It is where the claim applies.' }),
})

export const IntervalEnum = builder.enumType('Interval', {
  description: 'How time is divided, in UTC.',
  values: values({
    DAY: 'Days.',
    WEEK: 'ISO weeks, from Monday.',
    MONTH: 'Calendar months.',
    YEAR: 'Calendar years.',
    AS_REPORTED: 'The periods that the texts give.',
  }),
})

export const PointMethodEnum = builder.enumType('PointMethod', {
  description: 'How the value of a point comes about.',
  values: values({
    REPORTED: 'As its claim has it.',
    LATEST: 'The last of several levels in the interval.',
    SUM: 'Added up over separate periods or places.',
  }),
})

export const AggregateGroup = builder.enumType('AggregateGroup', {
  description: 'What claims are grouped by, besides metric and unit.',
  values: values({
    METRIC: 'Nothing else.',
    PLACE: 'Each place that they are about.',
    CLAIMANT: 'Who says so.',
    PERIOD: 'The time they are about.',
  }),
})

export const ArticleChangeKind = builder.enumType('ArticleChangeKind', {
  description: 'What happened to an article.',
  values: values({
    CREATED: 'It came in. Told only to those who see unpublished articles.',
    PUBLISHED: 'Everyone can read it from now on.',
    UPDATED: 'Its text or the facts about it changed.',
    CORRECTED: 'It was corrected, with a notice.',
    REPROCESSED: 'Its text was read again: mentions and figures may have changed.',
    UNPUBLISHED: 'It was taken back without a notice: remove it.',
    WITHDRAWN: 'It was taken back with a notice: remove it.',
    ERASED: 'It was deleted for good: remove it.',
  }),
})

export const MergeReasonEnum = builder.enumType('MergeReason', {
  description: 'Why two entities may be one.',
  values: values<MergeReason>({
    SAME_NAME: 'They go by the same name.',
    TRANSLITERATION: 'Their names are spellings of one name: Zelensky and Zelenskyy.',
    INITIALS: 'One is the other with initials: V. Zelensky.',
    ACRONYM: 'One abbreviates the other: UN.',
    SHORT_FORM: 'One is a part of the other: Zelensky, General Staff.',
    SHARED_CONTEXT: 'They are named beside the same people, places or organizations.',
  }),
})

export const WebhookDeliveryStatus = builder.enumType('WebhookDeliveryStatus', {
  description: 'How far a message to a webhook is.',
  values: values({
    PENDING: 'It is to be sent, for the first time or again.',
    DELIVERED: 'The receiver took it.',
    DEAD: 'The receiver did not take it in three days: replayDelivery sends it again.',
  }),
})

export const WebhookEventType = builder.enumType('WebhookEventType', {
  description: 'What a webhook can be told of. Messages name it as in "article.published".',
  values: Object.fromEntries(
    Object.entries(WEBHOOK_EVENT_DESCRIPTIONS).map(([value, description]) => [
      value.replace('.', '_').toUpperCase(),
      { value: value as WebhookEvent, description },
    ]),
  ),
})
