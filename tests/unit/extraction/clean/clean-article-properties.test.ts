import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../../../src/core/app-error.ts'
import {
  type CleanArticle,
  cleanArticle,
  type RawArticle,
} from '../../../../src/extraction/clean/clean-article.ts'

const RUNS = { numRuns: 500 }

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-zéüñ]{1,9}$/) },
  fc.constantFrom(
    '635',
    'U.S.',
    'said.',
    'why?',
    'no!',
    'two-',
    '“so',
    'then”',
    '|',
    '…',
    '—',
    '&',
  ),
  fc.constantFrom('قال', 'הודיע', 'می‌خواهم', '😀', '👩‍🚒', 'e\u0301', '\u00a0', '\u200b', '\ud83d'),
)
const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '))
const furniture = fc.constantFrom(
  ...['News', 'World', 'Advertisement', 'Back to top', 'Share this article', 'Related articles'],
  ...['Home » World', '5 min read', '© 2025 Times', 'Subscribe to our newsletter', '* * *'],
)
const line = fc.oneof({ weight: 4, arbitrary: words }, furniture)
const plainText = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n', '\n \n\n')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) => lines.flat().join(''))

const name = fc.constantFrom(
  ...[
    'p',
    'div',
    'section',
    'h1',
    'h2',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'table',
    'tr',
    'td',
  ],
  ...[
    'a',
    'b',
    'em',
    'span',
    'q',
    's',
    'sup',
    'nav',
    'footer',
    'aside',
    'button',
    'form',
    'figure',
  ],
  ...['figcaption', 'x-box', 'thead', 'caption', 'dl', 'dt', 'font', 'article', 'header'],
)
const attributes = [
  ...['', '', '', ' href="https://example.org/a?b=1&amp;c=2"', " href='/relative'", ' hidden'],
  ...[' onclick="steal()"', ' href="javascript:steal()"', ' style="display:none"'],
  ...[' role=navigation', ' class="a b" id=c', ' dir="rtl"', ' colspan=2', ' title="a > b"'],
]

function htmlWith(attributeLists: readonly string[]): fc.Arbitrary<string> {
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      line.map((text) => text.replaceAll('&', '&amp;')),
      fc.constantFrom('<br>', '<br/>', '<hr>', '<img src=x onerror=steal()>', '<!-- c -->'),
      fc.constantFrom('<script>steal()</script>', '<style>p{}</style>', '</p>', '</div>'),
      fc.constantFrom('&nbsp;', '\n\n'),
      fc
        .tuple(
          name,
          fc.constantFrom(...attributeLists),
          fc.array(tie('html'), { maxLength: 4 }),
          fc.boolean(),
        )
        .map(([tag, list, children, isClosed]) => {
          return `<${tag}${list}>${children.join('')}${isClosed ? `</${tag}>` : ''}`
        }),
    ),
  }))
  return fc.array(html, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
}

const anyHtml = htmlWith(attributes)
/** A quote that never ends turns markup into values and values into text. */
const brokenHtml = htmlWith([...attributes, ' href="unclosed', ' title="<p>'])

/** Null where nothing is left to be an article; any other error fails the test. */
function clean(raw: RawArticle): CleanArticle | null {
  try {
    return cleanArticle(raw)
  } catch (error) {
    if (error instanceof InvalidInputError) return null
    throw error
  }
}

function expectWellFormed({ headline, bodyText, bodyHtml, removedText }: CleanArticle): void {
  for (const text of [headline, bodyText, bodyHtml, ...removedText]) {
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
  }
  expect(headline).toMatch(/^\S(?:.*\S)?$/u)
  for (const paragraph of bodyText.split('\n\n')) expect(paragraph).toMatch(/^\S(?:.*\S)?$/u)
}

const headline = fc.option(words, { nil: null })

describe('any plain text', () => {
  it('gives well-formed paragraphs, and the same when cleaned again with its headline', () => {
    fc.assert(
      fc.property(headline, plainText, (given, bodyText) => {
        const first = clean({ headline: given, bodyText })
        if (first === null) return
        expectWellFormed(first)
        const again = cleanArticle({ headline: first.headline, bodyText: first.bodyText })
        expect(again).toEqual({ ...first, removedText: [] })
      }),
      RUNS,
    )
  })

  it('keeps every word, as story or as furniture', () => {
    fc.assert(
      fc.property(plainText, (bodyText) => {
        const result = clean({ bodyText })
        if (result === null) return
        const kept = [result.headline, result.bodyText, ...result.removedText].join(' ')
        const wordsOf = (text: string) => text.match(/[A-Za-z]{2,}/g) ?? []
        expect(new Set(wordsOf(kept))).toEqual(new Set(wordsOf(bodyText)))
      }),
      RUNS,
    )
  })
})

describe('any HTML, however broken', () => {
  it('gives text without tags and markup without scripts', () => {
    fc.assert(
      fc.property(headline, anyHtml, (given, bodyHtml) => {
        const result = clean({ headline: given, bodyHtml })
        if (result === null) return
        expectWellFormed(result)
        expect(result.bodyText).not.toMatch(/[<>]|steal|&amp;/)
        expect(result.bodyHtml).not.toMatch(/<script|<style|<img|\son\w+\s*=|javascript:|steal/i)
      }),
      RUNS,
    )
  })

  it('gives the same text when its markup or its text is cleaned again with its headline', () => {
    fc.assert(
      fc.property(headline, brokenHtml, (given, bodyHtml) => {
        const first = clean({ headline: given, bodyHtml })
        if (first === null) return
        const { bodyText } = first
        expect(cleanArticle({ headline: first.headline, bodyText })).toMatchObject({ bodyText })
        expect(cleanArticle({ headline: first.headline, bodyHtml: first.bodyHtml })).toEqual({
          ...first,
          removedText: [],
        })
      }),
      RUNS,
    )
  })
})
