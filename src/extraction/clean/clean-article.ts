import { InvalidInputError } from '../../core/app-error.ts'
import { type Block, paragraphBlock } from './block.ts'
import { blocksToHtml } from './blocks-to-html.ts'
import { checkLength, checkRawArticle, MAX_TEXT_LENGTH, type RawBody } from './check-raw-article.ts'
import { type FoundHeadline, findHeadline } from './find-headline.ts'
import { htmlToBlocks } from './html-to-blocks.ts'
import { normalizeLine } from './normalize-text.ts'
import { withoutFurniture } from './page-furniture.ts'
import { sanitizeBodyHtml } from './sanitize-body-html.ts'
import { textToParagraphs } from './text-to-paragraphs.ts'

/** An article as it was sent. Empty texts count as absent; exactly one of the bodies is needed. */
export interface RawArticle {
  readonly headline?: string | null
  readonly dek?: string | null
  readonly bodyText?: string | null
  readonly bodyHtml?: string | null
}

/** An article as it is stored: normalised text, whose offsets spans may count on. */
export interface CleanArticle {
  readonly headline: string
  readonly dek: string | null
  /** Paragraphs of one line each, joined by exactly two line feeds. */
  readonly bodyText: string
  /** The same text with its markup, sanitised. */
  readonly bodyHtml: string
  /** What stood around the story, in order: "News", "Back to top". */
  readonly removedText: readonly string[]
}

/**
 * From what a CMS or a file says to clean text. Cleaning the result again, with its headline,
 * changes nothing. Throws InvalidInputError for anything that cannot be an article.
 */
export function cleanArticle(raw: RawArticle): CleanArticle {
  const rawBody = checkRawArticle(raw)
  const blocks = readBlocks(rawBody)
  const story = withoutFurniture(blocks.filter(({ furniture }) => !furniture))
  if (story.length === 0) throw nothingLeft(rawBody, blocks)

  const given = normalizeLine(raw.headline ?? '')
  const found = given ? { headline: given, block: null } : findHeadline(story)
  const body = withoutHeadline(story, found)
  const bodyText = body.map(({ text }) => text).join('\n\n')
  checkLength(rawBody.path, bodyText, MAX_TEXT_LENGTH)

  const kept = new Set(body)
  const isRemoved = (block: Block): boolean =>
    !kept.has(block) && block !== found.block && !isSame(block.text, found.headline)
  return {
    headline: found.headline,
    dek: normalizeLine(raw.dek ?? '') || null,
    bodyText,
    bodyHtml: sanitizeBodyHtml(blocksToHtml(body)),
    removedText: blocks.filter(isRemoved).map(({ text }) => text),
  }
}

function readBlocks({ path, content }: RawBody): readonly Block[] {
  return path === 'bodyHtml' ? htmlToBlocks(content) : textToParagraphs(content).map(paragraphBlock)
}

/** The story below its headline, which the body does not repeat, unless it is all there is. */
function withoutHeadline(
  story: readonly Block[],
  { headline, block }: FoundHeadline,
): readonly Block[] {
  const isTitle = ({ headingLevel, text }: Block): boolean =>
    headingLevel === 1 && isSame(text, headline)
  let body = story.filter((other) => other !== block && !isTitle(other))
  for (let before = -1; before !== body.length; ) {
    before = body.length
    const start = body.findIndex(({ text }) => !isSame(text, headline))
    body = [...withoutFurniture(start === -1 ? [] : body.slice(start))]
  }
  return body.length > 0 ? body : [block ?? story[0]].filter((only) => only !== undefined)
}

const isSame = (text: string, headline: string): boolean => fold(text) === fold(headline)

const fold = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

function nothingLeft({ path }: RawBody, blocks: readonly Block[]): InvalidInputError {
  const removed = blocks.map(({ text }) => text).join(' ')
  const found = removed === '' ? '' : ` (it only says "${removed.slice(0, 80).toWellFormed()}")`
  return new InvalidInputError(
    `No text is left of ${path} after cleaning${found}: send the text of the article.`,
    path,
  )
}
