import { html } from 'hono/html'
import { readStrings } from '../../core/read-strings.ts'
import type { ArticlePageRow } from '../../db/article-page.ts'
import { annotatedBody, annotatedText } from './annotated-text.ts'
import { figureTable } from './figure-table.ts'
import { dayWords } from './figure-words.ts'
import type { Markup, Page } from './page-layout.ts'

const KINDS = { CORRECTION: 'Correction', CLARIFICATION: 'Clarification', WITHDRAWAL: 'Withdrawn' }

/** One story to read: names link to their pages, figures are marked with what they say and who says so. */
export function articlePage(article: ArticlePageRow): Page {
  const { headline, slug, source, publishedAt, orderedAt, currentRevision, canonicalUrl } = article
  const authors = readStrings(currentRevision?.authors)
  const address = `/articles/${encodeURIComponent(slug)}`
  const query = `{ article(slug: ${JSON.stringify(slug)}) { headline figures { edges { node { valueText attribution { label } } } } } }`
  return {
    title: headline,
    language: article.language,
    head: html`<link rel="alternate" type="application/ld+json" href="${address}.jsonld">
${canonicalUrl === null ? '' : html`<link rel="canonical" href="${canonicalUrl}">`}`,
    main: html`<article>
<h1>${annotatedText(headline, article, { field: 'HEADLINE', start: 0 })}</h1>
${currentRevision?.dek ? html`<p class="dek">${currentRevision.dek}</p>` : ''}
<p class="about">${source.name}, ${time(publishedAt ?? orderedAt)}${authors.length === 0 ? '' : `. By ${authors.join(', ')}`}</p>
${article.corrections.map(notice)}
${annotatedBody(currentRevision?.bodyText ?? '', article)}
</article>
${article.figures.length === 0 ? '' : html`<h2>Figures in this story</h2>${figureTable(article.figures.map((figure) => ({ figure, href: `#figure-${figure.id}` })))}`}
<footer lang="en"><p>${canonicalUrl === null ? '' : html`<a href="${canonicalUrl}">Where it was published</a>. `}<a href="/graphql?query=${encodeURIComponent(query)}">Ask for it in GraphiQL</a>. <a href="${address}.jsonld">JSON-LD</a>, <a href="${address}.ninjs.json">ninjs</a>, <a href="${address}.md">Markdown</a>.</p></footer>`,
  }
}

const notice = ({ kind, text, issuedAt }: ArticlePageRow['corrections'][number]): Markup =>
  html`<aside class="notice"><p><strong>${KINDS[kind]}</strong>, ${time(issuedAt)}: ${text}</p></aside>\n`

/** What is left of a story that no longer stands. */
export const withdrawnPage = ({ text, issuedAt }: { text: string; issuedAt: Date }): Page => ({
  title: 'Withdrawn',
  main: html`<h1>This story was withdrawn</h1>
<aside class="notice"><p>${time(issuedAt)}: ${text}</p></aside>`,
})

const time = (at: Date): Markup =>
  html`<time datetime="${at.toISOString()}" lang="en">${dayWords(at)}</time>`
