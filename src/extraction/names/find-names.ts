import type { Document } from '../document.ts'
import type { FoundEntity } from '../extractor.ts'
import type { LocatedMention, NamedArticle } from '../named-article.ts'
import { linkNames } from './link-names.ts'
import type { Name } from './name.ts'
import { spanText } from './name.ts'
import { proposeNames } from './propose-names.ts'
import { typeNames } from './type-names.ts'

/** Finds the people, places and organizations of an article, one entity for all the forms of a name. */
export function findNames(documents: readonly Document[], publishedAt: Date | null): NamedArticle {
  const names = typeNames(documents.flatMap(proposeNames))
  const groups = linkNames(names)
  const entities = groups.map(toEntity)
  const mentions = groups.flatMap((group, entity) =>
    group.map((name): LocatedMention => {
      const { tokens } = name.document
      return {
        document: name.document,
        start: tokens[name.firstToken]?.start ?? 0,
        end: tokens[name.lastToken - 1]?.end ?? 0,
        entity,
        metonym: false,
        confidence: name.confidence,
      }
    }),
  )
  mentions.sort(
    (a, b) => documents.indexOf(a.document) - documents.indexOf(b.document) || a.start - b.start,
  )
  return { documents, entities, mentions, publishedAt }
}

function toEntity(names: readonly Name[]): FoundEntity {
  const forms = [...new Set(names.map(spanText))].sort((a, b) => b.length - a.length)
  const [name = '', ...aliases] = forms
  const type = names[0]?.type ?? 'ORGANIZATION'
  return {
    type,
    name,
    aliases,
    jobTitle: names.find((mention) => mention.jobTitle !== null)?.jobTitle ?? null,
    place:
      type === 'PLACE'
        ? { kind: 'AREA', countryCode: null, latitude: null, longitude: null, geonamesId: null }
        : null,
  }
}
