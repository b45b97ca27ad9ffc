import { html } from 'hono/html'
import type { TimelineBucket } from '../../core/timeline.ts'
import { timeAxis, valueAxis } from '../charts/axes.ts'
import { dayWords } from './figure-words.ts'
import type { Markup } from './page-layout.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [720, 150, 40, 120]

/** How many articles there were in each interval, as bars. Oldest first; never empty. */
export function timelineSvg(
  buckets: readonly TimelineBucket[],
  interval: 'DAY' | 'MONTH' | 'YEAR',
): Markup {
  const x = timeAxis(
    buckets.flatMap(({ start, end }) => [start, end]),
    { left: LEFT, right: WIDTH - 20 },
  )
  const y = valueAxis(
    buckets.map(({ articles }) => articles),
    { top: 14, bottom: BOTTOM },
  )
  const total = buckets.reduce((sum, { articles }) => sum + articles, 0)
  const [first, last] = [buckets[0], buckets.at(-1)]
  const when =
    first && last
      ? `from ${dayWords(first.start)} to ${dayWords(new Date(last.end.getTime() - 1))}`
      : ''
  return html`<svg role="img" aria-labelledby="timeline-title timeline-description" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">
<title id="timeline-title">Articles by ${interval.toLowerCase()}</title>
<desc id="timeline-description">${`${total} ${total === 1 ? 'article' : 'articles'} ${when}`}</desc>
<g stroke="#dddddd">${y.ticks.map(({ at }) => html`<path d="M${LEFT} ${at}H${WIDTH - 20}"/>`)}</g>
<g fill="#333333" text-anchor="end">${y.ticks.map(({ at, label }) => html`<text x="${LEFT - 8}" y="${at + 4}">${label}</text>`)}</g>
<g fill="#333333" text-anchor="middle">${x.ticks.map(({ at, label }) => html`<path d="M${at} ${BOTTOM}v5" stroke="#333333"/><text x="${at}" y="${BOTTOM + 20}">${label}</text>`)}</g>
<g fill="#0072b2">${buckets
    .filter(({ articles }) => articles > 0)
    .map(({ start, end, articles }) => {
      const [left, right, top] = [x.place(start), x.place(end), y.place(articles)]
      const width = Math.max(1, right - left - 1)
      return html`<rect x="${left}" y="${top}" width="${width}" height="${BOTTOM - top}"><title>${`${dayWords(start)}: ${articles}`}</title></rect>`
    })}</g>
<path d="M${LEFT} ${BOTTOM}H${WIDTH - 20}" stroke="#333333"/>
</svg>`
}
