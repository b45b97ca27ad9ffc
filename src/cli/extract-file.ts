import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, InvalidInputError, NotFoundError } from '../core/app-error.ts'
import { embeddedExtractor } from '../extraction/embedded-extractor.ts'
import { detectLanguage } from '../extraction/language/detect-language.ts'
import { decodeText } from '../ingestion/decode-text.ts'
import { readImportFile } from '../ingestion/import-files.ts'
import type { ImportFile } from '../ingestion/importer.ts'
import { htmlImporter } from '../ingestion/importers/html-importer.ts'
import { extractArticle, extractVerbatim } from './extract-article.ts'
import type { Extraction } from './extraction.ts'

export interface ExtractOptions {
  readonly verbatim: boolean
  /** For texts that carry no time of their own. */
  readonly publishedAt: Date | null
}

/** One text is read sooner than a thread starts. */
const IN_THIS_THREAD = { embedded: embeddedExtractor, detectLanguage }

/** Extracts from one file, a text or an HTML page. Errors name the file. */
export async function extractFile(path: string, options: ExtractOptions): Promise<Extraction> {
  const size = await fileSize(path)
  try {
    return await extractBytes(await readImportFile({ path, name: basename(path), size }), options)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new InvalidInputError(`${path}: ${error.message}`, null, { cause: error })
  }
}

async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (found === null) {
    throw new NotFoundError(`There is no file "${path}" that can be read: check the path.`)
  }
  if (found.isDirectory()) {
    throw new InvalidInputError(`"${path}" is a folder: name one file of it.`)
  }
  return found.size
}

function extractBytes(file: ImportFile, options: ExtractOptions): Promise<Extraction> {
  const { verbatim, publishedAt } = options
  const by = { ...IN_THIS_THREAD, publishedAt }
  if (verbatim) return extractVerbatim(decodeText(file.bytes), by)
  if (htmlImporter.accepts(file)) return extractPage(file, publishedAt)
  return extractArticle({ bodyText: decodeText(file.bytes) }, by)
}

function extractPage(file: ImportFile, publishedAt: Date | null): Promise<Extraction> {
  const [item] = htmlImporter.read(file, { source: 'file', publishedAt })
  if (item === undefined || !('input' in item)) {
    const reason = item && 'reason' in item ? item.reason : 'The page holds no article.'
    throw new InvalidInputError(reason)
  }
  const { headline, dek, bodyHtml, bodyText, publishedAt: time } = item.input
  const raw = {
    headline: headline ?? null,
    dek: dek ?? null,
    bodyHtml: bodyHtml ?? null,
    bodyText: bodyText ?? null,
  }
  return extractArticle(raw, { ...IN_THIS_THREAD, publishedAt: time ?? null })
}
