import { AppError, InvalidInputError } from '../../core/app-error.ts'
import { decodeText } from '../decode-text.ts'
import { externalIdOf } from '../external-id.ts'
import type { Importer } from '../importer.ts'
import { webAddress } from '../web-address.ts'
import { findArticleHtml } from './find-article-html.ts'
import { readPageFacts } from './read-page-facts.ts'

/** One article per saved page: its text, and what the page says of title, time, author, address. */
export const htmlImporter: Importer = {
  format: 'html',

  accepts({ name, bytes }) {
    if (/\.(?:html?|xhtml)$/i.test(name)) return true
    const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '')
    return /^[^<]{0,8}(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b/is.test(start)
  },

  *read(file, { source, publishedAt }) {
    const where = file.path
    try {
      const html = decodeText(file.bytes)
      const address = webAddress(file.path)
      const { identifier, title, body, ...facts } = readPageFacts(html, address)
      const bodyHtml = findArticleHtml(html, { title, address: address ?? facts.url }) ?? body
      if (bodyHtml === null) throw noArticle()
      const input = {
        ...facts,
        source,
        externalId: identifier ?? externalIdOf(file),
        bodyHtml,
        publishedAt: facts.publishedAt ?? publishedAt,
      }
      yield { where, input }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      yield { where, reason: error.message }
    }
  },
}

const noArticle = (): InvalidInputError =>
  new InvalidInputError(
    'The page has no text of an article: a page that is filled by scripts has to be saved from a browser.',
  )
