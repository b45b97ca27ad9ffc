import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../../../../src/extraction/remote/answer.ts'
import { buildAnnotations } from '../../../../src/extraction/remote/build-annotations.ts'
import { splitText } from '../../../../src/extraction/remote/split-text.ts'

type Entity = Answer['entities'][number]
type Figure = Answer['figures'][number]

const entity = (
  type: Entity['type'],
  name: string,
  ...quotes: [quote: string, start: number][]
): Entity => ({
  type,
  name,
  jobTitle: null,
  placeKind: null,
  mentions: quotes.map(([quote, start]) => ({ field: 'BODY', quote, start, metonym: false })),
})

const figure = (quote: string, valueText: string, more: Partial<Figure> = {}): Figure => ({
  field: 'BODY',
  quote,
  start: 0,
  value: null,
  minValue: null,
  maxValue: null,
  valueText,
  qualifier: 'EXACT',
  unit: null,
  measure: null,
  metric: null,
  population: null,
  places: [],
  period: null,
  actor: null,
  target: null,
  attribution: { kind: 'ARTICLE_VOICE', label: null, cue: null, via: null },
  partOf: null,
  ...more,
})

const build = (body: string, ...answers: Answer[]) =>
  buildAnnotations(
    { headline: 'News', body },
    answers.map((answer) => ({ part: { text: body, offset: 0 }, answer })),
  )

test('of several places with the same words, the one nearest to the given offset is meant', () => {
  const body = 'Lee met Lee and Lee.'
  const { annotations } = build(body, {
    entities: [entity('PERSON', 'Lee', ['Lee', 15]), entity('ORGANIZATION', 'Lee', ['Lee', 16])],
    figures: [],
  })
  expect(annotations.mentions.map(({ entity: index, span }) => [index, span.start])).toEqual([
    [1, 8],
    [0, 16],
  ])
})

test('an entity of two parts is one, under all its forms', () => {
  const body = 'Anna Berg spoke. Berg left.'
  const { annotations } = build(
    body,
    { entities: [entity('PERSON', 'Anna Berg', ['Anna Berg', 0])], figures: [] },
    { entities: [entity('PERSON', 'Anna Berg', ['Berg', 17])], figures: [] },
  )
  expect(annotations.entities).toMatchObject([{ name: 'Anna Berg', aliases: ['Berg'] }])
})

test('a name that the text does not have gives way to the longest form that it has', () => {
  const { annotations } = build('Zelensky spoke.', {
    entities: [entity('PERSON', 'Volodymyr Zelensky', ['Zelensky', 0])],
    figures: [],
  })
  expect(annotations.entities[0]).toMatchObject({ name: 'Zelensky', aliases: [] })
})

test('coordinates come from the gazetteer, never from the answer', () => {
  const { annotations } = build('The ferry left Reykjavik.', {
    entities: [{ ...entity('PLACE', 'Reykjavik', ['Reykjavik', 15]), placeKind: 'CITY' }],
    figures: [figure('The ferry', 'The ferry', { places: ['Reykjavik', 'Reykjavik', 'Oslo'] })],
  })
  expect(annotations.entities[0]?.place).toMatchObject({ countryCode: 'IS', geonamesId: 3413829 })
  expect(annotations.figures[0]?.places).toEqual([0])
})

test('the part of a whole points to it, whatever the order of the answer', () => {
  const { annotations } = build('Of 635 drones, 587 were shot down.', {
    entities: [],
    figures: [
      figure('587', '587', { value: 587, partOf: 1 }),
      figure('635 drones', '635', { value: 635, partOf: 7 }),
    ],
  })
  expect(annotations.figures.map(({ value, partOf }) => [value, partOf])).toEqual([
    [635, null],
    [587, 0],
  ])
})

test('metric keys and periods that cannot be used are left out', () => {
  const { annotations } = build('Some 12 ships sank in May.', {
    entities: [],
    figures: [
      figure('12 ships', '12', {
        value: 12,
        metric: { key: 'Ships; DROP', label: 'Ships', aggregation: 'FLOW' },
        period: { start: '2026-06-01', end: '2026-05-01', precision: 'MONTH', text: 'in May' },
      }),
    ],
  })
  expect(annotations.figures[0]).toMatchObject({ value: 12, metric: null, period: null })
})

test('spans are true and mentions never overlap, whatever is answered', () => {
  const word = fc.constantFrom('Ann', 'Lee', 'Ann Lee', '12', '12 ships', '😀', 'é', '.', '\n')
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
  const quote = fc.tuple(fc.oneof(text, word, fc.string()), fc.integer())
  const entities = fc
    .array(fc.array(quote, { maxLength: 4 }), { maxLength: 6 })
    .map((all) => all.map((quotes) => entity('PLACE', quotes[0]?.[0] ?? '', ...quotes)))
  const figures = fc
    .array(word, { maxLength: 6 })
    .map((quotes) => quotes.map((found, i) => figure(found, found, { partOf: i - 1 })))
  fc.assert(
    fc.property(text, entities, figures, (body, answeredEntities, answeredFigures) => {
      const answer = { entities: answeredEntities, figures: answeredFigures }
      const parts = splitText(body, 20).map((part) => ({ part, answer }))
      const { annotations } = buildAnnotations({ headline: 'Ann Lee', body }, parts)
      const points = { HEADLINE: [...'Ann Lee'], BODY: [...body] }
      for (const { span } of [...annotations.mentions, ...annotations.figures]) {
        expect(points[span.field].slice(span.start, span.end).join('')).toBe(span.exact)
      }
      const starts = annotations.mentions.map(({ span }) => span)
      for (const [i, span] of starts.entries()) {
        expect(span.start).toBeGreaterThanOrEqual(starts[i - 1]?.end ?? 0)
      }
      const places = annotations.figures.map(({ span }) => `${span.start} ${span.end}`)
      expect(new Set(places).size).toBe(places.length)
    }),
  )
})
