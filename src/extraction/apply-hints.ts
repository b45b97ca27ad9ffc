import { bySpan } from '../core/by-span.ts'
import { foldKey } from '../core/fold-key.ts'
import { type SpanField, SpannedText } from '../core/span.ts'
import { normalizeLine } from './clean/normalize-text.ts'
import type { Annotations, EntityType, FoundEntity, FoundMention } from './extractor.ts'
import { findPhrase } from './find-phrase.ts'
import { locateName } from './gazetteer/locate-name.ts'
import { TakenText } from './taken-text.ts'

/** An entity that the CMS says the article is about. */
export interface EntityHint {
  readonly name: string
  readonly type: EntityType
}

export interface SourcedMention extends FoundMention {
  /** CMS where it is there, or of its type, because the CMS says so. */
  readonly provenance: 'EXTRACTOR' | 'CMS'
}

export interface HintedAnnotations extends Annotations {
  readonly mentions: readonly SourcedMention[]
}

/**
 * Adds what the CMS knows to what was found. An entity that the CMS files under another type gets
 * that type; a name that the extractor overlooked becomes a mention wherever it stands as whole
 * words on free text, longer names first. A hint that is not in the text adds nothing.
 */
export function applyHints(
  found: Annotations,
  { headline, body, hints }: { headline: string; body: string; hints: readonly EntityHint[] },
): HintedAnnotations {
  const matched = matchHints(found.entities, hints)
  const entities = retype(found.entities, matched.types)
  const mentions: SourcedMention[] = found.mentions.map((mention) => {
    const retyped = matched.types.has(mention.entity)
    const isPlace = entities[mention.entity]?.type === 'PLACE'
    return {
      ...mention,
      metonym: mention.metonym && isPlace,
      provenance: retyped ? 'CMS' : 'EXTRACTOR',
    }
  })
  const texts = [textOf('HEADLINE', headline, mentions), textOf('BODY', body, mentions)]
  for (const { name, type } of matched.overlooked) {
    const spans = texts.flatMap((text) => freeSpans(text, name))
    if (spans.length === 0) continue
    const place = type === 'PLACE' ? locateName(name, { kind: null, others: entities }) : null
    const entity = entities.push({ type, name, aliases: [], jobTitle: null, place }) - 1
    for (const span of spans) {
      mentions.push({ entity, span, metonym: false, confidence: 1, provenance: 'CMS' })
    }
  }
  const figures = found.figures.map((figure) => ({
    ...figure,
    places: figure.places.filter((index) => entities[index]?.type === 'PLACE'),
  }))
  return { entities, mentions: mentions.sort((a, b) => bySpan(a.span, b.span)), figures }
}

interface MatchedHints {
  /** Index of an entity -> the type that the CMS gives it. */
  readonly types: ReadonlyMap<number, EntityType>
  /** Hints that no entity answers to, longest name first. */
  readonly overlooked: readonly EntityHint[]
}

function matchHints(found: readonly FoundEntity[], hints: readonly EntityHint[]): MatchedHints {
  const wanted = new Map(
    hints.map(({ name, type }) => [
      `${type} ${foldKey(name)}`,
      { type, name: normalizeLine(name) },
    ]),
  )
  const agreed = new Set<number>()
  for (const [index, { type, name, aliases }] of found.entries()) {
    for (const form of [name, ...aliases]) {
      const known = wanted.has(`${type} ${foldKey(form)}`)
      if (known) agreed.add(index)
    }
  }
  for (const index of agreed) {
    const { type, name, aliases } = found[index] as FoundEntity
    for (const form of [name, ...aliases]) wanted.delete(`${type} ${foldKey(form)}`)
  }
  const types = new Map<number, EntityType>()
  for (const [key, { name, type }] of wanted) {
    for (const [index, entity] of found.entries()) {
      if (agreed.has(index) || types.has(index) || foldKey(entity.name) !== foldKey(name)) continue
      types.set(index, type)
      wanted.delete(key)
    }
  }
  const overlooked = [...wanted.values()].sort((a, b) => b.name.length - a.name.length)
  return { types, overlooked }
}

function retype(
  found: readonly FoundEntity[],
  types: ReadonlyMap<number, EntityType>,
): FoundEntity[] {
  return found.map((entity, index) => {
    const type = types.get(index)
    if (type === undefined) return entity
    return {
      ...entity,
      type,
      jobTitle: type === 'PERSON' ? entity.jobTitle : null,
      place: type === 'PLACE' ? locateName(entity.name, { kind: null, others: found }) : null,
    }
  })
}

interface FreeText {
  readonly spanned: SpannedText
  readonly taken: TakenText
}

function textOf(field: SpanField, text: string, mentions: readonly FoundMention[]): FreeText {
  const taken = new TakenText(text.length)
  for (const { span } of mentions) if (span.field === field) taken.take(span)
  return { spanned: new SpannedText(field, text), taken }
}

function freeSpans({ spanned, taken }: FreeText, phrase: string) {
  return findPhrase(spanned.text, phrase)
    .map((start) => spanned.span(start, start + phrase.length))
    .filter((span) => taken.take(span))
}
