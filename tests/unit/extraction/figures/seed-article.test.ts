import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deriveFigures } from '../../../../src/core/derived-figures.ts'
import { readDocument } from '../../../../src/extraction/document.ts'
import type { FoundEntity, FoundFigure } from '../../../../src/extraction/extractor.ts'
import { findFigures } from '../../../../src/extraction/figures/find-figures.ts'
import type { LocatedMention, NamedArticle } from '../../../../src/extraction/named-article.ts'

/** The article the design was made from lies beside the repository, where there is one. */
const SEED = new URL('../../../../../shared/seed/', import.meta.url)
const isThere = existsSync(SEED)
if (!isThere) console.log('Skipped: ../shared/seed is not there.')

interface SeedFigure {
  readonly span: { readonly start: number; readonly end: number; readonly exact: string }
  readonly value: number | null
  readonly unit: string
  readonly places?: readonly string[]
  readonly claimant: string
  readonly attributionCue: SeedFigure['span']
}

interface Seed {
  readonly headline: string
  readonly boilerplate: readonly string[]
  readonly figures: readonly SeedFigure[]
  readonly mentions: readonly {
    readonly entity: string
    readonly type: string
    readonly span: SeedFigure['span'] & { readonly field: string }
  }[]
}

const METRICS = [
  'civilians-killed',
  'civilians-injured',
  'drones-launched',
  'missiles-launched',
  'drones-intercepted',
  'missiles-intercepted',
  'traffic-police-officers-killed',
  'towns-captured',
]

describe.skipIf(!isThere)('the seed article', () => {
  it('gives exactly its eight figures', () => {
    const { seed, article, figures } = readSeed()
    const placesOf = ({ places }: FoundFigure) => places.map((at) => article.entities[at]?.name)
    expect(figures.map(({ span, value, unit }) => [span.start, span.end, value, unit])).toEqual(
      seed.figures.map(({ span, value, unit }) => [span.start, span.end, value, unit]),
    )
    expect(figures.map((figure) => figure.metric?.key)).toEqual(METRICS)
    expect(figures.map(({ attribution: { label, cue } }) => [label, cue?.start, cue?.end])).toEqual(
      seed.figures.map(({ claimant, attributionCue: cue }) => [claimant, cue.start, cue.end]),
    )
    expect(figures.map(placesOf)).toEqual(seed.figures.map(({ places }) => places ?? []))
  })

  it('gives exactly three rates', () => {
    const { figures } = readSeed()
    const rows = figures.map((figure, id) => ({
      id,
      value: figure.value,
      metricKey: figure.metric?.key ?? null,
      partOfId: figure.partOf,
      claimantKey: figure.attribution.label,
      qualifier: figure.qualifier,
    }))
    expect(deriveFigures(rows).map(({ formula }) => formula)).toEqual([
      '587 / 635',
      '34 / 38',
      '(587 + 34) / (635 + 38)',
    ])
  })
})

/** The article with the names that its annotation marks. */
function readSeed(): { seed: Seed; article: NamedArticle; figures: readonly FoundFigure[] } {
  const seed = JSON.parse(readFileSync(new URL('expected.json', SEED), 'utf8')) as Seed
  const lines = readFileSync(new URL('article.txt', SEED), 'utf8').split('\n')
  const kept = lines.filter(
    (line) => line !== '' && line !== seed.headline && !seed.boilerplate.includes(line),
  )
  const documents = [
    readDocument('HEADLINE', seed.headline),
    readDocument('BODY', kept.join('\n\n')),
  ]
  const types: Readonly<Record<string, FoundEntity['type']>> = {
    PERSON: 'PERSON',
    PLACE: 'PLACE',
    ORGANISATION: 'ORGANIZATION',
  }
  const entities: FoundEntity[] = []
  const mentions = seed.mentions.flatMap(({ entity: name, type: written, span }) => {
    const type = types[written]
    const document = documents[span.field === 'headline' ? 0 : 1]
    if (!type || !document) return []
    let entity = entities.findIndex((other) => other.name === name)
    if (entity < 0) {
      entity = entities.push({ type, name, aliases: [], jobTitle: null, place: null }) - 1
    }
    const mention: LocatedMention = {
      document,
      start: span.start,
      end: span.end,
      entity,
      metonym: false,
      confidence: 1,
    }
    return [mention]
  })
  const inOrder = mentions.toSorted(
    (a, b) => documents.indexOf(a.document) - documents.indexOf(b.document) || a.start - b.start,
  )
  const article: NamedArticle = { documents, entities, mentions: inOrder, publishedAt: null }
  return { seed, article, figures: findFigures(article) }
}
