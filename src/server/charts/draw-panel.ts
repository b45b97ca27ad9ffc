import { html } from 'hono/html'
import { statedNumber } from '../pages/figure-words.ts'
import type { Markup } from '../pages/page-layout.ts'
import { type Axis, timeAxis, valueAxis } from './axes.ts'
import { mark, STYLES, type Style } from './marks.ts'
import type { Panel, PlotPoint, PlotSeries } from './plot.ts'
import { clip, daysOf } from './wording.ts'

export const WIDTH = 720
const LEFT = 70
const RIGHT = WIDTH - 30
const PLOT_HEIGHT = 240
const LEGEND_LINE = 20
/** With more numbers than this they are told by their titles only. */
const MAX_LABELS = 24
const styleOf = (i: number): Style => STYLES[i] ?? STYLES[0]

interface Axes {
  readonly x: Axis<Date>
  readonly y: Axis<number>
}

/** One set of axes with its series and legend, from `top` downwards, and how high it is. */
export function drawPanel(
  panel: Panel,
  { top, connected }: { readonly top: number; readonly connected: boolean },
): { readonly markup: Markup; readonly height: number } {
  const series = panel.series.slice(0, STYLES.length)
  const points = series.flatMap((one) => one.points)
  const bottom = top + 30 + PLOT_HEIGHT
  const axes = {
    x: timeAxis(
      points.flatMap(({ start, end }) => [start, end]),
      { left: LEFT + 10, right: RIGHT },
    ),
    y: valueAxis(
      points.flatMap(({ low, high, earlier }) => [low, high, ...earlier]),
      { top: top + 30, bottom },
    ),
  }
  const left = panel.series.length - series.length
  const markup = html`<text x="${LEFT}" y="${top + 14}" fill="#333333">${clip(panel.unit ?? 'count', 40)}</text>
<g stroke="#dddddd">${axes.y.ticks.map(({ at }) => html`<path d="M${LEFT} ${at}H${RIGHT}"/>`)}</g>
<g fill="#333333" text-anchor="end">${axes.y.ticks.map(({ at, label }) => html`<text x="${LEFT - 8}" y="${at + 4}">${label}</text>`)}</g>
<path d="M${LEFT} ${bottom}H${RIGHT}" stroke="#333333"/>
<g fill="#333333" text-anchor="middle">${axes.x.ticks.map(({ at, label }) => html`<path d="M${at} ${bottom}v5" stroke="#333333"/><text x="${at}" y="${bottom + 20}">${label}</text>`)}</g>
${panel.conflicts.map(({ marks, sides }) => {
  const path = marks.map(({ at, value }) => `${axes.x.place(at)} ${axes.y.place(value)}`).join('L')
  return html`<g><title>${`These contradict each other: ${sides.join(', ')}`}</title><path d="M${path}" fill="none" stroke="#e3b341" stroke-width="9" stroke-opacity="0.6"/></g>\n`
})}
${connected ? series.map((one, i) => line(one, styleOf(i), axes)) : ''}
${series.map((one, i) => one.points.map((point) => drawPoint(point, { one, style: styleOf(i), axes, unit: panel.unit })))}
${points.length > MAX_LABELS ? '' : labels(points, axes)}
${series.map((one, i) => legend(one, { style: styleOf(i), y: bottom + 48 + i * LEGEND_LINE }))}
${left === 0 ? '' : html`<text x="${LEFT}" y="${bottom + 52 + series.length * LEGEND_LINE}" fill="#333333">${`${left} more claimants are not drawn: choose some with "claimants".`}</text>`}
`
  const lines = series.length + (left === 0 ? 0 : 1)
  return { markup, height: bottom + 48 + lines * LEGEND_LINE - top }
}

/** What one claimant says of one set of places, in time. */
function line({ points }: PlotSeries, { colour, dash }: Style, { x, y }: Axes): Markup[] {
  const tracks = new Map<string, PlotPoint[]>()
  for (const point of points) {
    const key = point.places.join('\n')
    tracks.set(key, [...(tracks.get(key) ?? []), point])
  }
  return [...tracks.values()]
    .filter((track) => track.length > 1)
    .map((track) => {
      const path = track.map(({ at, value }) => `${x.place(at)} ${y.place(value)}`).join('L')
      return html`<path d="M${path}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${dash}"/>\n`
    })
}

function drawPoint(
  point: PlotPoint,
  {
    one,
    style,
    axes: { x, y },
    unit,
  }: { one: PlotSeries; style: Style; axes: Axes; unit: string | null },
): Markup {
  const at = { x: x.place(point.at), y: y.place(point.value) }
  const { earlier, low, high, articleCount, places } = point
  const stroke = style.colour
  const title = `${one.claimant}: ${numberOf(point, unit)}, ${daysOf(point)}${places.length === 0 ? '' : `, ${places.join(', ')}`} (${articleCount} ${articleCount === 1 ? 'article' : 'articles'})${earlier.length === 0 ? '' : `; earlier: ${earlier.join(', ')}`}`
  return html`<g><title>${title}</title>${
    x.place(point.end) - x.place(point.start) < 16
      ? ''
      : html`<path d="M${x.place(point.start)} ${at.y}H${x.place(point.end)}" stroke="${stroke}" stroke-opacity="0.45"/>`
  }${low === high ? '' : html`<path d="M${at.x - 4} ${y.place(low)}h8m-4 0V${y.place(high)}m-4 0h8" fill="none" stroke="${stroke}" stroke-width="1.5"/>`}${earlier.map(
    (value) =>
      html`<path d="M${at.x} ${y.place(value)}V${at.y}" stroke="${stroke}" stroke-dasharray="2 2"/>${mark(style, { x: at.x, y: y.place(value) }, true)}`,
  )}${mark(style, at)}</g>\n`
}

const numberOf = ({ value, low, high, qualifier }: PlotPoint, unit: string | null): string =>
  low === high
    ? statedNumber({ value, minValue: null, maxValue: null, qualifier, unit })
    : statedNumber({ value: null, minValue: low, maxValue: high, qualifier: 'BETWEEN', unit })

/** The numbers beside their marks, where there is room for them. */
function labels(points: readonly PlotPoint[], { x, y }: Axes): Markup[] {
  const taken: { x: number; y: number; width: number }[] = []
  return points.flatMap((point) => {
    const text = numberOf(point, null)
    const box = {
      x: x.place(point.at) + 9,
      y: y.place(point.value) - 6,
      width: text.length * 7 + 4,
    }
    if (box.x + box.width > WIDTH) box.x -= box.width + 18
    const isFree = taken.every(
      (other) =>
        Math.abs(other.y - box.y) > 13 ||
        other.x + other.width < box.x ||
        box.x + box.width < other.x,
    )
    if (!isFree) return []
    taken.push(box)
    return [
      html`<text x="${box.x}" y="${box.y}" fill="#333333" stroke="#ffffff" stroke-width="3" paint-order="stroke">${text}</text>\n`,
    ]
  })
}

const legend = (
  { claimant, points }: PlotSeries,
  { style, y }: { readonly style: Style; readonly y: number },
): Markup =>
  html`<g><path d="M${LEFT} ${y}h28" stroke="${style.colour}" stroke-dasharray="${style.dash}"/>${mark(style, { x: LEFT + 14, y })}<text x="${LEFT + 38}" y="${y + 4}" fill="#1a1a1a">${`${clip(claimant, 70)} (${points.length})`}</text></g>\n`
