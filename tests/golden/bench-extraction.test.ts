import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { annotatedArticleSchema } from '../../bench/extraction/annotated-article.ts'
import { headNoun } from '../../bench/extraction/head-noun.ts'
import { judgeFigure } from '../../bench/extraction/judge-figure.ts'
import { readAnnotatedFolder } from '../../bench/extraction/read-annotated-folder.ts'
import { readConll } from '../../bench/extraction/read-conll.ts'
import { type GoldFigure, resolveAnnotations } from '../../bench/extraction/resolve-annotations.ts'
import { scoreFigures } from '../../bench/extraction/score-figures.ts'
import { scoreMentions } from '../../bench/extraction/score-mentions.ts'
import type { FoundFigure } from '../../src/extraction/extractor.ts'

const TEXT = {
  headline: 'Adam speaks in Oslo',
  body: '😀 Mariam Adam left Oslo. In Washington, Washington beat Boston. Adam saw 12 of 40 boats and 12 men.',
}
const resolve = (notes: object) => resolveAnnotations(TEXT, annotatedArticleSchema.parse(notes))
const spansOf = (notes: object) =>
  resolve(notes).mentions.map(({ type, spans }) => [
    type,
    ...spans.map(({ field, start, end }) => `${field} ${start}-${end}`),
  ])

describe('annotations', () => {
  test('a quote names each of its occurrences that no longer name covers', () => {
    expect(spansOf({ people: ['Adam', 'Mariam Adam'] })).toEqual([
      ['PERSON', 'BODY 2-13'],
      ['PERSON', 'HEADLINE 0-4'],
      ['PERSON', 'BODY 64-68'],
    ])
  })

  test('nth takes one occurrence, and words in brackets may belong to the name', () => {
    const nth = (n: number) => ({ quote: 'Washington', nth: n })
    expect(spansOf({ places: [nth(1)], organizations: [nth(2)] })).toEqual([
      ['ORGANIZATION', 'BODY 40-50'],
      ['PLACE', 'BODY 28-38'],
    ])
    expect(spansOf({ people: ['Mariam( Adam)'] })).toEqual([['PERSON', 'BODY 2-8', 'BODY 2-13']])
  })

  test('a quote that is not there, or stands in a word, stops everything', () => {
    expect(() => resolve({ people: ['Eve'] })).toThrow('The text has no "Eve"')
    expect(() => resolve({ places: ['Wash'] })).toThrow('The text has no "Wash"')
    expect(() => resolve({ places: [{ quote: 'Oslo', nth: 3 }] })).toThrow('"Oslo" (number 3)')
    expect(() => resolve({ people: ['Oslo'], places: ['Oslo'] })).toThrow('The text has no "Oslo"')
    expect(() => resolve({ figures: [{ number: '13' }] })).toThrow('The text has no "13"')
    expect(() => resolve({ figures: [{ number: '12' }] })).toThrow(
      '"12" stands in the text 2 times',
    )
    expect(() => resolve({ figures: [{ number: '9', in: '12 men' }] })).toThrow(
      'contain the number',
    )
    expect(() => resolve({ figures: [{ number: '40', vlaue: 40 }] })).toThrow('vlaue')
  })

  test('a number is found within its quote', () => {
    const [figure] = resolve({ figures: [{ number: '12', in: '12 men' }] }).figures
    expect(figure?.span).toEqual({ field: 'BODY', start: 92, end: 94 })
  })
})

describe('a folder of annotated articles', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-golden-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('errors name the file', () => {
    expect(() => readAnnotatedFolder(folder)).toThrow('has no annotated articles')
    writeFileSync(join(folder, 'a.txt'), 'Oslo\n\nTwo men left Oslo.\n')
    writeFileSync(join(folder, 'a.json'), '{"places": ["Bergen"]}')
    expect(() => readAnnotatedFolder(folder)).toThrow(/a: The text has no "Bergen"/)
    writeFileSync(
      join(folder, 'a.json'),
      '{"places": ["Oslo"], "publishedAt": "2026-01-01T00:00:00Z"}',
    )
    const [article] = readAnnotatedFolder(folder)
    expect(article?.text).toEqual({ headline: 'Oslo', body: 'Two men left Oslo.' })
    expect(article?.gold.mentions).toHaveLength(2)
  })

  test('CoNLL tokens are joined by spaces; MISC is no name', () => {
    const path = join(folder, 'names.conll')
    const rows = [
      '-DOCSTART- O',
      '',
      '😀 O',
      'Ida B-PER',
      'Lund I-PER',
      'Reuters B-ORG',
      '',
      'Norse B-MISC',
      'Oslo I-LOC',
    ]
    writeFileSync(path, `${rows.join('\n')}\n`)
    expect(readConll(path)).toEqual([
      {
        text: { headline: '', body: '😀 Ida Lund Reuters\nNorse Oslo' },
        mentions: [
          { type: 'PERSON', spans: [{ field: 'BODY', start: 2, end: 10 }] },
          { type: 'ORGANIZATION', spans: [{ field: 'BODY', start: 11, end: 18 }] },
          { type: 'PLACE', spans: [{ field: 'BODY', start: 25, end: 29 }] },
        ],
      },
    ])
  })
})

