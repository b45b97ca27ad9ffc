import type { PlaceKind } from '../core/place-kind.ts'
import type { Qualifier } from '../core/qualifier.ts'
import type { Span } from '../core/span.ts'

/**
 * What every extractor looks like: text in, annotations out, no I/O that its caller can see.
 * The embedded one is made of the passes in this folder; others may stand beside it, chosen per
 * source, and leave their own name and version on what they find.
 */
export interface Extractor {
  readonly name: string
  /** Changes whenever the same text may give other annotations. */
  readonly version: string
  extract(input: ExtractorInput): Promise<Annotations>
}

/** Clean text of one revision: what `clean/` returns. */
export interface ExtractorInput {
  readonly headline: string
  readonly body: string
  /** BCP 47; only English is read by the embedded extractor. */
  readonly language: string
  /** What "Wednesday" and "last month" are counted from. */
  readonly publishedAt: Date | null
}

export interface Annotations {
  readonly entities: readonly FoundEntity[]
  /** Ordered by field (headline first), then start; never overlapping. */
  readonly mentions: readonly FoundMention[]
  /** Ordered like mentions; no two share a start and end. */
  readonly figures: readonly FoundFigure[]
}

export type EntityType = 'PERSON' | 'PLACE' | 'ORGANIZATION'

/** Someone or something the article names, under all the forms it uses. */
export interface FoundEntity {
  readonly type: EntityType
  /** The fullest form in the text, completed by its kind where the text shares it ("Kherson region"). */
  readonly name: string
  /** Other forms in the text ("Zelensky"), without `name`. */
  readonly aliases: readonly string[]
  /** "Foreign Minister", where the text gives it right before or after the name. */
  readonly jobTitle: string | null
  readonly place: FoundPlace | null
}

/** What the gazetteer knows of a place; nothing here is guessed. */
export interface FoundPlace {
  readonly kind: PlaceKind
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null
  /** WGS 84 degrees. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly geonamesId: number | null
}

export interface FoundMention {
  /** Index into Annotations.entities. */
  readonly entity: number
  readonly span: Span
  /** The place stands for its government or team: "pressure on Moscow". */
  readonly metonym: boolean
  /** 0 to 1. */
  readonly confidence: number
}

export type Aggregation = 'FLOW' | 'CUMULATIVE' | 'STOCK' | 'RATIO'

export interface FoundFigure {
  /** Covers number and thing counted, and the event where it follows at once ("three civilians were killed"). */
  readonly span: Span
  /** Null where the text gives no number ("others injured") or a range. */
  readonly value: number | null
  readonly minValue: number | null
  readonly maxValue: number | null
  /** As written: "three", "635", "half a million". */
  readonly valueText: string
  readonly qualifier: Qualifier
  /** ISO 4217 code, "percent", UCUM-style measure, or the counted noun in the plural as written. */
  readonly unit: string | null
  /** The counted noun phrase as written: "traffic police officers". */
  readonly measure: string | null
  readonly metric: FoundMetric | null
  /** Of whom it is counted: "of the population", "among under-25s". */
  readonly population: string | null
  /** Where it applies: indexes into Annotations.entities. */
  readonly places: readonly number[]
  readonly period: FoundPeriod | null
  readonly actor: string | null
  readonly target: string | null
  readonly attribution: FoundAttribution
  /** Index into Annotations.figures of the whole that this counts a part of ("of which"). */
  readonly partOf: number | null
  readonly confidence: number
}

/** What makes figures comparable across articles: key `<counted-noun>[-<event>]`. */
export interface FoundMetric {
  readonly key: string
  readonly label: string
  readonly unit: string | null
  readonly aggregation: Aggregation
}

export interface FoundPeriod {
  readonly start: Date
  /** Exclusive. */
  readonly end: Date
  readonly precision: 'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR'
  /** The words it was read from. */
  readonly text: string
}

export type AttributionKind = 'NAMED' | 'COLLECTIVE' | 'ANONYMOUS' | 'ARTICLE_VOICE'

export interface FoundAttribution {
  readonly kind: AttributionKind
  /** As written, without a leading article: "Ukrainian Air Force". Null in the article's voice. */
  readonly label: string | null
  /** Index into Annotations.entities where the claimant is one of them. */
  readonly claimant: number | null
  /** "according to the Ukrainian Air Force". */
  readonly cue: Span | null
  /** The channel: "Telegram". */
  readonly via: string | null
}
