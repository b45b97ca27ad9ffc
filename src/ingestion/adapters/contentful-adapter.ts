import { documentToHtmlString } from '@contentful/rich-text-html-renderer'
import { z } from 'zod'
import { InvalidInputError } from '../../core/app-error.ts'
import { markdownToHtml } from '../markdown-to-html.ts'
import { parseTime } from '../parse-time.ts'
import type { Adapter } from './adapter.ts'
import { BODY_FIELDS, bodyOf, readModelFields } from './model-fields.ts'
import { isRecord, parsePayload, payloadTime } from './parse-payload.ts'

const entrySchema = z.looseObject({
  sys: z.looseObject({
    type: z.string(),
    id: z.string().min(1),
    /** Of a published entry; drafts have a version instead. */
    revision: z.number().nullish(),
    version: z.number().nullish(),
    createdAt: payloadTime,
    updatedAt: payloadTime,
    deletedAt: payloadTime,
    contentType: z.looseObject({ sys: z.looseObject({ id: z.string() }) }).nullish(),
  }),
  fields: z.record(z.string(), z.record(z.string(), z.unknown())).nullish(),
})
type Entry = z.output<typeof entrySchema>

/**
 * Contentful's webhooks: the entry as its API gives it, with the event in the header
 * X-Contentful-Topic; unpublished and deleted entries come as DeletedEntry without fields. Of an
 * entry in several languages the English text is read, or else the first.
 */
export const contentfulAdapter: Adapter = {
  kind: 'contentful',
  name: 'Contentful',
  topicHeader: 'x-contentful-topic',
  idHeader: 'x-contentful-idempotency-key',

  recognizes: (json) => isRecord(json) && isRecord(json.sys) && 'type' in json.sys,

  read({ source, topic, json }) {
    const entry = parsePayload(entrySchema, json, "Contentful's webhook")
    const { sys } = entry
    if (!/^(?:Deleted)?Entry$/.test(sys.type)) {
      return { kind: 'IGNORE', reason: `Contentful's ${sys.type} is not an entry.` }
    }
    const externalId = sys.id
    const action = topic?.split('.').at(-1) ?? actionOf(entry)
    if (REMOVALS.has(action)) {
      return { kind: 'REMOVE', externalId, at: sys.deletedAt ?? sys.updatedAt }
    }
    if (action !== 'publish') {
      return { kind: 'IGNORE', reason: `A draft (${action}): it counts once it is published.` }
    }
    const { fields, locale } = localized(entry)
    const body = bodyOf(fields)
    if (body === null) {
      const model = sys.contentType?.sys.id ?? 'entry'
      const names = BODY_FIELDS.join(', ')
      return { kind: 'IGNORE', reason: `This ${model} has no text: none of the fields ${names}.` }
    }
    const { publishedText, ...facts } = readModelFields(fields)
    const input = {
      ...facts,
      source,
      externalId,
      bodyHtml: bodyToHtml(body),
      language: locale,
      publishedAt: (publishedText === null ? null : parseTime(publishedText)) ?? sys.createdAt,
      modifiedAt: sys.updatedAt,
      status: 'PUBLISHED' as const,
    }
    return { kind: 'SAVE', externalId, input }
  },
}

const REMOVALS = new Set(['unpublish', 'delete', 'archive'])

/** Where no header says: only published states have a revision. */
function actionOf({ sys }: Entry): string {
  if (sys.type === 'DeletedEntry') return 'unpublish'
  return sys.revision == null || sys.version != null ? 'save' : 'publish'
}

/** Fields come as { name: { locale: value } }. */
function localized({ fields }: Entry): {
  fields: Readonly<Record<string, unknown>>
  locale: string | null
} {
  const values = Object.entries(fields ?? {})
  const locales = [...new Set(values.flatMap(([, byLocale]) => Object.keys(byLocale)))]
  const locale = locales.find((name) => /^en\b/i.test(name)) ?? locales[0] ?? null
  if (locale === null) return { fields: {}, locale }
  return {
    fields: Object.fromEntries(values.map(([name, byLocale]) => [name, byLocale[locale]])),
    locale,
  }
}

/** Rich text is a tree of nodes; long text is Markdown. */
function bodyToHtml(body: unknown): string {
  if (typeof body === 'string') return markdownToHtml(body)
  if (isRecord(body) && body.nodeType === 'document' && Array.isArray(body.content)) {
    return documentToHtmlString(body as unknown as Parameters<typeof documentToHtmlString>[0])
  }
  throw new InvalidInputError(
    "This cannot be read as Contentful's webhook: fields.body: must be long text or rich text.",
    'fields.body',
  )
}
