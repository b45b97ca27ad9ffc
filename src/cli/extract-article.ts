import { InvalidInputError } from '../core/app-error.ts'
import { checkLength, MAX_TEXT_LENGTH } from '../extraction/clean/check-raw-article.ts'
import { cleanArticle, type RawArticle } from '../extraction/clean/clean-article.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { chooseLanguage } from '../extraction/language/choose-language.ts'
import { type ExtractedText, type Extraction, toExtraction } from './extraction.ts'

/** Who reads a text, and what its weekdays are counted from. */
export interface Reader extends Pick<Extractors, 'embedded' | 'detectLanguage'> {
  readonly publishedAt: Date | null
}

/** Cleans an article and finds what is in it. Throws InvalidInputError for what is no article. */
export async function extractArticle(raw: RawArticle, by: Reader): Promise<Extraction> {
  if (!raw.bodyText?.trim() && !raw.bodyHtml?.trim()) {
    throw new InvalidInputError('The text is empty: give the text of an article.', 'text')
  }
  const { headline, bodyText, removedText } = cleanArticle(raw)
  return read({ headline, bodyText, removedText }, by)
}

/** Takes the text as the body as it stands, down to the last space. */
export async function extractVerbatim(text: string, by: Reader): Promise<Extraction> {
  checkLength('text', text, MAX_TEXT_LENGTH)
  return read({ headline: '', bodyText: text, removedText: [] }, by)
}

async function read(
  text: ExtractedText,
  { embedded, detectLanguage, publishedAt }: Reader,
): Promise<Extraction> {
  const { headline, bodyText: body } = text
  const language = await chooseLanguage(null, () => detectLanguage(`${headline}\n${body}`))
  const found = await embedded.extract({ headline, body, language, publishedAt })
  return toExtraction({ ...text, language }, found)
}
