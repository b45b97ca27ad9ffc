import type { EntityType } from '../../src/extraction/extractor.ts'
import type { AnnotatedArticle, FigureNote, MentionQuote } from './annotated-article.ts'
import { type ArticleText, findQuote, overlap, type Stretch } from './find-quote.ts'

export interface GoldMention {
  readonly type: EntityType
  /** Spans of which each is right: "Donetsk" and "Donetsk region" for "Donetsk( region)". */
  readonly spans: readonly Stretch[]
}

export interface GoldFigure extends FigureNote {
  /** Where the number stands. */
  readonly span: Stretch
}

export interface GoldAnnotations {
  readonly mentions: readonly GoldMention[]
  readonly figures: readonly GoldFigure[]
}

/** Turns quotes into offsets. Throws, naming the quote, for any that is not in the text. */
export function resolveAnnotations(text: ArticleText, notes: AnnotatedArticle): GoldAnnotations {
  return {
    mentions: resolveMentions(text, notes),
    figures: notes.figures.map((note) => ({ ...note, span: resolveFigure(text, note) })),
  }
}

interface Named {
  readonly type: EntityType
  readonly quote: string
  readonly nth: number | null
}

/** A quote names all of its occurrences that no longer quote covers; `nth` names a single one. */
function resolveMentions(text: ArticleText, notes: AnnotatedArticle): GoldMention[] {
  const quotes: Named[] = [
    ...notes.people.map(named('PERSON')),
    ...notes.places.map(named('PLACE')),
    ...notes.organizations.map(named('ORGANIZATION')),
  ]
  const ranked = quotes.toSorted(
    (a, b) => (b.nth ?? 0) - (a.nth ?? 0) || b.quote.length - a.quote.length,
  )
  const mentions: GoldMention[] = []
  for (const { type, quote, nth } of ranked) {
    const taken = mentions.flatMap(({ spans }) => spans)
    const isFree = (span: Stretch) => taken.every((other) => overlap(span, other) === 0)
    const found = findVariants(text, quote)
    const chosen = nth === null ? found : found.slice(nth - 1, nth)
    const free = chosen.filter((spans) => spans.every(isFree))
    if (free.length === 0) {
      const which = nth === null ? '' : ` (number ${nth})`
      throw new Error(`The text has no "${quote}"${which} that no other name covers.`)
    }
    mentions.push(...free.map((spans) => ({ type, spans })))
  }
  return mentions
}

const named =
  (type: EntityType) =>
  (quote: MentionQuote): Named =>
    typeof quote === 'string' ? { type, quote, nth: null } : { type, ...quote }

/** "Donetsk( region)": the words in brackets may belong to the name or not. */
function findVariants(text: ArticleText, quote: string): (readonly Stretch[])[] {
  const short = quote.replace(/\([^)]*\)/g, '')
  const long = quote.replace(/[()]/g, '')
  const longer = short === long ? [] : findQuote(text, long)
  return findQuote(text, short).map((span) => [
    span,
    ...longer.filter((other) => overlap(span, other) > 0),
  ])
}

function resolveFigure(text: ArticleText, note: FigureNote): Stretch {
  const { number, in: context = number, nth } = note
  const places = findQuote(text, context)
  const place = nth === undefined ? places[0] : places[nth - 1]
  if (!place) throw new Error(`The text has no "${context}"${nth ? ` (number ${nth})` : ''}.`)
  if (nth === undefined && places.length > 1) {
    throw new Error(
      `"${context}" stands in the text ${places.length} times: quote more, or say "nth".`,
    )
  }
  const span = findQuote(text, number).find(
    (other) => overlap(other, place) === other.end - other.start,
  )
  if (!span) throw new Error(`"${context}" does not contain the number "${number}".`)
  return span
}
