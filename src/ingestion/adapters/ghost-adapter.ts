import { z } from 'zod'
import { InvalidInputError } from '../../core/app-error.ts'
import type { Adapter } from './adapter.ts'
import { firstText, isRecord, parsePayload, payloadTime } from './parse-payload.ts'

const named = z.looseObject({
  name: z.string(),
  slug: z.string().nullish(),
  visibility: z.string().nullish(),
})
/** Events about a post that is gone carry an empty current state, so everything may be missing. */
const stateSchema = z.looseObject({
  id: z.string().nullish(),
  title: z.string().nullish(),
  html: z.string().nullish(),
  plaintext: z.string().nullish(),
  custom_excerpt: z.string().nullish(),
  url: z.string().nullish(),
  status: z.string().nullish(),
  visibility: z.string().nullish(),
  published_at: payloadTime,
  updated_at: payloadTime,
  authors: z.array(named).nullish(),
  tags: z.array(named).nullish(),
})
type PostState = z.output<typeof stateSchema>

const postSchema = z.looseObject({
  /** Ghost 6 and later. */
  event: z.string().nullish(),
  post: z.looseObject({ current: stateSchema.nullish(), previous: stateSchema.nullish() }),
})

/**
 * Ghost's webhooks: { event, post: { current, previous } }, previous with changed fields only. A
 * deleted post may have an empty current state, and its id only in the previous one.
 */
export const ghostAdapter: Adapter = {
  kind: 'ghost',
  name: 'Ghost',
  topicHeader: null,
  idHeader: null,

  recognizes: (json) =>
    isRecord(json) && isRecord(json.post) && ('current' in json.post || 'previous' in json.post),

  read({ source, json }) {
    if (isOtherResource(json)) {
      return { kind: 'IGNORE', reason: 'The event is not about a post.' }
    }
    const { event, post } = parsePayload(postSchema, json, "Ghost's webhook")
    const current = post.current ?? null
    const previous = post.previous ?? null
    const externalId = firstText(current?.id, previous?.id)
    if (externalId === null) {
      throw new InvalidInputError(
        "This cannot be read as Ghost's webhook: neither post.current.id nor post.previous.id is given.",
        'post.current.id',
      )
    }
    if (current === null || isGone(event, current, previous)) {
      const at = current?.updated_at ?? previous?.updated_at ?? null
      return { kind: 'REMOVE', externalId, at }
    }
    if (firstText(current.html, current.plaintext) === null) {
      return { kind: 'IGNORE', reason: 'The post has no text yet.' }
    }
    return { kind: 'SAVE', externalId, input: { source, externalId, ...facts(current) } }
  },
}

/** Pages, members, tags and the site have webhooks too. */
function isOtherResource(json: unknown): boolean {
  if (!isRecord(json) || 'post' in json) return false
  const isEmptySiteEvent = Object.keys(json).length === 0 || json.event === 'site.changed'
  return isEmptySiteEvent || ['page', 'member', 'tag'].some((resource) => resource in json)
}

/** Ghost before 6 does not name the event: then it shows in the two states. */
function isGone(
  event: string | null | undefined,
  current: PostState,
  previous: PostState | null,
): boolean {
  if (event === 'post.deleted' || event === 'post.unpublished') return true
  if (firstText(current.id) === null) return true
  return previous?.status === 'published' && current.status === 'draft'
}

function facts(post: PostState) {
  return {
    headline: post.title ?? null,
    dek: post.custom_excerpt ?? null,
    ...(firstText(post.html) === null ? { bodyText: post.plaintext } : { bodyHtml: post.html }),
    // A post that was never published has an address of no use: "/404/".
    url: post.url && !post.url.endsWith('/404/') ? post.url : null,
    authors: post.authors?.map(({ name }) => name) ?? [],
    topics: (post.tags ?? [])
      .filter(({ visibility, name }) => visibility !== 'internal' && !name.startsWith('#'))
      .map(({ name, slug }) => ({ name, slug: slug ?? null })),
    publishedAt: post.published_at,
    modifiedAt: post.updated_at,
    status: statusOf(post),
  }
}

/** What only members may read, or was sent by mail only, is not public here either. */
function statusOf({ status, visibility }: PostState): 'PUBLISHED' | 'SCHEDULED' | 'DRAFT' {
  if (visibility !== null && visibility !== undefined && visibility !== 'public') return 'DRAFT'
  if (status === 'scheduled') return 'SCHEDULED'
  return status === 'published' ? 'PUBLISHED' : 'DRAFT'
}
