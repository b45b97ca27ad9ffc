import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../../../src/core/app-error.ts'
import {
  MAX_HTML_LENGTH,
  MAX_TEXT_LENGTH,
} from '../../../../src/extraction/clean/check-raw-article.ts'
import { cleanArticle, type RawArticle } from '../../../../src/extraction/clean/clean-article.ts'

const HEADLINE = 'Bridge closed after cracks found'
const FIRST = 'The city closed the bridge on Monday.'
const SECOND = 'About 3,200 cars cross it a day, officials said.'
const STORY = `${HEADLINE}\n\n${FIRST}\n\n${SECOND}`

describe('an article as plain text', () => {
  it('loses the furniture around it, which is kept apart in order', () => {
    expect(cleanArticle({ bodyText: `News\n\n${STORY}\n\nBack to top button` })).toEqual({
      headline: HEADLINE,
      dek: null,
      bodyText: `${FIRST}\n\n${SECOND}`,
      bodyHtml: `<p>${FIRST}</p><p>${SECOND}</p>`,
      removedText: ['News', 'Back to top button'],
    })
  })

  it('loses furniture between its headline and its text', () => {
    const page = `World\n\n${HEADLINE}\n\nWorld\n\n5 min read\n\n${FIRST}\n\nAdvertisement\n\n${SECOND}`
    const { headline, bodyText, removedText } = cleanArticle({ bodyText: page })
    expect(headline).toBe(HEADLINE)
    expect(bodyText).toBe(`${FIRST}\n\n${SECOND}`)
    expect(removedText).toEqual(['World', 'World', '5 min read', 'Advertisement'])
  })

  it('is the same with line ends of other systems, and without empty lines', () => {
    const clean = cleanArticle({ bodyText: STORY })
    expect(cleanArticle({ bodyText: STORY.replaceAll('\n', '\r\n') })).toEqual(clean)
    expect(cleanArticle({ bodyText: STORY.replaceAll('\n', '\r') })).toEqual(clean)
    expect(cleanArticle({ bodyText: STORY.replaceAll('\n\n', '\r\n') })).toEqual(clean)
  })

  it('is text, not markup', () => {
    const { bodyText, bodyHtml } = cleanArticle({
      headline: HEADLINE,
      bodyText: 'Fish & chips <b>for "two"</b> & 3 < 4',
    })
    expect(bodyText).toBe('Fish & chips <b>for "two"</b> & 3 < 4')
    expect(bodyHtml).toBe('<p>Fish &amp; chips &lt;b&gt;for "two"&lt;/b&gt; &amp; 3 &lt; 4</p>')
  })

  it('survives in Arabic and Hebrew, with emoji', () => {
    const bodyText = 'قال الجيش إن 12 طائرة أُسقطت.\n\nצה״ל הודיע על 3 הרוגים 👩‍🚒.'
    expect(cleanArticle({ headline: 'كييف', bodyText }).bodyText).toBe(bodyText)
  })

  it('survives NUL bytes and lone surrogates', () => {
    const { bodyText } = cleanArticle({ headline: HEADLINE, bodyText: 'Two\0 towns\ud83d fell.' })
    expect(bodyText).toBe('Two towns\ufffd fell.')
  })
})

describe('an article as HTML', () => {
  const html = `<nav>News</nav><h1>${HEADLINE}</h1><p>${FIRST}</p><p>${SECOND}</p>`

  it('takes its headline from the h1', () => {
    expect(cleanArticle({ bodyHtml: html })).toEqual({
      headline: HEADLINE,
      dek: null,
      bodyText: `${FIRST}\n\n${SECOND}`,
      bodyHtml: `<p>${FIRST}</p><p>${SECOND}</p>`,
      removedText: ['News'],
    })
  })

  it('has the same text as div soup with a menu and a button', () => {
    const soup = `<div><div class="nav"><div>News</div></div><div><div>${HEADLINE}</div><div>${FIRST}<br><br>${SECOND}</div></div><footer><div><button>Back to top button</button></div></footer></div>`
    const clean = cleanArticle({ bodyHtml: soup })
    expect(clean.headline).toBe(HEADLINE)
    expect(clean.bodyText).toBe(`${FIRST}\n\n${SECOND}`)
    expect(clean.removedText).toEqual(['News', 'Back to top button'])
  })

  it('keeps its markup, and loses furniture from text and markup alike', () => {
    const { bodyHtml, bodyText } = cleanArticle({
      bodyHtml: `<h1>${HEADLINE}</h1><p onclick="x()">${FIRST} <a href="https://example.org/1">More</a></p><ul><li>One<li>Share this article</ul><p><b>Back to top</b></p><script>alert(1)</script>`,
    })
    expect(bodyText).toBe(`${FIRST} More\n\nOne`)
    expect(bodyHtml).toBe(
      `<p>${FIRST} <a href="https://example.org/1" rel="nofollow noopener">More</a></p><ul><li>One</li></ul>`,
    )
  })
})

