import { z } from 'zod'
import { InvalidInputError } from '../../core/app-error.ts'
import { parseArticleJson } from '../importers/parse-article-json.ts'
import type { Adapter } from './adapter.ts'
import { isRecord, parsePayload, payloadId, payloadTime } from './parse-payload.ts'

const EVENTS = ['save', 'unpublish', 'delete'] as const

const eventSchema = z.looseObject({
  event: z.enum(EVENTS).default('save'),
  externalId: payloadId,
  source: z.string().nullish(),
})
const removalSchema = z.looseObject({ modifiedAt: payloadTime })

/**
 * The fields of IngestArticleInput as JSON, with times in ISO 8601, and "event": "save" (also when
 * absent), "unpublish" or "delete"; the last two need only the externalId.
 */
export const genericAdapter: Adapter = {
  kind: 'generic',
  name: 'Dateline',
  topicHeader: null,
  idHeader: null,

  recognizes: (json) => isRecord(json) && 'externalId' in json,

  read({ source, json }) {
    const { event, externalId, source: named } = parsePayload(eventSchema, json, 'an article')
    if (named != null && named !== source) {
      throw new InvalidInputError(
        `source: the payload names "${named}", but was sent to "${source}": leave it out, or send it there.`,
        'source',
      )
    }
    if (event !== 'save') {
      const { modifiedAt } = parsePayload(removalSchema, json, 'an article')
      return { kind: 'REMOVE', externalId, at: modifiedAt }
    }
    const { event: _save, ...article } = json as Record<string, unknown>
    const parsed = parseArticleJson({ ...article, externalId }, { source, publishedAt: null })
    if ('reason' in parsed) {
      throw new InvalidInputError(`This cannot be read as an article: ${parsed.reason}.`)
    }
    return { kind: 'SAVE', externalId, input: parsed.input }
  },
}
