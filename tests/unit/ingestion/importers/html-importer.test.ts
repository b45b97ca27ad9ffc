import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { IngestInput } from '../../../../src/actions/ingest-input.ts'
import { cleanArticle } from '../../../../src/extraction/clean/clean-article.ts'
import { htmlImporter } from '../../../../src/ingestion/importers/html-importer.ts'

const OPTIONS = { source: 'northport-times', publishedAt: new Date('2025-01-01T00:00:00Z') }

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url), 'utf8')

function read(html: string, name = 'page.html'): IngestInput {
  const [item] = htmlImporter.read({ path: name, name, bytes: Buffer.from(html) }, OPTIONS)
  if (item === undefined || 'reason' in item) throw new Error(`not imported: ${item?.reason}`)
  return item.input
}

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
      'Back to top button',
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
      read('<meta name=author content="Marta Lind"><meta name=author content="By Ola Berg">')
        .authors,
    ).toEqual(['Marta Lind', 'Ola Berg'])
    expect(read('<p>By <a rel="author" href="/ml">Marta <b>Lind</b></a></p>').authors).toEqual([
      'Marta Lind',
    ])
  })
})

describe('the text of a page', () => {
  const sentence = 'The city closed the bridge on Monday after engineers found cracks in it. '

  it('is what is marked as article body', () => {
    const html = `<article><h1>A</h1><p>${sentence}</p><div itemprop="articleBody"><p>${sentence.repeat(3)}</p></div></article>`
    expect(read(html).bodyHtml).toBe(`<p>${sentence.repeat(3)}</p>`)
  })

  it('is the longest article where teasers are articles too', () => {
    const html = `<article><p>Teaser.</p></article><article><p>${sentence}</p></article><article><p>Teaser.</p></article>`
    expect(read(html).bodyHtml).toBe(`<p>${sentence}</p>`)
  })

  it('is not an article element that holds a fraction of the text', () => {
    const html = `<article><p>Teaser.</p></article><div id="story"><p>${sentence}</p><p>${sentence.repeat(4)}</p></div>`
    expect(read(html).bodyHtml).toBe(`<p>${sentence}</p><p>${sentence.repeat(4)}</p>`)
  })

  it('is the whole page where nothing stands out', () => {
    expect(read('<p>Short.</p><p>Text.</p>').bodyHtml).toBe('<p>Short.</p><p>Text.</p>')
  })

  it('is read from pages that are broken, and refused from those nested without end', () => {
    expect(clean(read(`<div><p>${sentence}<p>${sentence}<b>More`)).bodyText).toContain('More')
    const bytes = Buffer.from('<div>'.repeat(5000))
    expect([...htmlImporter.read({ path: 'a.html', name: 'a.html', bytes }, OPTIONS)]).toEqual([
      {
        where: 'a.html',
        reason: 'The page has elements inside elements more than 512 deep: save the article alone.',
      },
    ])
  })
})
