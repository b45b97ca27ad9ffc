import { readStrings } from '../core/read-strings.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import type { Links } from './links.ts'
import type { ExportedArticle } from './read-articles.ts'
import type { ExportedFigure } from './read-figures.ts'

/** An article as Markdown: the text, under it its figures with who says so, and its corrections. */
export function articleMarkdown(article: ExportedArticle, links: Links): string {
  const { slug, source, currentRevision: revision, publishedAt } = article
  const authors = readStrings(revision?.authors)
  const facts = [
    ...(authors.length > 0 ? [inLine(authors.join(', '))] : []),
    inLine(source.name),
    ...(publishedAt ? [publishedAt.toISOString()] : []),
    `<${bracketed(article.canonicalUrl ?? links.article(slug))}>`,
  ]
  return [
    `# ${inLine(article.headline)}`,
    ...(revision?.dek ? [`**${inLine(revision.dek)}**`] : []),
    facts.join(' · '),
    ...(revision?.bodyText ? [escapeMarkdown(revision.bodyText)] : []),
    ...section('Figures', article.figures.map(figureLine)),
    ...section(
      'Corrections',
      article.corrections.map(
        ({ kind, text, issuedAt }) => `${issuedAt.toISOString()}, ${kind}: ${inLine(text)}`,
      ),
    ),
    '',
  ].join('\n\n')
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${line}`).join('\n')]

/** One figure: "**151 drones**: Drones launched; Ukrainian Air Force". */
function figureLine({ exact, metric, attributionLabel, claimant, places }: ExportedFigure): string {
  const facts = [
    metric?.label,
    places.map(({ place }) => place.name).join(', '),
    attributionLabel ?? claimant?.name ?? 'the article itself',
  ].filter((fact): fact is string => Boolean(fact))
  return `**${inLine(exact)}**: ${facts.map(inLine).join('; ')}`
}

const inLine = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim())

/** An address that cannot end the brackets around it. */
const bracketed = (url: string): string =>
  url.replace(/[<>\s]/g, (mark) => encodeURIComponent(mark))
