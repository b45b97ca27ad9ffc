import { z } from 'zod'
import { markdownToHtml } from '../markdown-to-html.ts'
import { parseTime } from '../parse-time.ts'
import type { Adapter } from './adapter.ts'
import { BODY_FIELDS, bodyOf, readModelFields } from './model-fields.ts'
import { firstText, isRecord, parsePayload, payloadId, payloadTime } from './parse-payload.ts'
import { strapiBlocksToHtml } from './strapi-blocks.ts'

const deliverySchema = z.looseObject({
  event: z.string(),
  createdAt: payloadTime,
  model: z.string(),
  entry: z.looseObject({
    id: payloadId,
    /** Strapi 5: one for all states and translations of a document. */
    documentId: z.string().nullish(),
    locale: z.string().nullish(),
    updatedAt: payloadTime,
    publishedAt: payloadTime,
  }),
})

/**
 * Strapi's webhooks, versions 4 and 5: { event, createdAt, model, entry }. The fields of an entry are
 * the site's own; see model-fields.ts for the names that are understood. Drafts are ignored: in
 * Strapi 5 an entry.update without publishedAt is a draft beside the published text.
 */
export const strapiAdapter: Adapter = {
  kind: 'strapi',
  name: 'Strapi',
  topicHeader: null,
  idHeader: null,

  recognizes: (json) =>
    isRecord(json) &&
    typeof json.event === 'string' &&
    ('model' in json || OTHER_EVENT.test(json.event)),

  read({ source, json }) {
    if (isRecord(json) && typeof json.event === 'string' && OTHER_EVENT.test(json.event)) {
      return { kind: 'IGNORE', reason: `The event ${json.event} is not about an entry.` }
    }
    const { event, createdAt, model, entry } = parsePayload(
      deliverySchema,
      json,
      "Strapi's webhook",
    )
    const document = entry.documentId ?? entry.id
    const externalId = entry.locale ? `${document}:${entry.locale}` : document
    if (event === 'entry.unpublish' || event === 'entry.delete') {
      return { kind: 'REMOVE', externalId, at: createdAt ?? entry.updatedAt }
    }
    const body = bodyOf(entry)
    if (body === null) {
      const names = BODY_FIELDS.join(', ')
      return { kind: 'IGNORE', reason: `This ${model} has no text: none of the fields ${names}.` }
    }
    if (entry.publishedAt === null) {
      return { kind: 'IGNORE', reason: 'A draft: it counts once it is published.' }
    }
    const { publishedText, ...facts } = readModelFields(entry)
    const input = {
      ...facts,
      source,
      externalId,
      bodyHtml: bodyToHtml(body),
      language: entry.locale ?? null,
      publishedAt: (publishedText === null ? null : parseTime(publishedText)) ?? entry.publishedAt,
      modifiedAt: entry.updatedAt,
      status: 'PUBLISHED' as const,
    }
    return { kind: 'SAVE', externalId, input }
  },
}

const OTHER_EVENT = /^(?:media|releases|review-workflows)\.|^trigger-test$/

/** Markdown, blocks, or a dynamic zone: components with a text of their own. */
function bodyToHtml(body: unknown): string {
  if (typeof body === 'string') return markdownToHtml(body)
  if (!Array.isArray(body)) return ''
  if (!body.some((part) => isRecord(part) && '__component' in part)) return strapiBlocksToHtml(body)
  return body
    .map((part) => {
      if (!isRecord(part)) return ''
      const text = firstText(...BODY_FIELDS.map((name) => asText(part[name])))
      if (text !== null) return markdownToHtml(text)
      const nested = BODY_FIELDS.map((name) => part[name]).find(Array.isArray)
      return nested ? strapiBlocksToHtml(nested) : ''
    })
    .join('\n')
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