describe('the headline', () => {
  it('is not repeated in the body, in whatever case or quotes', () => {
    const raw = {
      headline: ' Mayor: "We  can\'t pay" ',
      bodyText: `MAYOR: “We can’t pay”\n\n${FIRST}`,
    }
    expect(cleanArticle(raw)).toMatchObject({
      headline: 'Mayor: "We can\'t pay"',
      bodyText: FIRST,
      removedText: [],
    })
  })

  it('stays in a body that says nothing else', () => {
    expect(cleanArticle({ bodyText: HEADLINE })).toMatchObject({
      headline: HEADLINE,
      bodyText: HEADLINE,
    })
    expect(cleanArticle({ headline: HEADLINE, bodyText: HEADLINE }).bodyText).toBe(HEADLINE)
  })

  it('is made from the first sentence where the text has no title, and the body keeps it', () => {
    expect(cleanArticle({ bodyText: `${FIRST}\n\n${SECOND}` })).toMatchObject({
      headline: 'The city closed the bridge on Monday',
      bodyText: `${FIRST}\n\n${SECOND}`,
    })
  })

  it('counts as absent when it is blank', () => {
    expect(cleanArticle({ headline: ' \n', dek: ' ', bodyText: STORY })).toMatchObject({
      headline: HEADLINE,
      dek: null,
    })
  })
})

it('keeps the dek on one line', () => {
  expect(cleanArticle({ dek: ' Two lanes\nstay open ', bodyText: STORY }).dek).toBe(
    'Two lanes stay open',
  )
})

describe('what cannot be an article', () => {
  const errors: readonly (readonly [string, RawArticle, string, RegExp])[] = [
    ['no body', {}, 'bodyText', /has no text/],
    ['null for both bodies', { bodyText: null, bodyHtml: null }, 'bodyText', /has no text/],
    ['blank text', { bodyText: ' \r\n\u00a0' }, 'bodyText', /has no text/],
    ['blank HTML', { bodyHtml: '  ' }, 'bodyHtml', /has no text/],
    ['both bodies', { bodyText: 'a', bodyHtml: 'b' }, 'bodyText', /send one of them/],
    ['HTML without text', { bodyHtml: '<p> <img src="a.jpg"></p>' }, 'bodyHtml', /No text is left/],
    ['an unclosed script', { bodyHtml: '<script>a<p>b</p>' }, 'bodyHtml', /No text is left/],
    ['nothing but furniture', { bodyText: 'News' }, 'bodyText', /it only says "News"/],
    [
      'a text of 5 million characters',
      { bodyText: 'word '.repeat(1_000_000) },
      'bodyText',
      /bodyText has 5,000,000 characters, and 2,000,000 are the most/,
    ],
    [
      'HTML with too long a text',
      { headline: HEADLINE, bodyHtml: `<p>${'a '.repeat(MAX_TEXT_LENGTH / 2 + 1)}b</p>` },
      'bodyHtml',
      /2,000,000 are the most/,
    ],
    [
      'too long HTML',
      { bodyHtml: 'a'.repeat(MAX_HTML_LENGTH + 1) },
      'bodyHtml',
      /5,000,000 are the most/,
    ],
    [
      'a headline of 1,001 characters',
      { headline: 'a'.repeat(1001), bodyText: STORY },
      'headline',
      /headline has 1,001 characters/,
    ],
    [
      'a picture',
      { bodyText: `\u0089PNG\r\n\u001a\n${'\0\u0001IHDR\ufffd\u0002'.repeat(20)}` },
      'bodyText',
      /is binary data/,
    ],
    [
      'UTF-16 that was read as single bytes',
      { bodyText: Array.from(STORY).join('\0') },
      'bodyText',
      /is binary data/,
    ],
  ]
  it.each(errors)('is refused with a clear error: %s', (_what, raw, path, message) => {
    let error: unknown
    try {
      cleanArticle(raw)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(InvalidInputError)
    expect(error).toMatchObject({ path, message: expect.stringMatching(message) })
  })

  it('is not a text of exactly the greatest length, nor a headline of 1,000 characters', () => {
    const bodyText = 'a'.repeat(MAX_TEXT_LENGTH)
    expect(cleanArticle({ headline: 'b'.repeat(1000), bodyText }).bodyText).toBe(bodyText)
  })
})
