import { expect, test } from 'vitest'
import { ANSWER_FORMAT } from '../../../../src/extraction/remote/answer.ts'

interface Schema {
  readonly type?: string
  readonly properties?: Record<string, Schema>
  readonly required?: string[]
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly anyOf?: Schema[]
}

function objectsIn(schema: Schema): Schema[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ].flatMap(objectsIn)
  return schema.type === 'object' ? [schema, ...inner] : inner
}

test('the schema is one that strict structured output takes: all keys required, no others', () => {
  const { schema } = ANSWER_FORMAT.json_schema
  const objects = objectsIn(schema as Schema)
  expect(objects).toHaveLength(7)
  for (const { properties, required, additionalProperties } of objects) {
    expect(required).toEqual(Object.keys(properties ?? {}))
    expect(additionalProperties).toBe(false)
  }
  expect(JSON.stringify(schema)).not.toMatch(/\$schema|\$ref|maximum|pattern/)
})
