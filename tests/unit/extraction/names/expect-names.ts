import { expect } from 'vitest'
import { readDocument } from '../../../../src/extraction/document.ts'
import type { EntityType, FoundEntity } from '../../../../src/extraction/extractor.ts'
import type { NamedArticle } from '../../../../src/extraction/named-article.ts'
import { findNames } from '../../../../src/extraction/names/find-names.ts'

/** The names of an article with a body and, where it matters, a headline. */
export function namesIn(body: string, headline = ''): NamedArticle {
  return findNames([readDocument('HEADLINE', headline), readDocument('BODY', body)], null)
}

/** Every mention of the body, in order, as written. */
export function expectNames(
  text: string,
  expected: readonly (readonly [EntityType, string])[],
): void {
  const { mentions, entities } = namesIn(text)
  expect(
    mentions.map(({ start, end, entity }) => [entities[entity]?.type, text.slice(start, end)]),
  ).toEqual(expected)
}

/** The entity that a mention with these words points to. */
export function entityOf(article: NamedArticle, words: string): FoundEntity {
  const mention = article.mentions.find(
    ({ document, start, end }) => document.text.slice(start, end) === words,
  )
  const entity = mention && article.entities[mention.entity]
  if (entity === undefined) throw new Error(`nothing is named "${words}"`)
  return entity
}
