import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../src/extraction/document.ts'
import type { FoundEntity } from '../../../../src/extraction/extractor.ts'
import { findFigures } from '../../../../src/extraction/figures/find-figures.ts'
import type { LocatedMention, NamedArticle } from '../../../../src/extraction/named-article.ts'

const PUBLISHED = new Date('2025-12-24T09:00:00Z')

/** Words that the rules look for, in any order: nearer to their branches than random letters. */
const WORDS = (
  'three 12 1,200 3.5% $3bn €4m 28 of 31 half a million dozen hundreds several others both no one ' +
  'between and to or from up down at least more than people drones missiles Kyiv Russia police said ' +
  'according killed wounded were was have been died rose fell by of which whom including , . ; : ' +
  '“ ” " ( ) - – % in on 3 March 2024 Monday last month years old ago since the death toll reached ' +
  'km tonnes magnitude-6.4 3-1 5-10 won 😀 \u{1D7D9} é\u0301 \n\n . The A'
).split(' ')

const newsText = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 60 })
  .map((words) => words.join(' '))
const anyText = fc.oneof(
  newsText,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

/** An article in which every capitalised "Kyiv" and "Russia" is a place. */
function articleOf(headline: string, body: string): NamedArticle {
  const documents = [readDocument('HEADLINE', headline), readDocument('BODY', body)]
  const names = ['Kyiv', 'Russia']
  const entities = names.map(
    (name): FoundEntity => ({ type: 'PLACE', name, aliases: [], jobTitle: null, place: null }),
  )
  const mentions = documents.flatMap((document) =>
    [...document.text.matchAll(/Kyiv|Russia/g)].map(
      ({ 0: name, index: start }): LocatedMention => ({
        document,
        start,
        end: start + name.length,
        entity: names.indexOf(name),
        metonym: false,
        confidence: 1,
      }),
    ),
  )
  return { documents, entities, mentions, publishedAt: PUBLISHED }
}

describe('figures of any text', () => {
  it('have true spans, in order, no two of them the same', () => {
    fc.assert(
      fc.property(anyText, anyText, (headline, body) => {
        const figures = findFigures(articleOf(headline, body))
        const texts = { HEADLINE: [...headline], BODY: [...body] }
        let last = ''
        for (const { span, attribution } of figures) {
          for (const found of attribution.cue ? [span, attribution.cue] : [span]) {
            expect(texts[found.field].slice(found.start, found.end).join('')).toBe(found.exact)
          }
          const order = `${span.field === 'BODY' ? 1 : 0}:${String(span.start).padStart(9, '0')}`
          expect(order > last).toBe(true)
          last = order
        }
      }),
      { numRuns: 600 },
    )
  })

  it('hold together: values, ranges, wholes and entities', () => {
    fc.assert(
      fc.property(newsText, (body) => {
        const article = articleOf('', body)
        const figures = findFigures(article)
        for (const [i, figure] of figures.entries()) {
          const { value, minValue, maxValue, partOf, places, span, valueText, period } = figure
          if (value !== null) expect([minValue, maxValue]).toEqual([null, null])
          if (value !== null) expect(Number.isFinite(value)).toBe(true)
          if (minValue !== null && maxValue !== null) expect(minValue).toBeLessThan(maxValue)
          expect(span.exact).toContain(valueText)
          expect(places.every((place) => article.entities[place]?.type === 'PLACE')).toBe(true)
          if (partOf !== null) expect(figures[partOf]).toBeDefined()
          expect(partOf).not.toBe(i)
          if (period) expect(period.start.getTime()).toBeLessThan(period.end.getTime())
          expect(figure.confidence).toBeGreaterThan(0)
          expect(figure.confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('are the same each time', () => {
    fc.assert(
      fc.property(newsText, (body) => {
        expect(findFigures(articleOf('', body))).toEqual(findFigures(articleOf('', body)))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the work on one long line', () => {
  /** How often a token is looked at while the figures of a text are found, for each token it has. */
  function looksPerToken(text: string): number {
    const article = articleOf('', text)
    let looks = 0
    const documents = article.documents.map((document) => ({
      ...document,
      tokens: new Proxy(document.tokens, {
        get(tokens, key, receiver) {
          const value = Reflect.get(tokens, key, receiver)
          // Every later pass reads the retagged copy, which map makes of these.
          if (key !== 'map' || typeof value !== 'function') return value
          return (...given: Parameters<typeof tokens.map>) => counted(tokens.map(...given))
        },
      }),
    }))
    const counted = <T extends object>(list: T): T =>
      new Proxy(list, {
        get(target, key, receiver) {
          looks += 1
          return Reflect.get(target, key, receiver)
        },
      })
    const [headline, body] = documents
    const mentions = article.mentions.map((mention) => ({
      ...mention,
      document: (mention.document.spanned.field === 'BODY' ? body : headline) ?? mention.document,
    }))
    findFigures({ ...article, documents, mentions })
    return looks / (body?.tokens.length ?? 1)
  }

  const LINES: readonly (readonly [string, string])[] = [
    ['numbers', '7 '],
    ['numbers with commas', '12, '],
    ['counted things', '12 drones and '],
    ['reports', 'police said 3 people died on Monday in Kyiv and '],
    ['parts', 'including 12 of 31 drones, '],
    ['ranges', '3-5 '],
    ['number words', 'one hundred '],
    ['shares', '3% of men rose 5% to $5bn, '],
    ['according to', 'according to the mayor of Kyiv 3 to 5 were hurt since 2022 '],
    ['quotation marks', '" , said '],
    ['prepositions', 'of the in '],
  ]

  it.each(LINES)('grows with the line and no faster: %s', (_, unit) => {
    const short = looksPerToken(unit.repeat(Math.ceil(2000 / unit.length)))
    const long = looksPerToken(unit.repeat(Math.ceil(10_000 / unit.length)))
    expect(short).toBeGreaterThan(0)
    expect(long).toBeLessThan(short * 1.2)
    expect(long).toBeLessThan(600)
  })

  it('is done for 20,000 figures in a line of 220,000 characters', () => {
    const figures = findFigures(articleOf('', '12 drones, '.repeat(20_000)))
    expect(figures).toHaveLength(20_000)
    expect(figures.every(({ metric }) => metric?.key === 'drones')).toBe(true)
  })
})
