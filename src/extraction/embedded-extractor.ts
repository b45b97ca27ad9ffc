import { readDocument } from './document.ts'
import type { Annotations, Extractor, ExtractorInput, FoundMention } from './extractor.ts'
import { findFigures } from './figures/find-figures.ts'
import type { NamedArticle } from './named-article.ts'
import { findNames } from './names/find-names.ts'

const NOTHING: Annotations = { entities: [], mentions: [], figures: [] }

/** The extractor that is always there: rules and word lists, in this process, without a network. */
export const embeddedExtractor: Extractor = {
  name: 'dateline-embedded',
  version: '1',
  extract: async (input) => (isEnglish(input.language) ? annotate(input) : NOTHING),
}

/** Other languages are stored, but not read: English rules would find what is not there. */
const isEnglish = (language: string): boolean => /^en\b/i.test(language)

function annotate({ headline, body, publishedAt }: ExtractorInput): Annotations {
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
