import { html, raw } from 'hono/html'
import type { ChartData } from '../../db/chart-data.ts'
import type { readMetricFigures } from '../../db/metric-page.ts'
import { chartSvg } from '../charts/chart-svg.ts'
import { figureTable } from './figure-table.ts'
import type { Page } from './page-layout.ts'

type MetricFigures = Awaited<ReturnType<typeof readMetricFigures>>

const AGGREGATIONS = {
  FLOW: 'Numbers of separate times or places can be added up.',
  CUMULATIVE: 'A running total: each number contains those before it.',
  STOCK: 'A level at a moment.',
  RATIO: 'A share or a rate.',
}

/** One metric: its chart, and the newest figures behind it. */
export async function metricPage(
  {
    metric,
    data,
    message,
  }: { metric: ChartData['metric']; data: ChartData | null; message: string },
  figures: MetricFigures,
): Promise<Page> {
  const { key, label, description, aggregation } = metric
  const query = `{ metric(key: ${JSON.stringify(key)}) { label figures { edges { node { valueText article { headline } } } } } }`
  const chart = `/charts/${encodeURIComponent(key)}.svg`
  return {
    title: label,
    main: html`<h1>${label}</h1>
<p class="about">${description ? `${description} ` : ''}${AGGREGATIONS[aggregation]}</p>
${
  // chartSvg escapes all that it is given.
  data === null
    ? html`<p class="notice">${message}</p>`
    : html`<figure tabindex="0">${raw(await chartSvg(data))}</figure>`
}
<h2>Newest figures</h2>
${figureTable(figures.map((figure) => ({ figure, href: `/articles/${encodeURIComponent(figure.article.slug)}#figure-${figure.id}` })))}
<footer><p><a href="${chart}">The chart as SVG</a>, <a href="${chart}?interval=month">by month</a>. <a href="/graphql?query=${encodeURIComponent(query)}">Ask for it in GraphiQL</a>.</p></footer>`,
  }
}
