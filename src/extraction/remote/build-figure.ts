import type { Span } from '../../core/span.ts'
import type { FoundAttribution, FoundFigure, FoundMetric, FoundPeriod } from '../extractor.ts'
import { findPhrase } from '../find-phrase.ts'
import { anchorQuote, type QuotedText, readWords } from './anchor-quote.ts'
import type { AnsweredFigure } from './answer.ts'
import { type EntityList, REMOTE_CONFIDENCE } from './build-entities.ts'
import { isWritten } from './is-written.ts'

const METRIC_KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
const MAX_KEY = 80
const MAX_LABEL = 120
/** A currency, percent, or a measure: anything else must be a word of the text. */
const UNIT = /^([A-Z]{3}|percent|[A-Za-z°µ%][A-Za-z°µ%/0-9.[\]*-]{0,11})$/

/**
 * The figure that an answer describes, at the given place; null where its numbers cannot be read
 * from its words. Words that are not in the text become null: what a model adds is not reported.
 */
export function buildFigure(
  answered: AnsweredFigure,
  { span, text, entities }: { span: Span; text: QuotedText; entities: EntityList },
): FoundFigure | null {
  const { value, minValue, maxValue, valueText } = answered
  const numbers = [value, minValue, maxValue].filter((number) => number !== null)
  if (findPhrase(span.exact, valueText.trim()).length === 0) return null
  if (!numbers.every((number) => Number.isFinite(number) && isWritten(number, valueText))) {
    return null
  }
  const unit = readUnit(text, answered.unit)
  const places = answered.places.flatMap((name) => entities.find(name, 'PLACE') ?? [])
  return {
    span,
    value,
    minValue,
    maxValue,
    valueText: valueText.trim(),
    qualifier: numbers.length === 0 ? 'UNSPECIFIED' : answered.qualifier,
    unit,
    measure: readWords(text, answered.measure),
    metric: readMetric(answered.metric, unit),
    population: readWords(text, answered.population),
    places: [...new Set(places)],
    period: readPeriod(text, answered.period),
    actor: readWords(text, answered.actor),
    target: readWords(text, answered.target),
    attribution: readAttribution(answered, { span, text, entities }),
    partOf: null,
    confidence: REMOTE_CONFIDENCE,
  }
}

const readUnit = (text: QuotedText, unit: string | null): string | null =>
  unit !== null && UNIT.test(unit) ? unit : readWords(text, unit)

function readMetric(metric: AnsweredFigure['metric'], unit: string | null): FoundMetric | null {
  if (metric === null) return null
  const { key, label, aggregation } = metric
  if (key.length > MAX_KEY || !METRIC_KEY.test(key)) return null
  const readable = label.trim() !== '' && label.length <= MAX_LABEL
  return { key, label: readable ? label.trim() : key.replaceAll('-', ' '), unit, aggregation }
}

function readPeriod(text: QuotedText, period: AnsweredFigure['period']): FoundPeriod | null {
  if (period === null) return null
  const words = readWords(text, period.text)
  const [start, end] = [new Date(period.start), new Date(period.end)]
  if (words === null || !(start < end)) return null
  return { start, end, precision: period.precision, text: words }
}

const ARTICLE_VOICE: FoundAttribution = {
  kind: 'ARTICLE_VOICE',
  label: null,
  claimant: null,
  cue: null,
  via: null,
}

/** Who says so, if the text names them and has the words; an attribution is never guessed. */
function readAttribution(
  { attribution: { kind, label, cue, via } }: AnsweredFigure,
  { span, text, entities }: { span: Span; text: QuotedText; entities: EntityList },
): FoundAttribution {
  const words = readWords(text, label)
  if (kind === 'ARTICLE_VOICE' || words === null) return ARTICLE_VOICE
  const start = span.field === 'BODY' ? span.start - text.part.offset : span.start
  const quote = { field: span.field, quote: cue ?? '', start }
  const [found = null] = anchorQuote(text, quote)
  return {
    kind,
    label: words,
    claimant: kind === 'NAMED' ? entities.find(words) : null,
    cue: found,
    via: readWords(text, via),
  }
}
