import { SpannedText } from '../../../src/core/span.ts'
import type {
  Annotations,
  Extractor,
  FoundEntity,
  FoundFigure,
} from '../../../src/extraction/extractor.ts'

export type FakeFinding =
  | { readonly type: FoundEntity['type']; readonly name: string }
  | {
      readonly value: number
      readonly quote: string
      readonly claimant?: string
      readonly place?: string
    }

/** Finds what it is told to find, at its first place in the body; of two on the same words, the first. */
export function fakeExtractor(version: string, ...findings: FakeFinding[]): Extractor {
  return {
    name: 'fake',
    version,
    extract: async ({ body }) => find(new SpannedText('BODY', body), findings),
  }
}

function find(text: SpannedText, findings: readonly FakeFinding[]): Annotations {
  const spanOf = (words: string) => {
    const start = text.text.indexOf(words)
    return text.span(start, start + words.length)
  }
  const named = findings.flatMap((finding) => ('name' in finding ? [finding] : []))
  const entities = named.filter(
    ({ name }, i) => named.findIndex((other) => other.name === name) === i,
  )
  const indexOf = (name: string | undefined): number | null => {
    const index = entities.findIndex((entity) => entity.name === name)
    return index === -1 ? null : index
  }
  const mentions = entities.map(({ name }, entity) => ({
    entity,
    span: spanOf(name),
    metonym: false,
    confidence: 0.5,
  }))
  const figures = findings.flatMap((finding): FoundFigure[] => {
    if (!('quote' in finding)) return []
    const { quote, value, claimant, place } = finding
    const noun = quote.split(' ')[1] ?? 'things'
    const placeIndex = entities[indexOf(place) ?? -1]?.type === 'PLACE' ? indexOf(place) : null
    return [
      {
        span: spanOf(quote),
        value,
        minValue: null,
        maxValue: null,
        valueText: String(value),
        qualifier: 'EXACT',
        unit: noun,
        measure: noun,
        metric: { key: noun, label: noun, unit: noun, aggregation: 'FLOW' },
        population: null,
        places: placeIndex === null ? [] : [placeIndex],
        period: null,
        actor: null,
        target: null,
        attribution: {
          kind: claimant === undefined ? 'ARTICLE_VOICE' : 'NAMED',
          label: claimant ?? null,
          claimant: indexOf(claimant),
          cue: null,
          via: null,
        },
        partOf: null,
        confidence: 0.5,
      },
    ]
  })
  return {
    entities: entities.map(({ type, name }) => ({
      type,
      name,
      aliases: [],
      jobTitle: null,
      place: null,
    })),
    mentions: mentions.sort((a, b) => a.span.start - b.span.start),
    figures: figures.sort((a, b) => a.span.start - b.span.start),
  }
}
