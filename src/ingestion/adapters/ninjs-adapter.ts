import { z } from 'zod'
import { plainText } from '../plain-text.ts'
import type { Adapter } from './adapter.ts'
import { firstText, isRecord, parsePayload, payloadTime } from './parse-payload.ts'

const text = z.string().nullish()
/** One of several headlines or bodies: by role, by media type. */
const variants = z
  .array(z.looseObject({ role: text, contentType: text, value: z.string() }))
  .nullish()
const concepts = z.array(z.looseObject({ name: text, uri: text, literal: text })).nullish()

/** ninjs 3 in camelCase; the names of 1.x and 2.x in lower case and with underscores. */
const itemSchema = z.looseObject({
  uri: z.string().trim().min(1),
  pubStatus: text,
  pubstatus: text,
  version: text,
  firstCreated: payloadTime,
  firstcreated: payloadTime,
  versionCreated: payloadTime,
  versioncreated: payloadTime,
  contentCreated: payloadTime,
  embargoedUntil: payloadTime,
  embargoed: payloadTime,
  language: text,
  title: text,
  by: text,
  byline: text,
  headlines: variants,
  headline: text,
  descriptions: variants,
  description_text: text,
  bodies: variants,
  body_text: text,
  body_xhtml: text,
  body_html: text,
  subjects: concepts,
  subject: concepts,
  people: concepts,
  person: concepts,
  organisations: concepts,
  organisation: concepts,
  places: concepts,
  place: concepts,
})
type Item = z.output<typeof itemSchema>

/** IPTC's ninjs. pubStatus "withheld" and "canceled" take an article off the public. */
export const ninjsAdapter: Adapter = {
  kind: 'ninjs',
  name: 'ninjs',
  topicHeader: null,
  idHeader: null,

  recognizes: (json) =>
    isRecord(json) && typeof json.uri === 'string' && NINJS_FIELDS.some((field) => field in json),

  read({ source, json }) {
    const item = parsePayload(itemSchema, json, 'a ninjs item')
    const { uri: externalId } = item
    const modifiedAt = item.versionCreated ?? item.versioncreated
    const status = (item.pubStatus ?? item.pubstatus ?? 'usable').replace(/^stat:/, '')
    if (status !== 'usable') return { kind: 'REMOVE', externalId, at: modifiedAt }
    const body = bodyOf(item)
    if (body === null) return { kind: 'IGNORE', reason: 'The item has no body.' }
    const input = {
      source,
      externalId,
      ...body,
      headline: firstText(lineOf(item.headlines), item.headline, item.title),
      dek: firstText(lineOf(item.descriptions), item.description_text),
      language: item.language ?? null,
      authors: authorsOf(item),
      topics: namesOf(item.subjects ?? item.subject).map(({ name }) => ({ name })),
      entities: entitiesOf(item),
      publishedAt: item.contentCreated ?? item.firstCreated ?? item.firstcreated ?? modifiedAt,
      modifiedAt,
      externalRevision: item.version ?? null,
      embargoedUntil: item.embargoedUntil ?? item.embargoed,
    }
    return { kind: 'SAVE', externalId, input }
  },
}

const NINJS_FIELDS = [
  'pubStatus',
  'pubstatus',
  'bodies',
  'headlines',
  'body_text',
  'body_xhtml',
  'body_html',
  'versionCreated',
  'versioncreated',
]

/** Markup keeps the paragraphs, so it is preferred to plain text. */
function bodyOf(item: Item): { bodyHtml: string } | { bodyText: string } | null {
  const bodies = (item.bodies ?? []).filter(({ value }) => value.trim() !== '')
  const marked = bodies.find(({ contentType }) => /html/i.test(contentType ?? ''))?.value
  const bodyHtml = firstText(marked, item.body_xhtml, item.body_html)
  if (bodyHtml !== null) return { bodyHtml }
  const [first] = bodies
  const plain = firstText(
    bodies.find(({ contentType }) => /plain/i.test(contentType ?? ''))?.value,
    item.body_text,
  )
  if (plain !== null) return { bodyText: plain }
  if (first === undefined) return null
  // The media type is optional; what begins with a tag is markup.
  return first.value.trimStart().startsWith('<')
    ? { bodyHtml: first.value }
    : { bodyText: first.value }
}

/** The main one of several lines: ninjs leaves roles to the provider, the first is meant where none is "main". */
function lineOf(lines: Item['headlines']): string | null {
  const line = lines?.find(({ role }) => role === 'main') ?? lines?.[0]
  if (line === undefined) return null
  return /html/i.test(line.contentType ?? '') ? plainText(line.value) : line.value
}

function authorsOf({ by, byline }: Item): string[] {
  const line = firstText(by, byline)
    ?.replace(/^by\s+/i, '')
    .trim()
  return line ? line.split(/\s*(?:,|;|\band\b)\s*/).filter((name) => name !== '') : []
}

function namesOf(list: Item['subjects']): { name: string; uri: string | null }[] {
  return (list ?? []).flatMap(({ name, literal, uri }) => {
    const known = firstText(name, literal)
    return known === null ? [] : [{ name: known, uri: firstText(uri) }]
  })
}

function entitiesOf(item: Item) {
  const typed = [
    ['PERSON', item.people ?? item.person],
    ['ORGANIZATION', item.organisations ?? item.organisation],
    ['PLACE', item.places ?? item.place],
  ] as const
  return typed.flatMap(([type, list]) =>
    namesOf(list).map(({ name, uri }) => ({ name, type, externalId: uri })),
  )
}
