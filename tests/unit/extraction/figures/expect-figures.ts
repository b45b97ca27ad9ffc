import { expect } from 'vitest'
import { readDocument } from '../../../../src/extraction/document.ts'
import type { FoundEntity, FoundFigure } from '../../../../src/extraction/extractor.ts'
import { findFigures } from '../../../../src/extraction/figures/find-figures.ts'
import type { LocatedMention, NamedArticle } from '../../../../src/extraction/named-article.ts'

/** Names that stand in a test's text, by what they are. */
interface Names {
  readonly people?: readonly string[]
  readonly places?: readonly string[]
  readonly organizations?: readonly string[]
}

export interface TextOptions extends Names {
  readonly headline?: string
  /** ISO 8601. */
  readonly publishedAt?: string
}

/** What a test says of a figure; what it leaves out is not looked at. Places and claimants are names. */
export interface ExpectedFigure {
  readonly exact?: string
  readonly value?: number | null
  readonly minValue?: number | null
  readonly maxValue?: number | null
  readonly valueText?: string
  readonly qualifier?: string
  readonly unit?: string | null
  readonly measure?: string | null
  readonly metric?: string | null
  readonly aggregation?: string
  readonly population?: string | null
  readonly places?: readonly string[]
  readonly period?: string | null
  readonly actor?: string | null
  readonly target?: string | null
  readonly kind?: string
  readonly label?: string | null
  readonly claimant?: string | null
  readonly cue?: string | null
  readonly via?: string | null
  readonly partOf?: number | null
}

/**
 * Finds the figures of a text and compares them, all of them and in order, with those expected. Each
 * name of the options is mentioned wherever it stands in the text.
 */
export function expectFigures(
  text: string,
  expected: readonly ExpectedFigure[],
  options: TextOptions = {},
): void {
  const article = articleOf(text, options)
  const described = findFigures(article).map((figure) => describeFigure(figure, article))
  const compared = described.map((figure, i) => pick(figure, expected[i] ?? { exact: '' }))
  expect(compared).toEqual(expected)
}

/** An article whose names are mentioned wherever they stand in its text. */
function articleOf(text: string, options: TextOptions): NamedArticle {
  const documents = [readDocument('HEADLINE', options.headline ?? ''), readDocument('BODY', text)]
  const entities = namesOf(options)
  const mentions = documents.flatMap((document) => {
    const found: LocatedMention[] = []
    for (const [entity, { name, aliases }] of entities.entries()) {
      for (const form of [name, ...aliases]) {
        for (let start = document.text.indexOf(form); start >= 0; ) {
          const end = start + form.length
          if (!found.some((other) => start < other.end && end > other.start)) {
            found.push({ document, start, end, entity, metonym: false, confidence: 1 })
          }
          start = document.text.indexOf(form, end)
        }
      }
    }
    return found.toSorted((a, b) => a.start - b.start)
  })
  const publishedAt = options.publishedAt ? new Date(options.publishedAt) : null
  return { documents, entities, mentions, publishedAt }
}

/** "Kherson|Kherson region" is named "Kherson region" and written "Kherson" in the text too. */
function namesOf({ people = [], places = [], organizations = [] }: Names): FoundEntity[] {
  const entity =
    (type: FoundEntity['type']) =>
    (written: string): FoundEntity => {
      const [first = '', name = first] = written.split('|')
      const aliases = name === first ? [] : [first]
      return { type, name, aliases, jobTitle: null, place: null }
    }
  return [
    ...people.map(entity('PERSON')),
    ...organizations.map(entity('ORGANIZATION')),
    ...places.map(entity('PLACE')),
  ]
}

function describeFigure(figure: FoundFigure, { entities }: NamedArticle): Required<ExpectedFigure> {
  const { span, metric, places, period, attribution, ...rest } = figure
  const nameOf = (entity: number | null) =>
    entity === null ? null : (entities[entity]?.name ?? '?')
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    ...rest,
    exact: span.exact,
    metric: metric?.key ?? null,
    aggregation: metric?.aggregation ?? '',
    places: places.map((place) => nameOf(place) ?? '?'),
    period: period && `${period.precision} ${day(period.start)}/${day(period.end)}`,
    kind: attribution.kind,
    label: attribution.label,
    claimant: nameOf(attribution.claimant),
    cue: attribution.cue?.exact ?? null,
    via: attribution.via,
  }
}

function pick(figure: Required<ExpectedFigure>, like: ExpectedFigure): ExpectedFigure {
  return Object.fromEntries(
    Object.entries(figure).filter(([key]) => Object.hasOwn(like, key)),
  ) as ExpectedFigure
}
