import { pageAbout } from '../core/page-about.ts'
import { type JsonObject, knownProperties } from './known-properties.ts'
import type { Links } from './links.ts'
import type { ExportedEntity } from './read-figures.ts'

const TYPES = { PERSON: 'Person', PLACE: 'Place', ORGANIZATION: 'Organization' } as const

/** What names an entity whose description stands elsewhere: behind its @id. */
export const entityReference = (
  { type, slug, name }: ExportedEntity,
  links: Links,
): JsonObject => ({
  '@type': TYPES[type],
  '@id': links.entity(slug),
  name,
})

/** A person, place or organization as schema.org has it. */
export function entityJsonLd(entity: ExportedEntity, links: Links): JsonObject {
  const { jobTitle, latitude, longitude, externalIds } = entity
  return knownProperties({
    ...entityReference(entity, links),
    jobTitle: jobTitle || null,
    geo:
      latitude === null || longitude === null
        ? null
        : { '@type': 'GeoCoordinates', latitude, longitude },
    sameAs: externalIds.flatMap(({ scheme, value }) => pageAbout(scheme, value) ?? []),
  })
}
