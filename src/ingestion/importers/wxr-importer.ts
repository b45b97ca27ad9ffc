import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { AppError } from '../../core/app-error.ts'
import { readPayload } from '../adapters/read-payload.ts'
import { decodeText } from '../decode-text.ts'
import { importItemOf } from '../import-item-of.ts'
import type { Importer, ImportItem } from '../importer.ts'
import { startsLike } from '../starts-like.ts'
import { renderPost } from './render-post.ts'

const text = z.string().nullish()
const itemSchema = z.looseObject({
  title: text,
  link: text,
  'dc:creator': text,
  'content:encoded': text,
  'excerpt:encoded': text,
  'wp:post_id': text,
  'wp:post_type': text,
  'wp:post_date_gmt': text,
  'wp:post_modified_gmt': text,
  'wp:post_password': text,
  'wp:status': text,
  category: z
    .array(
      z.union([z.string(), z.looseObject({ '#text': text, '@domain': text, '@nicename': text })]),
    )
    .nullish(),
})
type WxrItem = z.output<typeof itemSchema>

const documentSchema = z.object({
  rss: z.looseObject({
    channel: z.looseObject({
      item: z.array(itemSchema).nullish(),
      'wp:author': z
        .array(z.looseObject({ 'wp:author_login': text, 'wp:author_display_name': text }))
        .nullish(),
    }),
  }),
})

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: true,
  isArray: (name) => ['item', 'category', 'wp:author'].includes(name),
})

/**
 * The posts of a WordPress export (WXR). Pages, pictures and revisions in it are skipped, drafts stay drafts, and what
 * is in the trash or private is not taken in.
 */
export const wxrImporter: Importer = {
  format: 'wxr',

  accepts: (file) => startsLike(file, /<rss\b[^>]*xmlns:wp="https?:\/\/wordpress\.org\/export\//i),

  *read(file, { source }): Iterable<ImportItem> {
    const parsed = parse(file.bytes)
    if ('reason' in parsed) {
      yield { where: file.path, reason: parsed.reason }
      return
    }
    const { item: items = [], 'wp:author': authors } = parsed.channel
    const names = new Map(
      (authors ?? []).map((author) => [
        author['wp:author_login'],
        author['wp:author_display_name'],
      ]),
    )
    for (const [index, item] of (items ?? []).entries()) {
      const where = `${file.path}[${index}]`
      const type = item['wp:post_type'] ?? 'post'
      if (type !== 'post') {
        yield { where, skipped: `Not a post: ${type}.` }
        continue
      }
      try {
        const json = toRestPost(item, names)
        yield importItemOf(readPayload('wordpress', { source, topic: null, json }), {
          source,
          where,
        })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        yield { where, reason: error.message }
      }
    }
  },
}

type Channel = z.output<typeof documentSchema>['rss']['channel']

function parse(bytes: Uint8Array): { readonly channel: Channel } | { readonly reason: string } {
  let xml: unknown
  try {
    xml = parser.parse(decodeText(bytes))
  } catch (error) {
    if (error instanceof AppError) return { reason: error.message }
    return { reason: 'This is not well-formed XML: export it from WordPress again.' }
  }
  const { data } = documentSchema.safeParse(xml)
  return data
    ? { channel: data.rss.channel }
    : { reason: 'This is not a WordPress export: rss.channel is missing.' }
}

/** As the REST API would give it, so that pull and export make the same article. */
function toRestPost(
  item: WxrItem,
  names: ReadonlyMap<string | null | undefined, string | null | undefined>,
) {
  const creator = item['dc:creator']
  const excerpt = item['excerpt:encoded']
  return {
    id: item['wp:post_id'],
    type: item['wp:post_type'],
    status: item['wp:status'],
    link: item.link,
    date_gmt: restTime(item['wp:post_date_gmt']),
    modified_gmt: restTime(item['wp:post_modified_gmt']),
    title: { rendered: item.title },
    content: {
      rendered: renderPost(item['content:encoded'] ?? ''),
      protected: Boolean(item['wp:post_password']),
    },
    excerpt: { raw: excerpt },
    _embedded: {
      author: creator ? [{ name: names.get(creator) ?? creator }] : [],
      'wp:term': [(item.category ?? []).flatMap(readTerm)],
    },
  }
}

function readTerm(category: NonNullable<WxrItem['category']>[number]) {
  if (typeof category === 'string') return []
  const { '#text': name, '@domain': taxonomy, '@nicename': slug } = category
  return name ? [{ name, slug: slug ?? name, taxonomy }] : []
}

/** "2025-12-22 08:00:00" in UTC; zeros for a draft that has no time yet. */
function restTime(time: string | null | undefined): string | null {
  return !time || time.startsWith('0000') ? null : time.replace(' ', 'T')
}
