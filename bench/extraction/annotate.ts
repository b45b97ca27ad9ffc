import { embeddedExtractor } from '../../src/extraction/embedded-extractor.ts'
import type { Annotations } from '../../src/extraction/extractor.ts'
import type { ArticleText } from './find-quote.ts'

/** What the embedded extractor finds in an English text. */
export function annotate(text: ArticleText, publishedAt: Date | null): Promise<Annotations> {
  return embeddedExtractor.extract({ ...text, language: 'en', publishedAt })
}
