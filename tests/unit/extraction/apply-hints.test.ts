import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SpannedText } from '../../../src/core/span.ts'
import { applyHints, type EntityHint } from '../../../src/extraction/apply-hints.ts'
import type { Annotations, FoundEntity, FoundFigure } from '../../../src/extraction/extractor.ts'

const NOTHING: Annotations = { entities: [], mentions: [], figures: [] }

const entity = (type: FoundEntity['type'], name: string, ...aliases: string[]): FoundEntity => ({
  type,
  name,
  aliases,
  jobTitle: null,
  place: null,
})

/** Annotations of a body in which each entity is mentioned once under each of its names. */
function annotated(body: string, ...entities: FoundEntity[]): Annotations {
  const text = new SpannedText('BODY', body)
  const mentions = entities.flatMap(({ name, aliases }, index) =>
    [name, ...aliases].map((form) => ({
      entity: index,
      span: text.span(body.indexOf(form), body.indexOf(form) + form.length),
      metonym: false,
      confidence: 0.9,
    })),
  )
  return { entities, mentions, figures: [] }
}

const hint = (type: EntityHint['type'], name: string): EntityHint => ({ type, name })
const apply = (found: Annotations, body: string, ...hints: EntityHint[]) => {
  const { entities, mentions } = applyHints(found, { headline: '', body, hints })
  return mentions.map(({ entity: index, span, provenance }) =>
    [provenance, entities[index]?.type, entities[index]?.name, span.start, span.exact].join(' '),
  )
}

test('a name that the extractor overlooked is mentioned wherever it stands', () => {
  const result = applyHints(NOTHING, {
    headline: 'Quux wins',
    body: 'Shares of Quux rose. Quuxes are birds. "Quux" will expand.',
    hints: [hint('ORGANIZATION', 'Quux')],
  })
  expect(result.entities).toEqual([entity('ORGANIZATION', 'Quux')])
  expect(result.mentions.map(({ span }) => [span.field, span.start, span.exact])).toEqual([
    ['HEADLINE', 0, 'Quux'],
    ['BODY', 10, 'Quux'],
    ['BODY', 40, 'Quux'],
  ])
  expect(result.mentions[0]).toMatchObject({ confidence: 1, metonym: false, provenance: 'CMS' })
})

test('a name that the extractor found under any of its forms stays as it was found', () => {
  const body = 'Harriet Lee left. Lee was tired. Lee slept.'
  const found = annotated(body, entity('PERSON', 'Harriet Lee', 'Lee was'))
  expect(apply(found, body, hint('PERSON', 'HARRIET LEE'))).toEqual([
    'EXTRACTOR PERSON Harriet Lee 0 Harriet Lee',
    'EXTRACTOR PERSON Harriet Lee 18 Lee was',
  ])
})

test('the CMS knows what kind of thing a name is', () => {
  const body = 'Florence spoke.'
  const found = annotated(body, entity('PLACE', 'Florence'))
  expect(apply(found, body, hint('PERSON', 'Florence'))).toEqual(['CMS PERSON Florence 0 Florence'])
})

test('a hint that fits leaves a namesake of another type alone', () => {
  const body = 'Florence Hall spoke in Florence.'
  const found = annotated(body, entity('PERSON', 'Florence Hall'), entity('PLACE', 'in Florence'))
  const hints = [hint('PERSON', 'Florence Hall'), hint('PLACE', 'in Florence')]
  expect(apply(found, body, ...hints)).toEqual(apply(found, body))
})

test('what is no place any more has no coordinates, no metonyms and no figures', () => {
  const body = 'Jordan sold 3 boats.'
  const found = annotated(body, entity('PLACE', 'Jordan'))
  const figure = { places: [0] } as unknown as FoundFigure
  const mentions = found.mentions.map((mention) => ({ ...mention, metonym: true }))
  const result = applyHints(
    { ...found, mentions, figures: [figure] },
    { headline: '', body, hints: [hint('PERSON', 'Jordan')] },
  )
  expect(result.entities[0]).toMatchObject({ type: 'PERSON', place: null })
  expect(result.mentions[0]?.metonym).toBe(false)
  expect(result.figures[0]?.places).toEqual([])
})

test('a place that the CMS names is looked up in the gazetteer', () => {
  const { entities } = applyHints(NOTHING, {
    headline: '',
    body: 'The ferry left Reykjavik.',
    hints: [hint('PLACE', 'Reykjavik')],
  })
  expect(entities[0]?.place).toMatchObject({ kind: 'CITY', countryCode: 'IS', geonamesId: 3413829 })
})

test('the longer of two names in one place wins, and names of the extractor are left alone', () => {
  const body = 'Port Vale FC beat Vale. Vale lost.'
  const found = annotated(body, entity('PERSON', 'beat Vale'))
  const hints = [hint('PLACE', 'Vale'), hint('ORGANIZATION', 'Port Vale FC')]
  expect(apply(found, body, ...hints)).toEqual([
    'CMS ORGANIZATION Port Vale FC 0 Port Vale FC',
    'EXTRACTOR PERSON beat Vale 13 beat Vale',
    'CMS PLACE Vale 24 Vale',
  ])
})

test('a hint that is not in the text, or only inside a word, adds nothing', () => {
  expect(apply(NOTHING, 'Iran voted.', hint('PERSON', 'Ira'), hint('PLACE', 'Oslo'))).toEqual([])
})

test('the same hint twice is one entity', () => {
  const result = apply(NOTHING, 'Quux.', hint('PERSON', 'Quux'), hint('PERSON', ' Quux '))
  expect(result).toEqual(['CMS PERSON Quux 0 Quux'])
})

test('spans are true, in order and never overlap, whatever the text and the hints', () => {
  const word = fc.constantFrom(
    'Ann',
    'Lee',
    'Ann Lee',
    "O'Hara",
    'O’Hara',
    '😀',
    '𝒜b',
    'é',
    '.',
    '\n',
  )
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
  const hints = fc.array(
    fc.record({ name: fc.oneof(text, fc.string()), type: fc.constantFrom('PERSON', 'PLACE') }),
  )
  fc.assert(
    fc.property(text, text, hints, (headline, body, given) => {
      const known = body.includes('Lee') ? annotated(body, entity('PERSON', 'Lee')) : NOTHING
      const { entities, mentions } = applyHints(known, {
        headline,
        body,
        hints: given as EntityHint[],
      })
      const points = { HEADLINE: [...headline], BODY: [...body] }
      let last = { field: 'HEADLINE', end: 0 }
      for (const { span, entity: index } of mentions) {
        expect(points[span.field].slice(span.start, span.end).join('')).toBe(span.exact)
        expect(span.exact).not.toBe('')
        expect(entities[index]).toBeDefined()
        if (span.field === last.field) expect(span.start).toBeGreaterThanOrEqual(last.end)
        else expect([last.field, span.field]).toEqual(['HEADLINE', 'BODY'])
        last = span
      }
    }),
  )
})
