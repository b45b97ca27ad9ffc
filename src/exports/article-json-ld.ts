import { readStrings } from '../core/read-strings.ts'
import { entityJsonLd } from './entity-json-ld.ts'
import { figureJsonLd } from './figure-json-ld.ts'
import { type JsonObject, knownProperties } from './known-properties.ts'
import type { Links } from './links.ts'
import { changedAt, type ExportedArticle } from './read-articles.ts'

/** An article as schema.org's NewsArticle: what it names, its corrections, and its figures as claims that it cites. */
export function articleJsonLd(article: ExportedArticle, links: Links): JsonObject {
  const { slug, source, currentRevision: revision } = article
  return knownProperties({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': links.article(slug),
    url: article.canonicalUrl ?? links.article(slug),
    identifier: { '@type': 'PropertyValue', propertyID: source.slug, value: article.externalId },
    headline: article.headline,
    description: revision?.dek,
    articleBody: revision?.bodyText,
    wordCount: article.wordCount,
    inLanguage: article.language,
    datePublished: article.publishedAt?.toISOString(),
    dateModified: changedAt(article).toISOString(),
    version: revision?.number,
    author: readStrings(revision?.authors).map((name) => byline(article, name)),
    publisher: knownProperties({ '@type': 'Organization', name: source.name, url: source.url }),
    keywords: article.topics.map(({ name }) => name),
    mentions: article.entities.map(({ entity, jobTitle }) =>
      // What a person says of somebody's office counts everywhere, the text's own words in this article.
      entityJsonLd({ ...entity, jobTitle: entity.jobTitle ?? jobTitle }, links),
    ),
    correction: article.corrections.map(({ text, issuedAt }) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: issuedAt.toISOString(),
    })),
    citation: article.figures.map((figure) => figureJsonLd(figure, links)),
  })
}

/** A byline may be that of the newsroom, which its own dateline names. */
function byline({ source, entities }: ExportedArticle, name: string): JsonObject {
  const isOrganization =
    name === source.name ||
    entities.some(({ entity }) => entity.type === 'ORGANIZATION' && entity.name === name)
  return { '@type': isOrganization ? 'Organization' : 'Person', name }
}
