import { AppError } from '../../core/app-error.ts'
import { decodeText } from '../decode-text.ts'
import type { Importer, ImportItem } from '../importer.ts'
import { startsLike } from '../starts-like.ts'
import { readFeed } from './read-feed.ts'

const FEED = /<(?:rss|feed|rdf:RDF)\b|"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\//i

/** The entries of RSS, Atom and JSON Feed. A feed that has summaries only brings summaries only. */
export const feedImporter: Importer = {
  format: 'rss',

  accepts: (file) => /\.(?:rss|atom|rdf)$/i.test(file.name) || startsLike(file, FEED),

  *read(file, { source, publishedAt }): Iterable<ImportItem> {
    const entries = parse(file.bytes)
    if ('reason' in entries) {
      yield { where: file.path, ...entries }
      return
    }
    for (const [index, { id, ...entry }] of entries.list.entries()) {
      const where = `${file.path}[${index}]`
      if (id === null) {
        yield {
          where,
          reason: 'The entry has neither an id nor an address: it cannot be told from others.',
        }
      } else {
        const input = {
          ...entry,
          source,
          externalId: id,
          publishedAt: entry.publishedAt ?? publishedAt,
        }
        yield { where, input }
      }
    }
  },
}

function parse(bytes: Uint8Array): { list: ReturnType<typeof readFeed> } | { reason: string } {
  try {
    return { list: readFeed(decodeText(bytes)) }
  } catch (error) {
    if (error instanceof AppError) return { reason: error.message }
    // The parser has errors of its own kinds; all of them are about the text.
    return {
      reason: 'This cannot be read as RSS, Atom or JSON Feed: check that it is a whole feed.',
    }
  }
}
