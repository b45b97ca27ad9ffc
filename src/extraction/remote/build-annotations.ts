import { bySpan } from '../../core/by-span.ts'
import { SpannedText } from '../../core/span.ts'
import type { Annotations, FoundFigure } from '../extractor.ts'
import { TakenText } from '../taken-text.ts'
import { anchorQuote, type QuotedText } from './anchor-quote.ts'
import type { Answer } from './answer.ts'
import { EntityList } from './build-entities.ts'
import { buildFigure } from './build-figure.ts'
import type { TextPart } from './split-text.ts'

export interface AnsweredPart {
  readonly part: TextPart
  readonly answer: Answer
}

export interface BuiltAnnotations {
  readonly annotations: Annotations
  /** Mentions and figures whose words or numbers are not in the text. */
  readonly dropped: number
}

/** What the answers about the parts of one article say that its text bears out. */
export function buildAnnotations(
  { headline, body }: { readonly headline: string; readonly body: string },
  answers: readonly AnsweredPart[],
): BuiltAnnotations {
  const texts = {
    headline: new SpannedText('HEADLINE', headline),
    body: new SpannedText('BODY', body),
  }
  const entities = new EntityList({
    HEADLINE: new TakenText(headline.length),
    BODY: new TakenText(body.length),
  })
  for (const { part, answer } of answers) {
    for (const entity of answer.entities) entities.add({ ...texts, part }, entity)
  }
  const figures = new FigureList(entities)
  for (const { part, answer } of answers) figures.add({ ...texts, part }, answer)
  return {
    annotations: {
      entities: entities.finish(),
      mentions: entities.mentions.sort((a, b) => bySpan(a.span, b.span)),
      figures: figures.finish(),
    },
    dropped: entities.dropped + figures.dropped,
  }
}

class FigureList {
  dropped = 0
  readonly #entities: EntityList
  readonly #figures: { readonly figure: FoundFigure; readonly whole: FoundFigure | null }[] = []
  readonly #spans = new Set<string>()

  constructor(entities: EntityList) {
    this.#entities = entities
  }

  /** Adds the figures of one answer; `partOf` counts within it. */
  add(text: QuotedText, { figures }: Answer): void {
    const built = figures.map((answered) => {
      for (const span of anchorQuote(text, answered)) {
        const place = `${span.field} ${span.start} ${span.end}`
        if (this.#spans.has(place)) continue
        const figure = buildFigure(answered, { span, text, entities: this.#entities })
        if (figure === null) break
        this.#spans.add(place)
        return figure
      }
      this.dropped += 1
      return null
    })
    for (const [i, figure] of built.entries()) {
      const partOf = figures[i]?.partOf ?? i
      const whole = partOf === i ? null : (built[partOf] ?? null)
      if (figure !== null) this.#figures.push({ figure, whole })
    }
  }

  finish(): FoundFigure[] {
    const sorted = this.#figures.sort((a, b) => bySpan(a.figure.span, b.figure.span))
    const indexOf = new Map(sorted.map(({ figure }, index) => [figure, index]))
    return sorted.map(({ figure, whole }) => ({
      ...figure,
      partOf: whole === null ? null : (indexOf.get(whole) ?? null),
    }))
  }
}
