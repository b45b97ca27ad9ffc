import { html } from 'hono/html'
import { buildTimeline, type TimelineBucket } from '../../core/timeline.ts'
import type { EntityPageData } from '../../db/entity-page.ts'
import { figureTable } from './figure-table.ts'
import { dayWords } from './figure-words.ts'
import type { Markup, Page } from './page-layout.ts'
import { timelineSvg } from './timeline-svg.ts'

const DAY_MS = 86_400_000
const TYPES = { PERSON: 'Person', PLACE: 'Place', ORGANIZATION: 'Organization' }

/** One person, place or organization: when it was in the news, what it said, what is said of it, where. */
export function entityPage(entity: EntityPageData): Page {
  const { name, nameKey, slug, type, description, jobTitle, parent, places, articles } = entity
  const others = entity.aliases.filter((alias) => alias.nameKey !== nameKey)
  const query = `{ entity(slug: ${JSON.stringify(slug)}) { name articles { edges { node { headline } } } } }`
  const about = [
    TYPES[type],
    ...(jobTitle ? [jobTitle] : []),
    ...(description ? [description] : []),
  ]
  return {
    title: name,
    main: html`<h1>${name}</h1>
<p class="about">${about.join('. ')}${parent === null ? '' : html`. In ${entityLink(parent)}`}</p>
${others.length === 0 ? '' : html`<p class="about">${`Also: ${others.map((alias) => alias.name).join(', ')}`}</p>`}
${timeline(entity)}
${section('Says', figures(entity.said))}
${section('Figures here', figures(entity.at))}
${section(type === 'PLACE' ? 'Places in it' : 'Places in its stories', places.length === 0 ? null : html`<ul>${places.map((place) => html`<li>${entityLink(place)}</li>\n`)}</ul>`)}
${section(
  'Articles',
  html`<ul>${articles.map((article) => html`<li><a href="/articles/${encodeURIComponent(article.slug)}">${article.headline}</a> <span class="about">${article.source.name}, <time datetime="${article.orderedAt.toISOString()}">${dayWords(article.orderedAt)}</time></span></li>\n`)}</ul>`,
)}
<footer><p><a href="/graphql?query=${encodeURIComponent(query)}">Ask for it in GraphiQL</a>.</p></footer>`,
  }
}

const section = (title: string, body: Markup | null): Markup =>
  body === null ? html`` : html`<section><h2>${title}</h2>\n${body}</section>`

const figures = (rows: EntityPageData['said']): Markup | null =>
  rows.length === 0
    ? null
    : figureTable(
        rows.map((figure) => ({
          figure,
          href: `/articles/${encodeURIComponent(figure.article.slug)}#figure-${figure.id}`,
        })),
      )

const entityLink = ({ slug, name }: { slug: string; name: string }): Markup =>
  html`<a href="/entities/${encodeURIComponent(slug)}">${name}</a>`

/** Days where there are few of them, else months or years. */
function timeline({ days }: EntityPageData): Markup {
  if (days.length === 0) return html``
  const times = days.map(({ day }) => Date.parse(day))
  const length = (Math.max(...times) - Math.min(...times)) / DAY_MS
  const interval = length <= 60 ? 'DAY' : length <= 60 * 30 ? 'MONTH' : 'YEAR'
  const buckets: TimelineBucket[] = buildTimeline(days, { interval, from: null, to: null })
  return html`<figure tabindex="0">${timelineSvg(buckets, interval)}</figure>`
}
