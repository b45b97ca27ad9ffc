import { AppError } from '../../core/app-error.ts'
import { decodeText } from '../decode-text.ts'
import { externalIdOf } from '../external-id.ts'
import type { Importer } from '../importer.ts'

/** One article per file of plain text, in any encoding; its first line is the headline. */
export const textImporter: Importer = {
  format: 'text',

  accepts({ name }) {
    return /\.(?:txt|text)$/i.test(name) || !/[^/]\.[^/.]+$/.test(name)
  },

  *read(file, { source, publishedAt }) {
    const where = file.path
    try {
      const bodyText = decodeText(file.bytes)
      yield { where, input: { source, externalId: externalIdOf(file), bodyText, publishedAt } }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      yield { where, reason: error.message }
    }
  },
}
