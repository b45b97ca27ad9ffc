import { z } from 'zod'
import { languageTag } from '../language-tag.ts'
import { plainText } from '../plain-text.ts'
import type { Adapter } from './adapter.ts'
import { firstText, isRecord, parsePayload, payloadId, payloadTime } from './parse-payload.ts'

const rendered = z.looseObject({
  rendered: z.string().nullish(),
  raw: z.string().nullish(),
  protected: z.boolean().nullish(),
})
const term = z.looseObject({ name: z.string(), slug: z.string(), taxonomy: z.string().nullish() })

/** A post as WordPress' REST API gives it, with _embed for names and terms. */
const wordpressPostSchema = z.looseObject({
  id: payloadId,
  type: z.string().nullish(),
  status: z.string().nullish(),
  link: z.string().nullish(),
  /** Translation plugins add it. */
  lang: z.string().nullish(),
  date_gmt: payloadTime,
  modified_gmt: payloadTime,
  title: rendered.nullish(),
  content: rendered.nullish(),
  excerpt: rendered.nullish(),
  _embedded: z
    .looseObject({
      author: z.array(z.looseObject({ name: z.string().nullish() })).nullish(),
      'wp:term': z.array(z.array(term)).nullish(),
    })
    .nullish(),
})
type WordPressPost = z.output<typeof wordpressPostSchema>

const deliverySchema = z.looseObject({
  event: z.enum(['save', 'unpublish', 'delete']).default('save'),
  post: wordpressPostSchema,
})

const STATUS = new Map([
  ['publish', 'PUBLISHED'],
  ['future', 'SCHEDULED'],
  ['draft', 'DRAFT'],
  ['pending', 'DRAFT'],
  ['auto-draft', 'DRAFT'],
] as const)

/** Types of posts that are no articles; custom types are taken for articles. */
const NOT_ARTICLES = new Set(['page', 'attachment', 'revision', 'nav_menu_item', 'wp_block'])

/**
 * What the plugin of integrations/wordpress sends: { event: "save" | "unpublish" | "delete", post },
 * or a post of the REST API alone.
 */
export const wordpressAdapter: Adapter = {
  kind: 'wordpress',
  name: 'WordPress',
  topicHeader: null,
  idHeader: 'idempotency-key',

  recognizes: (json) => isRecord(json) && (isPost(json) || isPost(json.post)),

  read({ source, json }) {
    const delivery = isRecord(json) && 'post' in json ? json : { post: json }
    const { event, post } = parsePayload(deliverySchema, delivery, "WordPress' post")
    return readWordPressPost(post, { source, event })
  },
}

/** One post, pushed or fetched. */
function readWordPressPost(
  post: WordPressPost,
  { source, event }: { source: string; event: z.output<typeof deliverySchema>['event'] },
): ReturnType<Adapter['read']> {
  const { id: externalId, type, status, content } = post
  if (type != null && NOT_ARTICLES.has(type)) {
    return { kind: 'IGNORE', reason: `A ${type} is not an article.` }
  }
  const isHidden = status === 'trash' || status === 'private' || content?.protected === true
  if (event !== 'save' || isHidden) {
    return { kind: 'REMOVE', externalId, at: post.modified_gmt }
  }
  const bodyHtml = firstText(content?.rendered, content?.raw)
  if (bodyHtml === null) return { kind: 'IGNORE', reason: 'The post has no text yet.' }
  const input = {
    source,
    externalId,
    bodyHtml,
    headline: plainText(post.title?.rendered ?? post.title?.raw ?? ''),
    dek: dekOf(post),
    url: isHome(post.link) ? null : (post.link ?? null),
    language: languageTag(post.lang),
    authors: (post._embedded?.author ?? []).flatMap(({ name }) => name ?? []),
    topics: (post._embedded?.['wp:term'] ?? [])
      .flat()
      .filter(({ taxonomy, slug }) => TOPICS.has(taxonomy ?? '') && slug !== 'uncategorized')
      .map(({ name, slug }) => ({ name: plainText(name), slug })),
    publishedAt: post.date_gmt,
    modifiedAt: post.modified_gmt,
    status: STATUS.get((status ?? 'publish') as 'publish') ?? ('DRAFT' as const),
  }
  return { kind: 'SAVE', externalId, input }
}

/** What WordPress gives as the address of a post without a name. */
const isHome = (link: string | null | undefined): boolean =>
  !link || /^https?:\/\/[^/?#]*\/?$/i.test(link)

const TOPICS = new Set(['category', 'post_tag'])

/** How much of an excerpt must be the beginning of the text for it to be cut from the text, in characters. */
const OPENING = 40

/**
 * An excerpt that somebody wrote. Where the payload has only the one that readers see, WordPress may have cut it from
 * the text: it ends in "[…]" then, or, of a short text, begins as the text does.
 */
function dekOf({ excerpt, content }: WordPressPost): string | null {
  const written = plainText(excerpt?.raw ?? '')
  if (excerpt?.raw != null) return written === '' ? null : written
  const shown = plainText(excerpt?.rendered ?? '')
  const isCut =
    shown.endsWith('[…]') || plainText(content?.rendered ?? '').startsWith(shown.slice(0, OPENING))
  return isCut ? null : shown
}

function isPost(json: unknown): boolean {
  return (
    isRecord(json) &&
    'id' in json &&
    ('modified_gmt' in json || (isRecord(json.title) && 'rendered' in json.title))
  )
}
