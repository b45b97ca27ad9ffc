import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanArticle, type RawArticle } from '../../src/extraction/clean/clean-article.ts'
import { annotatedArticleSchema } from './annotated-article.ts'
import type { ArticleText } from './find-quote.ts'
import { type GoldAnnotations, resolveAnnotations } from './resolve-annotations.ts'

export interface GoldArticle {
  /** The file's path in the folder, without its ending. */
  readonly id: string
  readonly raw: RawArticle
  readonly text: ArticleText
  readonly publishedAt: Date | null
  readonly gold: GoldAnnotations
}

/**
 * Reads NAME.txt (headline, empty line, body) with the NAME.json beside it, in the folder and those
 * in it. Throws, naming the file, where an annotation does not fit its text.
 */
export function readAnnotatedFolder(folder: string): GoldArticle[] {
  const ids = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()
  if (ids.length === 0)
    throw new Error(`"${folder}" has no annotated articles (NAME.txt with NAME.json).`)
  return ids.map((id) => {
    try {
      return readAnnotatedArticle(folder, id)
    } catch (error) {
      throw new Error(`${join(folder, id)}: ${(error as Error).message}`, { cause: error })
    }
  })
}

function readAnnotatedArticle(folder: string, id: string): GoldArticle {
  const read = (ending: string): string => readFileSync(join(folder, `${id}${ending}`), 'utf8')
  const raw = splitHeadline(read('.txt'))
  const notes = annotatedArticleSchema.parse(JSON.parse(read('.json')))
  const { headline, bodyText } = cleanArticle(raw)
  const text = { headline, body: bodyText }
  const publishedAt = notes.publishedAt === null ? null : new Date(notes.publishedAt)
  return { id, raw, text, publishedAt, gold: resolveAnnotations(text, notes) }
}

function splitHeadline(text: string): RawArticle {
  const [headline = '', ...body] = text.replaceAll('\r\n', '\n').split('\n')
  return { headline, bodyText: body.join('\n') }
}
