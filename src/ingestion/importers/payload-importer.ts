import type { AdapterKind } from '../../core/adapter-kind.ts'
import { AppError } from '../../core/app-error.ts'
import { readPayload } from '../adapters/read-payload.ts'
import { decodeText } from '../decode-text.ts'
import { importItemOf } from '../import-item-of.ts'
import type { Importer, ImportItem } from '../importer.ts'
import { startsLike } from '../starts-like.ts'

/** Files with payloads of a CMS: one object, or an array of them, such as a page of WordPress' REST API. */
function payloadImporter(kind: AdapterKind, pattern: RegExp): Importer {
  return {
    format: kind,

    accepts: (file) =>
      /^[^<]*$/.test(file.name) &&
      startsLike(file, /^[\s\S]{0,8}[[{]/) &&
      startsLike(file, pattern),

    *read(file, { source }): Iterable<ImportItem> {
      const parsed = parse(file.bytes)
      if ('reason' in parsed) {
        yield { where: file.path, ...parsed }
        return
      }
      const isList = Array.isArray(parsed.json)
      const list: readonly unknown[] = Array.isArray(parsed.json) ? parsed.json : [parsed.json]
      for (const [index, json] of list.entries()) {
        const where = isList ? `${file.path}[${index}]` : file.path
        try {
          yield importItemOf(readPayload(kind, { source, topic: null, json }), { source, where })
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          yield { where, reason: error.message }
        }
      }
    },
  }
}

/** A news item, or several, in IPTC's ninjs. */
export const ninjsImporter = payloadImporter(
  'ninjs',
  /"uri"\s*:[\s\S]*"(?:pub[Ss]tatus|bodies|body_(?:text|xhtml|html)|version[Cc]reated)"\s*:|"(?:pub[Ss]tatus|bodies|body_(?:text|xhtml|html)|version[Cc]reated)"\s*:[\s\S]*"uri"\s*:/,
)

/** Posts as WordPress' REST API gives them. */
export const wordpressImporter = payloadImporter(
  'wordpress',
  /"title"\s*:\s*\{\s*"r(?:endered|aw)"/,
)

function parse(bytes: Uint8Array): { json: unknown } | { reason: string } {
  try {
    return { json: JSON.parse(decodeText(bytes)) }
  } catch (error) {
    if (error instanceof AppError) return { reason: error.message }
    if (!(error instanceof SyntaxError)) throw error
    return { reason: `This is not JSON (${error.message}): write one object, or an array of them.` }
  }
}
