import { GraphQLError, Kind } from 'graphql'
import { builder } from './builder.ts'

/** RFC 3339: a date, a time and an offset. Date alone would leave the day's time zone open. */
const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

function invalid(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'INVALID_INPUT' } })
}

function parseDateTime(value: unknown): Date {
  const date = typeof value === 'string' && RFC3339.test(value) ? new Date(value) : null
  if (date === null || Number.isNaN(date.getTime())) {
    return invalid('A DateTime is written like 2025-12-24T09:00:00Z, with a time zone (RFC 3339).')
  }
  return date
}

builder.scalarType('DateTime', {
  description: 'A moment, as RFC 3339 text: 2025-12-24T09:00:00Z. Answers are in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(value)).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
})

function parseUrl(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:/i.test(value)) {
    return invalid('A URL is an absolute http or https address: https://example.com/story.')
  }
  return value
}

builder.scalarType('URL', {
  description: 'An absolute http or https address.',
  serialize: (value) => value,
  parseValue: parseUrl,
  parseLiteral: (node) => parseUrl(node.kind === Kind.STRING ? node.value : null),
})

builder.scalarType('GeoJSON', {
  description:
    'A GeoJSON object (RFC 7946): { type: "Point", coordinates: [longitude, latitude] }, or a FeatureCollection of points.',
  serialize: (value) => value,
  parseValue: () => invalid('GeoJSON is only ever an answer.'),
})

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: () => invalid('JSON is only ever an answer.'),
})
