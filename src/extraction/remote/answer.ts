import { z } from 'zod'
import { PLACE_KINDS } from '../../core/place-kind.ts'
import { QUALIFIERS } from '../../core/qualifier.ts'

const field = z.enum(['HEADLINE', 'BODY'])

const entity = z.object({
  type: z.enum(['PERSON', 'PLACE', 'ORGANIZATION']),
  name: z.string().describe('The fullest form in the text, as written.'),
  jobTitle: z
    .string()
    .nullable()
    .describe('Right before or after the name of a person, as written.'),
  placeKind: z.enum(PLACE_KINDS).nullable(),
  mentions: z.array(
    z.object({
      field,
      quote: z.string().describe('The name exactly as it stands there.'),
      start: z.number().describe('About how many characters stand before it in the field.'),
      metonym: z.boolean().describe('True where a place stands for its government or team.'),
    }),
  ),
})

const figure = z.object({
  field,
  quote: z.string().describe('Number and thing counted, exactly as in the text.'),
  start: z.number().describe('About how many characters stand before it in the field.'),
  value: z.number().nullable().describe('Null for a range and where no number is given.'),
  minValue: z.number().nullable(),
  maxValue: z.number().nullable(),
  valueText: z.string().describe('The number as written: "three", "635", "half a million".'),
  qualifier: z.enum(QUALIFIERS),
  unit: z
    .string()
    .nullable()
    .describe('ISO 4217 code, "percent", a measure such as "km", or the counted noun as written.'),
  measure: z.string().nullable().describe('The counted noun phrase as written.'),
  metric: z
    .object({
      key: z.string().describe('<counted-noun>[-<event>] in lower case: "drones-intercepted".'),
      label: z.string(),
      aggregation: z.enum(['FLOW', 'CUMULATIVE', 'STOCK', 'RATIO']),
    })
    .nullable(),
  population: z.string().nullable().describe('Of whom it is counted, as written.'),
  places: z.array(z.string()).describe('Names of the entities where it applies.'),
  period: z
    .object({
      start: z.string().describe('ISO 8601 in UTC.'),
      end: z.string().describe('ISO 8601 in UTC, exclusive.'),
      precision: z.enum(['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR']),
      text: z.string().describe('The words it is read from.'),
    })
    .nullable(),
  actor: z.string().nullable().describe('Who did it, as written.'),
  target: z.string().nullable().describe('To whom, as written.'),
  attribution: z.object({
    kind: z.enum(['NAMED', 'COLLECTIVE', 'ANONYMOUS', 'ARTICLE_VOICE']),
    label: z.string().nullable().describe('Who says it, as written, without a leading article.'),
    cue: z.string().nullable().describe('The words that say so, exactly.'),
    via: z.string().nullable().describe('The channel: "Telegram".'),
  }),
  partOf: z.number().nullable().describe('Position in this list of the figure it is a part of.'),
})

const answer = z.object({ entities: z.array(entity), figures: z.array(figure) })

export type Answer = z.infer<typeof answer>
export type AnsweredEntity = Answer['entities'][number]
export type AnsweredFigure = Answer['figures'][number]

const { $schema: _dialect, ...schema } = z.toJSONSchema(answer)

/** The form of an answer as `response_format` wants it: all keys required, no others. */
export const ANSWER_FORMAT = {
  type: 'json_schema',
  json_schema: { name: 'annotations', strict: true, schema },
} as const

/** More than a part of an article can hold: such an answer is noise. */
const MAX_MENTIONS = 1000
const MAX_FIGURES = 500

/** The answer in that form, or what is wrong with it. */
export function parseAnswer(content: string): Answer | { readonly problem: string } {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return { problem: 'the answer is not JSON' }
  }
  const result = answer.safeParse(json)
  if (!result.success) {
    const path = result.error.issues[0]?.path.join('.') ?? ''
    return { problem: `the answer does not follow the schema at "${path}"` }
  }
  const { entities, figures } = result.data
  const mentions = entities.reduce((sum, { mentions: { length } }) => sum + length, 0)
  if (entities.length > MAX_MENTIONS || mentions > MAX_MENTIONS || figures.length > MAX_FIGURES) {
    return { problem: `the answer has ${mentions} mentions and ${figures.length} figures` }
  }
  return result.data
}
