import { readDocument } from './document.ts'
import type { Annotations, ExtractorInput, FoundMention } from './extractor.ts'
import { findFigures } from './figures/find-figures.ts'
import type { NamedArticle } from './named-article.ts'
import { findNames } from './names/find-names.ts'

/** All passes in their order: tokens, names, figures. English only. */
export function annotate({ headline, body, publishedAt }: ExtractorInput): Annotations {
  const documents = [readDocument('HEADLINE', headline), readDocument('BODY', body)]
  const article = findNames(documents, publishedAt)
  return {
    entities: article.entities,
    mentions: toMentions(article),
    figures: findFigures(article),
  }
}

function toMentions({ mentions }: NamedArticle): FoundMention[] {
  return mentions.map(({ document, start, end, entity, metonym, confidence }) => ({
    entity,
    span: document.spanned.span(start, end),
    metonym,
    confidence,
  }))
}
