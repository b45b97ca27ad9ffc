import { InvalidInputError } from '../core/app-error.ts'
import { checkLength, MAX_TEXT_LENGTH } from '../extraction/clean/check-raw-article.ts'
import { cleanArticle, type RawArticle } from '../extraction/clean/clean-article.ts'
import { embeddedExtractor } from '../extraction/embedded-extractor.ts'
import { type ExtractedText, type Extraction, toExtraction } from './extraction.ts'

/** Cleans an article and finds what is in it. Throws InvalidInputError for what is no article. */
export async function extractArticle(
  raw: RawArticle,
  publishedAt: Date | null,
): Promise<Extraction> {
  if (!raw.bodyText?.trim() && !raw.bodyHtml?.trim()) {
    throw new InvalidInputError('The text is empty: give the text of an article.', 'text')
  }
  const { headline, bodyText, removedText } = cleanArticle(raw)
  return annotate({ headline, bodyText, removedText }, publishedAt)
}

/** Takes the text as the body as it stands, down to the last space. */
export async function extractVerbatim(text: string, publishedAt: Date | null): Promise<Extraction> {
  checkLength('text', text, MAX_TEXT_LENGTH)
  return annotate({ headline: '', bodyText: text, removedText: [] }, publishedAt)
}

async function annotate(text: ExtractedText, publishedAt: Date | null): Promise<Extraction> {
  const { headline, bodyText: body } = text
  const found = await embeddedExtractor.extract({ headline, body, language: 'en', publishedAt })
  return toExtraction(text, found)
}
