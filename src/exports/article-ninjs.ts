import { geoPoint } from '../core/geo-json.ts'
import { readStrings } from '../core/read-strings.ts'
import { type JsonObject, knownProperties } from './known-properties.ts'
import type { Links } from './links.ts'
import { changedAt, type ExportedArticle } from './read-articles.ts'

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
}

/** An article as IPTC's ninjs 3.1. Figures are not in it: the standard has no place for them. */
export function articleNinjs(article: ExportedArticle, links: Links): JsonObject {
  const { slug, source, headline, wordCount, currentRevision: revision } = article
  const bodyText = revision?.bodyText ?? ''
  const named = (type: 'PERSON' | 'ORGANIZATION') =>
    article.entities.flatMap(({ entity }) =>
      entity.type === type ? [{ name: entity.name, uri: links.entity(entity.slug) }] : [],
    )
  return knownProperties({
    uri: links.article(slug),
    standard: STANDARD,
    type: 'text',
    representationType: 'full',
    version: revision && String(revision.number),
    firstCreated: article.createdAt.toISOString(),
    contentCreated: article.publishedAt?.toISOString(),
    versionCreated: changedAt(article).toISOString(),
    embargoedUntil: article.embargoedUntil?.toISOString(),
    pubStatus: pubStatus(article),
    language: article.language,
    slugline: slug,
    headlines: [plain('main', headline)],
    descriptions: [
      ...(revision?.dek ? [plain('summary', revision.dek)] : []),
      ...article.corrections.map(({ text }) => plain('correction', text)),
    ],
    bodies: [
      { role: 'main', contentType: 'text/html', wordCount, value: revision?.bodyHtml ?? '' },
      { ...plain('text', bodyText), wordCount, charCount: [...bodyText].length },
    ],
    by: readStrings(revision?.authors).join(', ') || null,
    infoSources: [knownProperties({ name: source.name, literal: source.slug, uri: source.url })],
    subjects: article.topics.map(({ name, topic }) => ({ name, literal: topic.slug })),
    people: named('PERSON'),
    organisations: named('ORGANIZATION'),
    places: article.entities.flatMap(({ entity }) =>
      entity.type === 'PLACE' ? [place(entity, links)] : [],
    ),
    altIds: [
      { role: 'externalId', value: article.externalId },
      ...(article.canonicalUrl === null
        ? []
        : [{ role: 'canonicalUrl', value: article.canonicalUrl }]),
    ],
  })
}

const plain = (role: string, value: string) => ({ role, contentType: 'text/plain', value })

function place(entity: ExportedArticle['entities'][number]['entity'], links: Links): JsonObject {
  const { name, slug, longitude, latitude } = entity
  const point = geoPoint(longitude, latitude)
  return knownProperties({ name, uri: links.entity(slug), geoJSON: point && { ...point } })
}

/** Scheduled and embargoed ones are withheld until then; `embargoedUntil` and `contentCreated` tell the time. */
function pubStatus({ status }: ExportedArticle): 'usable' | 'withheld' | 'canceled' {
  if (status === 'WITHDRAWN') return 'canceled'
  return status === 'PUBLISHED' || status === 'SCHEDULED' ? 'usable' : 'withheld'
}
