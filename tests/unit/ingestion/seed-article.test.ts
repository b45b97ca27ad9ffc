import { existsSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { type CleanArticle, cleanArticle } from '../../../src/extraction/clean/clean-article.ts'
import { chooseImporter } from '../../../src/ingestion/import-files.ts'

const SEED = new URL('../../../../shared/seed/', import.meta.url)
const isThere = existsSync(SEED)
if (!isThere) {
  process.stderr.write('Tests on the seed article are skipped: ../shared/seed is not there.\n')
}

function importFile(name: string, bytes: Uint8Array): CleanArticle {
  const file = { path: name, name, bytes }
  const [item] = chooseImporter('auto', file).read(file, { source: 'seed', publishedAt: null })
  if (item === undefined || !('input' in item)) throw new Error(`not imported: ${name}`)
  const { headline = null, bodyText = null, bodyHtml = null } = item.input
  return cleanArticle({ headline, bodyText, bodyHtml })
}

describe.skipIf(!isThere)('the seed article', () => {
  const text = isThere ? readFileSync(new URL('article.txt', SEED), 'utf8') : ''
  const paragraphs = text.trim().split('\n\n')
  const [label = '', headline = '', ...rest] = paragraphs
  const story = rest.slice(0, -1)

  function expectSeed(article: CleanArticle): void {
    expect(article.headline).toBe(
      'Ukraine Declares Air Alert After Army Withdrawal from Sieversk Amid Escalating Russian Attacks',
    )
    expect(Array.from(article.bodyText).length).toBe(2333)
    expect(article.bodyText).toBe(story.join('\n\n'))
    expect(article.bodyHtml).toBe(story.map((paragraph) => `<p>${paragraph}</p>`).join(''))
    expect(article.removedText).toEqual(['News', 'Back to top button'])
  }

  it.each([
    ['as it is', Buffer.from(text)],
    ['with Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['with line ends of the old Macintosh', Buffer.from(text.replaceAll('\n', '\r'))],
    ['with one line end after each paragraph', Buffer.from(text.replaceAll('\n\n', '\n'))],
    ['in UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['in UTF-16LE', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['in UTF-16BE', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['in windows-1252', iconv.encode(text, 'windows-1252')],
  ])('is the same %s', (_how, bytes) => {
    expectSeed(importFile('article.txt', bytes))
  })

  it('is the same wrapped at 72 columns', () => {
    const wrapped = text.replace(/(?=\S)(.{1,72})(?: |$)/gm, '$1\n').replaceAll('\n\n\n', '\n\n')
    expect(wrapped.split('\n').length).toBeGreaterThan(40)
    expectSeed(importFile('article.txt', Buffer.from(wrapped)))
  })

  it('is the same as paragraphs of HTML', () => {
    const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
    expectSeed(importFile('article.html', Buffer.from(html)))
  })

  it('is the same as div soup with a menu and a button in the footer', () => {
    const body = story.map((paragraph) => `<div><span>${paragraph}</span></div>`).join('')
    const html = `<!DOCTYPE html><html><body><div><nav><a href="/">${label}</a></nav><div><h1>${headline}</h1>${body}<footer><button>Back to top button</button></footer></div></div></body></html>`
    expectSeed(cleanArticle({ bodyHtml: html }))
    const imported = importFile('article.html', Buffer.from(html))
    expect(imported.headline).toBe(headline)
    expect(imported.bodyText).toBe(story.join('\n\n'))
  })
})
