import type { Document } from '../document.ts'
import type { FoundFigure } from '../extractor.ts'
import type { NamedArticle } from '../named-article.ts'
import { findCues } from './attribution/find-cues.ts'
import { indexMentions } from './attribution/mention-index.ts'
import { buildFigure } from './build-figure.ts'
import type { DateExpression } from './dates/date-expression.ts'
import { findDates } from './dates/find-dates.ts'
import { DocumentReader } from './document-reader.ts'
import type { FigureDraft } from './figure-draft.ts'
import { aimAtInterceptors, linkParts } from './link-parts.ts'
import { readPassages } from './passage.ts'
import { retag } from './retag.ts'

/**
 * Finds every figure of an article whose names are known: what is counted, what happened to it, who
 * says so, where and when. Ordered by field and start; no two have the same span.
 */
export function findFigures(article: NamedArticle): FoundFigure[] {
  const drafts: FigureDraft[] = []
  for (const document of article.documents) {
    for (const draft of draftFigures(article, document, drafts.at(-1)?.sentence ?? -2)) {
      drafts.push(draft)
    }
  }
  const wholes = linkParts(drafts)
  const countries = countriesOf(article)
  return aimAtInterceptors(drafts, wholes).map((draft, i) =>
    buildFigure(draft, wholes[i] ?? null, countries),
  )
}

/** The countries that the article's places lie in, the most mentioned first. */
function countriesOf({ entities, mentions }: NamedArticle): string[] {
  const counts = new Map<string, number>()
  for (const { entity } of mentions) {
    const code = entities[entity]?.place?.countryCode
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([code]) => code)
}

/** The figures of one field; `before` is the number of the last sentence that had some. */
function draftFigures(article: NamedArticle, document: Document, before: number): FigureDraft[] {
  const index = indexMentions(article, document)
  const passages = readPassages(document, retag(document, index)).map((passage) => {
    const dates = findDates(passage, article.publishedAt)
    return { passage, dates, dateTokens: tokensOf(dates) }
  })
  const cues = findCues(passages, index)
  const reader = new DocumentReader(index)
  return passages.flatMap(({ passage, dates }, i) =>
    // Sentences of two fields are never neighbours.
    reader.read({ passage, dates, cues: cues[i] ?? [], sentence: before + 2 + i }),
  )
}

function tokensOf(dates: readonly DateExpression[]): ReadonlySet<number> {
  const tokens = new Set<number>()
  for (const { first, next } of dates) {
    for (let at = first; at < next; at += 1) tokens.add(at)
  }
  return tokens
}
