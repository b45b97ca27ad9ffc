import type { Annotations } from '../../src/extraction/extractor.ts'
import { annotate } from './annotate.ts'
import { type GoldArticle, readAnnotatedFolder } from './read-annotated-folder.ts'
import {
  addFigureTallies,
  type FigureScore,
  type FigureTallies,
  NO_FIGURES,
  scoreFigures,
} from './score-figures.ts'
import {
  addMentionTallies,
  type MentionScore,
  type MentionTallies,
  NO_MENTIONS,
  scoreMentions,
} from './score-mentions.ts'

export interface MeasuredArticle {
  readonly article: GoldArticle
  readonly found: Annotations
  readonly mentions: MentionScore
  readonly figures: FigureScore
}

export interface FolderScores {
  readonly mentions: MentionTallies
  readonly figures: FigureTallies
  readonly articles: readonly MeasuredArticle[]
}

/** Annotates every article of a folder and compares with what people wrote. */
export async function measureFolder(folder: string): Promise<FolderScores> {
  const articles: MeasuredArticle[] = []
  for (const article of readAnnotatedFolder(folder)) {
    const found = await annotate(article.text, article.publishedAt)
    articles.push({
      article,
      found,
      mentions: scoreMentions(article.gold.mentions, found),
      figures: scoreFigures(article.gold.figures, found.figures),
    })
  }
  return {
    mentions: articles
      .map(({ mentions }) => mentions.tallies)
      .reduce(addMentionTallies, NO_MENTIONS),
    figures: articles.map(({ figures }) => figures.tallies).reduce(addFigureTallies, NO_FIGURES),
    articles,
  }
}
