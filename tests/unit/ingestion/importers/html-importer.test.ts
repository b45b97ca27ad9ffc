import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { IngestInput } from '../../../../src/actions/ingest-input.ts'
import { cleanArticle } from '../../../../src/extraction/clean/clean-article.ts'
import { htmlImporter } from '../../../../src/ingestion/importers/html-importer.ts'

const OPTIONS = { source: 'northport-times', publishedAt: new Date('2025-01-01T00:00:00Z') }

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url), 'utf8')

const readFile = (html: string, name = 'page.html') => [
  ...htmlImporter.read({ path: name, name, bytes: Buffer.from(html) }, OPTIONS),
]

function read(html: string, name?: string): IngestInput {
  const [item] = readFile(html, name)
  if (item === undefined || !('input' in item)) throw new Error('not imported')
  return item.input
}

const readAt = (address: string) => read(fixture('../import-formats/floods.html'), address)

const clean = ({ headline = null, bodyHtml = null }: IngestInput) =>
  cleanArticle({ headline, bodyHtml })

describe('a page', () => {
  it('tells title, time, address, author and language of its article', () => {
    const { bodyHtml: _body, ...facts } = read(fixture('bridge.html'), '2025/bridge.html')
    expect(facts).toEqual({
      source: 'northport-times',
      externalId: '2025/bridge',
      headline: 'Northport closes harbour bridge after cracks found',
      url: 'https://northport-times.example/2025/11/03/bridge',
      authors: ['Marta Lind'],
      topics: [],
      language: 'en-GB',
      publishedAt: new Date('2025-11-03T07:15:00Z'),
      modifiedAt: new Date('2025-11-03T10:40:00Z'),
    })
  })

  it('gives the same text as the plain text of the story', () => {
    const fromText = cleanArticle({ bodyText: fixture('bridge.txt') })
    const fromPage = clean(read(fixture('bridge.html')))
    expect(fromPage.headline).toBe(fromText.headline)
    expect(fromPage.bodyText).toBe(fromText.bodyText)
    expect(fromPage.removedText).toEqual([
      'News',
      '5 min read',
      'The bridge on Monday. Photo: Marta Lind',
      'Advertisement',
    ])
  })

  it('gives the densest text where it marks no article', () => {
    const fromText = cleanArticle({ bodyText: fixture('bridge.txt') })
    const input = read(fixture('bridge-soup.html'))
    expect(input.headline).toBe(fromText.headline)
    expect(input.publishedAt).toEqual(OPTIONS.publishedAt)
    const straight = fromText.bodyText.replaceAll('’', "'").replaceAll(/[“”]/g, '"')
    expect(clean(input).bodyText).toBe(straight)
  })
})

describe('the JSON-LD of a page', () => {
  it('tells what the page knows of its own article, before anything else', () => {
    const { bodyHtml: _body, ...facts } = readAt('https://courier.example/2025/12/floods/?page=1')
    expect(facts).toEqual({
      source: 'northport-times',
      externalId: '88123',
      headline: '41 dead in floods, "two dams" nearly full – the mayor’s office',
      url: 'https://courier.example/2025/12/floods/',
      authors: ['Ida Holm', 'Ola Berg'],
      topics: [
        { name: 'News' },
        { name: 'Weather & climate' },
        { name: 'floods' },
        { name: 'Dal' },
      ],
      language: 'en-GB',
      publishedAt: new Date('2025-12-22T07:00:00Z'),
      modifiedAt: new Date('2025-12-22T10:30:00Z'),
    })
  })

  it('leaves the text to the page: lists, rows and short lines, each a block, and nothing around it', () => {
    const input = readAt('https://courier.example/2025/12/floods/')
    expect(clean(input).bodyText.split('\n\n')).toEqual([
      'At least 41 people are dead',
      '3,200 are in shelters',
      'At least 41 people were killed when the river Dal rose 4 metres in one night, the water board said.',
      'It reached Skarholm, Vik and Os before the sirens sounded.',
      'By district',
      'District | Dead | Missing',
      'Skarholm | 17 | 4',
      'Os | 24 | 22',
      'We have 600 beds and need 900',
      'Rescue teams from 3 countries arrived.',
      'The ministry had said 35 on Monday.',
    ])
    expect(clean(input).bodyHtml).toContain('<a href="https://courier.example/2025/12/rivers/dal"')
  })

  it('is that of the page by its address in OpenGraph too, wherever it is read from', () => {
    for (const place of ['floods.html', 'http://mirror.example/floods.html']) {
      expect(readAt(place)).toMatchObject({
        externalId: '88123',
        authors: ['Ida Holm', 'Ola Berg'],
      })
    }
    expect(readAt('floods.html').url).toBe('https://courier.example/2025/12/floods/#page')
  })

  const withJsonLd = (json: string, head = '') =>
    read(`${head}<script type="application/ld+json">${json}</script><p>Text.</p>`)

  it('of several others is not taken for that of the page, unless it has its title', () => {
    const list =
      '[{"@type": "Article", "headline": "Ferries"}, {"@type": "Article", "headline": "Boats"}]'
    expect(withJsonLd(list, '<title>Storm</title>').headline).toBe('Storm')
    expect(
      withJsonLd(list.replace('Boats"', 'Boats", "author": "Ida Holm"'), '<title>Boats</title>')
        .authors,
    ).toEqual(['Ida Holm'])
  })

  it('that is no JSON, or of no article, leaves the word to the head', () => {
    const head =
      '<meta property="og:title" content="Storm"><meta property="article:tag" content="Sea">'
    for (const json of [
      '{"@type": "NewsArticle", "headline": "Cut sh',
      '{{{{',
      '"NewsArticle"',
      '[null, 7, [[]]]',
      '{"@type": "Product", "headline": "A chair"}',
      '{"@type": "NewsArticle", "headline": {"@type": "x"}, "author": [null, {}], "inLanguage": 7, "url": ["", "no address"], "datePublished": "soon", "identifier": []}',
    ]) {
      expect(withJsonLd(json, head)).toMatchObject({
        externalId: 'page',
        headline: 'Storm',
        url: null,
        authors: [],
        topics: [{ name: 'Sea' }],
        language: null,
        publishedAt: OPTIONS.publishedAt,
        modifiedAt: null,
      })
    }
  })

  it('may be nested as deep as it likes', () => {
    const deep = `${'['.repeat(50_000)}{"@type": "Article", "headline": "Deep"}${']'.repeat(50_000)}`
    expect(withJsonLd(deep).headline).toBe('Deep')
  })

  it('holds the text of a page that scripts fill', () => {
    const json =
      '{"@type": "Article", "articleBody": "Ferries sail.\\n\\nTwo piers &amp; a quay stay closed."}'
    const [item] = readFile(
      `<div id="app"></div><script type="application/ld+json">${json}</script>`,
    )
    expect(item && 'input' in item && clean(item.input).bodyText).toBe(
      'Ferries sail.\n\nTwo piers & a quay stay closed.',
    )
  })
})

