import { html } from 'hono/html'
import type { AppError } from '../../core/app-error.ts'
import type { ChartData } from '../../db/chart-data.ts'
import type { Markup } from '../pages/page-layout.ts'
import { drawPanel, WIDTH } from './draw-panel.ts'
import { type Panel, plotOf } from './plot.ts'
import { clip, daysOf, wrap, xmlText } from './wording.ts'

/** Units beyond these are told to be left out. */
const MAX_PANELS = 4

/** A series as an image that can be read aloud: a shape for each claimant, with what it revised and where claimants contradict. */
export async function chartSvg(data: ChartData): Promise<string> {
  const { metric } = data
  const panels = plotOf(data)
  const isLevel = metric.aggregation !== 'FLOW'
  const drawn: Markup[] = []
  let top = 44
  for (const panel of panels.slice(0, MAX_PANELS)) {
    const { markup, height } = drawPanel(panel, { top, connected: isLevel })
    drawn.push(markup)
    top += height + 12
  }
  const notes = notesOf(panels, data)
  return svg({
    title: metric.label,
    description: describe(panels, data),
    height: top + notes.length * 20 + 8,
    body: html`${drawn}${lines(notes, top + 12)}`,
  })
}

/** An error as an image, so that whoever embeds charts sees what is wrong. */
export const errorSvg = ({ code, message }: AppError): Promise<string> => {
  const text = wrap(message, 88)
  return svg({
    title: code === 'NOT_FOUND' ? 'Not found' : 'This chart cannot be drawn',
    description: message,
    height: 64 + text.length * 20,
    body: lines(text, 64),
  })
}

const lines = (text: readonly string[], top: number): Markup[] =>
  text.map((line, i) => html`<text x="16" y="${top + i * 20}" fill="#333333">${line}</text>\n`)

function notesOf(panels: readonly Panel[], { leftOut }: ChartData): string[] {
  const points = panels.flatMap(({ series }) => series.flatMap((one) => one.points))
  return [
    ...(points.length === 0 ? ['No claims match.'] : []),
    ...(points.some(({ earlier }) => earlier.length > 0)
      ? ['Hollow mark: a number that the claimant gave before.']
      : []),
    ...(panels.some(({ conflicts }) => conflicts.length > 0)
      ? ['Broad bar: claimants contradict each other.']
      : []),
    ...(leftOut.length === 0
      ? []
      : [`${leftOut.length} claims about a longer time than the interval are left out.`]),
    ...(panels.length > MAX_PANELS
      ? [`${panels.length - MAX_PANELS} more units are left out.`]
      : []),
  ]
}

/** What a chart says, in words: who gives how many numbers, when, and between what ends. */
function describe(panels: readonly Panel[], { metric }: ChartData): string {
  const sentences = panels.flatMap(({ unit, series, conflicts }) => [
    ...series.map(({ claimant, points }) => {
      const low = Math.min(...points.map((point) => point.low))
      const high = Math.max(...points.map((point) => point.high))
      const [start, end] = [points[0]?.start, points.at(-1)?.end]
      const when = start && end ? daysOf({ start, end }) : ''
      const range = low === high ? `${low}` : `${low} to ${high}`
      return `${claimant}: ${points.length} ${points.length === 1 ? 'number' : 'numbers'}, ${range}${unit === null ? '' : ` ${unit}`}, ${when}.`
    }),
    ...conflicts.map(({ sides }) => `Contradiction: ${sides.join(', ')}.`),
  ])
  const all = sentences.length === 0 ? ['No claims match.'] : sentences
  return `${metric.label}, ${metric.aggregation}. ${all.join(' ')}`
}

async function svg({
  title,
  description,
  height,
  body,
}: {
  readonly title: string
  readonly description: string
  readonly height: number
  readonly body: unknown
}): Promise<string> {
  const markup =
    await html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-description" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12">
<title id="chart-title">${title}</title>
<desc id="chart-description">${description}</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="26" font-size="16" font-weight="bold" fill="#1a1a1a">${clip(title, 70)}</text>
${body}
</svg>
`
  return xmlText(String(markup))
}
