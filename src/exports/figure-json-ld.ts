import { entityReference } from './entity-json-ld.ts'
import { type JsonObject, knownProperties } from './known-properties.ts'
import type { Links } from './links.ts'
import type { ExportedFigure } from './read-figures.ts'

/**
 * A figure as schema.org has it: a Claim, with who makes it and where it is printed, about an Observation, with what was
 * measured. A source that the text does not name is `creditText`, since an author must be a person or an organization.
 */
export function figureJsonLd(figure: ExportedFigure, links: Links): JsonObject {
  const { claimant, attributionLabel, article } = figure
  const isAuthor = claimant !== null && claimant.type !== 'PLACE'
  return knownProperties({
    '@type': 'Claim',
    '@id': links.figure(article.slug, figure.id),
    text: figure.exact,
    author: isAuthor ? entityReference(claimant, links) : null,
    creditText: attributionLabel,
    datePublished: article.publishedAt?.toISOString(),
    temporalCoverage: interval(figure),
    appearance: {
      '@type': 'NewsArticle',
      '@id': links.article(article.slug),
      headline: article.headline,
    },
    about: observation(figure, links),
  })
}

function observation(figure: ExportedFigure, links: Links): JsonObject {
  const { metric, places, value, minValue, maxValue, unit, qualifier } = figure
  return knownProperties({
    '@type': 'Observation',
    variableMeasured: metric && {
      '@type': 'StatisticalVariable',
      '@id': links.metric(metric.key),
      name: metric.label,
    },
    observationAbout: places.map(({ place }) => entityReference(place, links)),
    observationDate: figure.periodStart?.toISOString(),
    value,
    minValue,
    maxValue,
    unitText: unit,
    measurementQualifier: qualifier,
  })
}

/** ISO 8601 interval of the time the figure is about. */
const interval = ({ periodStart, periodEnd }: ExportedFigure): string | null =>
  periodStart && periodEnd ? `${periodStart.toISOString()}/${periodEnd.toISOString()}` : null
