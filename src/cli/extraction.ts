import { type DerivedFigure, deriveFigures } from '../core/derived-figures.ts'
import { foldKey } from '../core/fold-key.ts'
import type { Span } from '../core/span.ts'
import type {
  Annotations,
  AttributionKind,
  EntityType,
  FoundAttribution,
  FoundFigure,
} from '../extraction/extractor.ts'

/** The text that spans count on, and what cleaning took away. */
export interface ExtractedText {
  readonly headline: string
  readonly bodyText: string
  readonly removedText: readonly string[]
}

/** A text with the language that it is read in, as a BCP 47 tag. */
interface ReadText extends ExtractedText {
  readonly language: string
}

/** What `dateline extract --json` prints: names and figures without ids, as no database knows them. */
export interface Extraction extends ReadText {
  readonly mentions: readonly ExtractedMention[]
  readonly figures: readonly ExtractedFigure[]
  /** Operands are indexes into `figures`. */
  readonly derived: readonly DerivedFigure[]
}

type ExtractedSpan = Pick<Span, 'field' | 'start' | 'end' | 'exact'>

interface ExtractedMention {
  readonly type: EntityType
  /** The fullest form in the text. */
  readonly name: string
  readonly span: ExtractedSpan
}

export interface ExtractedFigure
  extends Pick<
    FoundFigure,
    'value' | 'minValue' | 'maxValue' | 'valueText' | 'unit' | 'measure' | 'qualifier'
  > {
  readonly span: ExtractedSpan
  /** Its key: "drones-intercepted". */
  readonly metric: string | null
  /** Names of the places where it applies. */
  readonly places: readonly string[]
  readonly attribution: {
    readonly kind: AttributionKind
    readonly label: string | null
    readonly cue: ExtractedSpan | null
  }
}

export function toExtraction(text: ReadText, found: Annotations): Extraction {
  const { entities, mentions, figures } = found
  return {
    headline: text.headline,
    bodyText: text.bodyText,
    removedText: text.removedText,
    language: text.language,
    mentions: mentions.flatMap(({ entity, span }) => {
      const named = entities[entity]
      return named ? [{ type: named.type, name: named.name, span: bare(span) }] : []
    }),
    figures: figures.map((figure) => toFigure(figure, found)),
    derived: deriveFigures(
      figures.map(({ value, metric, partOf, qualifier, attribution }, id) => ({
        id,
        value,
        metricKey: metric?.key ?? null,
        partOfId: partOf,
        claimantKey: claimantKey(attribution),
        qualifier,
      })),
    ),
  }
}

function toFigure(figure: FoundFigure, { entities }: Annotations): ExtractedFigure {
  const { kind, label, cue } = figure.attribution
  return {
    span: bare(figure.span),
    value: figure.value,
    minValue: figure.minValue,
    maxValue: figure.maxValue,
    valueText: figure.valueText,
    unit: figure.unit,
    metric: figure.metric?.key ?? null,
    measure: figure.measure,
    qualifier: figure.qualifier,
    places: figure.places.flatMap((index) => entities[index]?.name ?? []),
    attribution: { kind, label, cue: cue && bare(cue) },
  }
}

const bare = ({ field, start, end, exact }: Span): ExtractedSpan => ({ field, start, end, exact })

/** As in the graph: the entity where it is one, else the folded label; null in the article's voice. */
function claimantKey({ claimant, label }: FoundAttribution): string | null {
  if (claimant !== null) return `#${claimant}`
  return label === null ? null : foldKey(label)
}
