import { html } from 'hono/html'
import type { Markup } from '../pages/page-layout.ts'

/** How a claimant's numbers look: told apart by shape and by the line, and only then by colour. */
export interface Style {
  readonly colour: string
  readonly dash: string
  readonly shape: (x: number, y: number) => string
}

const R = 5
const polygon =
  (...corners: readonly (readonly [number, number])[]) =>
  (x: number, y: number) =>
    `M${corners.map(([dx, dy]) => `${x + dx * R} ${y + dy * R}`).join('L')}Z`

/** Colours of Okabe and Ito that are dark enough on white. */
export const STYLES: readonly [Style, ...Style[]] = [
  {
    colour: '#0072b2',
    dash: 'none',
    shape: (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0Z`,
  },
  { colour: '#b34700', dash: '7 3', shape: polygon([-1, -1], [1, -1], [1, 1], [-1, 1]) },
  { colour: '#00795a', dash: '2 3', shape: polygon([0, -1.2], [1.2, 1], [-1.2, 1]) },
  { colour: '#8a3c74', dash: '9 3 2 3', shape: polygon([0, -1.4], [1.4, 0], [0, 1.4], [-1.4, 0]) },
  { colour: '#444444', dash: '4 4', shape: polygon([-1.2, -1], [1.2, -1], [0, 1.2]) },
  {
    colour: '#7a6000',
    dash: '12 4',
    shape: polygon(
      [-1.2, -0.4],
      [-0.4, -0.4],
      [-0.4, -1.2],
      [0.4, -1.2],
      [0.4, -0.4],
      [1.2, -0.4],
      [1.2, 0.4],
      [0.4, 0.4],
      [0.4, 1.2],
      [-0.4, 1.2],
      [-0.4, 0.4],
      [-1.2, 0.4],
    ),
  },
]

export const mark = (
  { colour, shape }: Style,
  at: { x: number; y: number },
  isHollow = false,
): Markup =>
  html`<path d="${shape(at.x, at.y)}" fill="${isHollow ? '#ffffff' : colour}" stroke="${colour}" stroke-width="1.5"/>`