describe('the title of a page', () => {
  const titleOf = (html: string) => read(`${html}<p>Text.</p>`).headline

  it('is the h1 of the article, not that of the site', () => {
    expect(
      titleOf('<h1>Northport Times</h1><article><h1>Bridge <i>closed</i></h1></article>'),
    ).toBe('Bridge closed')
  })

  it('is the h1 that the head agrees with', () => {
    const head = '<meta property="og:title" content="Bridge closed – Northport Times">'
    expect(titleOf(`${head}<h1>Northport Times</h1><h1>Bridge closed, late</h1>`)).toBe(
      'Northport Times',
    )
    expect(titleOf(`${head}<h1>Times</h1><h1>Bridge closed</h1>`)).toBe('Bridge closed')
    expect(titleOf(`${head}<h1>Something else</h1>`)).toBe('Bridge closed – Northport Times')
  })

  it('is the title element without the name of the site', () => {
    expect(titleOf('<title>Bridge closed to lorries | Northport Times</title>')).toBe(
      'Bridge closed to lorries',
    )
    expect(titleOf('<title>Two - or three - towns</title>')).toBe('Two - or three')
    expect(titleOf('<title>Storm</title>')).toBe('Storm')
  })

  it('may be missing', () => {
    expect(titleOf('')).toBeNull()
  })
})

describe('the facts of a page', () => {
  it('take the time of the article from its own elements', () => {
    expect(read('<time datetime="2025-11-03">3 Nov</time>').publishedAt).toEqual(
      new Date('2025-11-03T00:00:00Z'),
    )
    expect(
      read(
        '<time datetime="2025-11-09">today</time><time itemprop="datePublished" datetime="2025-11-03T08:00Z"></time>',
      ).publishedAt,
    ).toEqual(new Date('2025-11-03T08:00:00Z'))
  })

  it('are left out where they are of no use', () => {
    const facts = read(
      '<html lang="english please"><link rel=canonical href="/relative"><meta property="article:author" content="https://example.org/marta"><meta property="article:published_time" content="yesterday"><p>Text.</p>',
    )
    expect(facts).toMatchObject({
      language: null,
      url: null,
      authors: [],
      publishedAt: OPTIONS.publishedAt,
    })
  })

  it('name several authors, from links where the head names none', () => {
    expect(
      read(
        '<meta name=author content="Marta Lind"><meta name=author content="By Ola Berg"><p>Text.</p>',
      ).authors,
    ).toEqual(['Marta Lind', 'Ola Berg'])
    expect(read('<p>By <a rel="author" href="/ml">Marta <b>Lind</b></a></p>').authors).toEqual([
      'Marta Lind',
    ])
  })
})

describe('the text of a page', () => {
  const sentence = 'The city closed the bridge on Monday after engineers found cracks in it. '

  const textOf = (html: string) => clean(read(`<title>A title</title>${html}`)).bodyText

  it('is the longest article where teasers are articles too', () => {
    const html = `<article><p>Teaser.</p></article><article><p>${sentence.repeat(4)}</p></article><article><p>Teaser.</p></article>`
    expect(textOf(html)).toBe(sentence.repeat(4).trim())
  })

  it('is not an article element that holds a fraction of the text', () => {
    const html = `<article><p>Teaser.</p></article><div id="story"><p>${sentence}</p><p>${sentence.repeat(4)}</p></div>`
    expect(textOf(html)).toBe(`${sentence.trim()}\n\n${sentence.repeat(4).trim()}`)
  })

  it('is the whole page where nothing stands out', () => {
    expect(textOf('<p>Short.</p><p>Text.</p>')).toBe('Short.\n\nText.')
  })

  it('has to be there', () => {
    const reason =
      'The page has no text of an article: a page that is filled by scripts has to be saved from a browser.'
    for (const html of ['', '<html><head><title>A</title></head>', '<body><div id="app"></div>']) {
      expect(readFile(html)).toEqual([{ where: 'page.html', reason }])
    }
  })

  it('is read from pages that are broken, and refused from those nested without end', () => {
    expect(clean(read(`<div><p>${sentence}<p>${sentence}<b>More`)).bodyText).toContain('More')
    const reason =
      'The page has too many elements, or elements inside elements more than 512 deep: save the article alone.'
    for (const html of [
      '<div>'.repeat(5000),
      `${'<div>'.repeat(400)}${'<i>a</i>'.repeat(30_000)}`,
    ]) {
      expect(readFile(html)).toEqual([{ where: 'page.html', reason }])
    }
  })
})