describe('scores', () => {
  const span = (start: number, exact: string) => ({
    field: 'BODY' as const,
    start,
    end: start + exact.length,
    exact,
    prefix: '',
    suffix: '',
  })
  const figure = (start: number, exact: string, valueText: string, more = {}): FoundFigure => ({
    span: span(start, exact),
    value: 3,
    minValue: null,
    maxValue: null,
    valueText,
    qualifier: 'EXACT',
    unit: 'men',
    measure: 'old men',
    metric: null,
    population: null,
    places: [],
    period: null,
    actor: null,
    target: null,
    attribution: { kind: 'NAMED', label: 'Captain Ida Lund', claimant: null, cue: null, via: null },
    partOf: null,
    confidence: 1,
    ...more,
  })
  const gold = (start: number, number: string, more = {}): GoldFigure => ({
    number,
    span: { field: 'BODY', start, end: start + number.length },
    ...more,
  })

  test('a name of another type or length is one missed and one found in vain', () => {
    const at = (start: number, end: number) => [{ field: 'BODY' as const, start, end }]
    const entity = { name: 'Oslo', aliases: [], jobTitle: null, place: null }
    const { tallies, missed, wrong } = scoreMentions(
      [
        { type: 'PLACE', spans: at(0, 4) },
        { type: 'PERSON', spans: at(10, 14) },
      ],
      {
        entities: [{ ...entity, type: 'PLACE' }],
        mentions: [0, 10].map((start) => ({
          entity: 0,
          span: span(start, 'Oslo'),
          metonym: false,
          confidence: 1,
        })),
        figures: [],
      },
    )
    expect(tallies).toEqual({
      PERSON: { right: 0, found: 0, gold: 1 },
      PLACE: { right: 1, found: 2, gold: 1 },
      ORGANIZATION: { right: 0, found: 0, gold: 0 },
    })
    expect([missed.length, wrong]).toEqual([1, [1]])
  })

  test('a figure is found by its number, once; optional ones count neither way', () => {
    const found = [
      figure(0, 'three men', 'three'),
      figure(20, '40 boats', '40'),
      figure(30, '9 cats', '9'),
    ]
    const { tallies, missed, wrong } = scoreFigures(
      [gold(0, 'three'), gold(4, 'e'), gold(20, '40', { optional: true }), gold(50, '7')],
      found,
    )
    expect(tallies.found).toEqual({ right: 1, found: 2, gold: 3 })
    expect(missed.map(({ number }) => number)).toEqual(['e', '7'])
    expect(wrong).toEqual([found[2]])
  })

  test('parts are judged where the annotation says them', () => {
    const notes = { value: 3, measure: 'Norwegian men', attribution: 'NAMED: Lund' }
    const judge = (note: object, more = {}) =>
      judgeFigure(gold(0, 'three', note), figure(0, 'three men', 'three', more))
    expect(judge(notes)).toEqual({
      value: true,
      unit: true,
      thing: true,
      qualifier: true,
      attribution: true,
    })
    expect(judge({ attribution: '*', qualifier: ['ABOUT', 'AT_LEAST'] })).toEqual({
      value: null,
      unit: null,
      thing: null,
      qualifier: false,
      attribution: null,
    })
    expect(judge({ value: null, minValue: 2, maxValue: 4, unit: ['USD', 'men'] })).toMatchObject({
      value: false,
      unit: true,
      attribution: false,
    })
    expect(judge({ value: 0.3333 }, { value: 1 / 3 })).toMatchObject({ value: true })
  })

  test('heads are compared in the singular', () => {
    const heads = [
      'traffic police officers on duty',
      'policewomen',
      'parties',
      'losses',
      'taxes',
      'people',
    ]
    expect(heads.map(headNoun)).toEqual([
      'officer',
      'policewoman',
      'party',
      'loss',
      'tax',
      'person',
    ])
  })
})
