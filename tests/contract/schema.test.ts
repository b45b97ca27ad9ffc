import { readFileSync } from 'node:fs'
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

test('schema.graphql is what the code serves: run "npm run schema" after a change', () => {
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`
  expect(readFileSync('schema.graphql', 'utf8')).toBe(printed)
})

test('every type, field, argument, input and enum value has a description', () => {
  const undescribed = types.flatMap(partsOf).filter(([, description]) => !description)
  expect(undescribed.map(([name]) => name)).toEqual([])
})

test('lists without a bound are connections or lists of scalars, never of rows', () => {
  const lists = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
        .map((field) => `${type.name}.${field.name}`),
    )
    .filter(
      (name) =>
        !/(Connection\.edges|\.authors|\.removedText|\.scopes|\.sameAs|\.urlAliases)$/.test(name),
    )
  // Each of these is bounded: by the code (take) or by what one article can hold.
  expect(lists.sort()).toEqual([
    'Article.corrections',
    'Article.derivedFigures',
    'Article.related',
    'Article.topics',
    'Claim.places',
    'Conflict.places',
    'Conflict.sides',
    'ConflictSide.claims',
    'ConflictSide.earlierClaims',
    'Correction.figures',
    'DerivedFigure.operands',
    'Entity.aliases',
    'Entity.coOccurring',
    'Entity.externalIds',
    'Entity.timeline',
    'Figure.places',
    'FigureSeries.points',
    'FiguresByPlace.places',
    'MarkNotSamePayload.entities',
    'MergeSuggestion.reasons',
    'Organization.aliases',
    'Organization.coOccurring',
    'Organization.externalIds',
    'Organization.timeline',
    'Person.aliases',
    'Person.coOccurring',
    'Person.externalIds',
    'Person.timeline',
    'Place.aliases',
    'Place.ancestors',
    'Place.coOccurring',
    'Place.externalIds',
    'Place.timeline',
    'Query.nodes',
    'RelatedArticle.sharedEntities',
    'RevisionChanges.bodyText',
    'RevisionChanges.figures',
    'RevisionChanges.headline',
    'SearchEdge.snippet',
    'SearchFacets.entities',
    'SearchFacets.months',
    'SearchFacets.sources',
    'SearchFacets.types',
    'SeriesPoint.claims',
    'SeriesPoint.places',
    'SeriesPoint.revisions',
    'UnmarkNotSamePayload.entities',
    'Webhook.events',
    'Webhook.sources',
  ])
})

test('fields are camelCase, types PascalCase, enum values UPPER_CASE', () => {
  const names = types.flatMap(partsOf).map(([name]) => name)
  const wrong = names.filter((name) => {
    const [type = '', part, argument] = name.split(/[.:]/)
    if (!/^[A-Z][A-Za-z]+$/.test(type)) return true
    if (part !== undefined && !/^([a-z][A-Za-z]*|[A-Z][A-Z_]*)$/.test(part)) return true
    return argument !== undefined && !/^[a-z][A-Za-z]*$/.test(argument)
  })
  expect(wrong).toEqual([])
})

function partsOf(type: GraphQLNamedType): [name: string, description: string | null | undefined][] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]]
  if (isEnumType(type)) {
    for (const value of type.getValues())
      parts.push([`${type.name}.${value.name}`, value.description])
  } else if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description])
      for (const arg of field.args)
        parts.push([`${type.name}.${field.name}:${arg.name}`, arg.description])
    }
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description])
    }
  }
  return parts
}
