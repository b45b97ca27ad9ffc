import { html } from 'hono/html'
import { claimantName, statedNumber, type ToldFigure } from './figure-words.ts'
import type { Markup } from './page-layout.ts'

/** Figures as rows: the number as written and where it stands, what it counts, who says so, when, where. */
export const figureTable = (
  rows: readonly {
    readonly figure: ToldFigure & { readonly exact: string }
    readonly href: string
  }[],
): Markup => html`<div class="scroll" tabindex="0" role="region" aria-label="Figures" lang="en"><table>
<thead><tr><th scope="col">Number</th><th scope="col">What</th><th scope="col">Who says so</th><th scope="col">When</th><th scope="col">Where</th></tr></thead>
<tbody>
${rows.map(
  ({ figure, href }) => html`<tr>
<td class="number"><a href="${href}" title="${figure.exact}">${statedNumber(figure)}</a></td>
<td>${metric(figure)}</td>
<td>${claimant(figure)}</td>
<td>${figure.periodText ?? ''}</td>
<td>${figure.places.map(({ place }, i) => html`${i === 0 ? '' : ', '}${entity(place)}`)}</td>
</tr>\n`,
)}</tbody>
</table></div>`

const entity = ({ slug, name }: { slug: string; name: string }): Markup =>
  html`<a href="/entities/${encodeURIComponent(slug)}">${name}</a>`

const metric = ({ metric: known, measure }: ToldFigure): Markup =>
  known === null
    ? html`${measure ?? ''}`
    : html`<a href="/metrics/${encodeURIComponent(known.key)}">${known.label}</a>`

const claimant = (figure: ToldFigure): Markup =>
  html`${figure.claimant === null ? claimantName(figure) : entity(figure.claimant)}${figure.attributionVia === null ? '' : ` (${figure.attributionVia})`}`
