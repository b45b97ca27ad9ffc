import { html } from 'hono/html'
import { paragraphsOf, segmentText } from '../../core/segment-text.ts'
import type { SpanField } from '../../core/span.ts'
import { figureSentence, type ToldFigure } from './figure-words.ts'
import type { Markup } from './page-layout.ts'

interface Spanned {
  readonly field: SpanField
  readonly start: number
  readonly end: number
}

interface Annotated {
  readonly mentions: readonly (Spanned & {
    readonly entity: { readonly slug: string; readonly name: string; readonly type: string }
  })[]
  readonly figures: readonly (Spanned & ToldFigure & { readonly id: number })[]
}

const TYPES: Readonly<Record<string, string>> = {
  PERSON: 'person',
  PLACE: 'place',
  ORGANIZATION: 'organization',
}

/** A text with links on the names and marks on the figures in it. Both may overlap: each piece shows all that covers it. */
export function annotatedText(
  text: string,
  { mentions, figures }: Annotated,
  { field, start }: { readonly field: SpanField; readonly start: number },
): Markup[] {
  const annotations = [
    ...mentions.map((mention) => ({ ...mention, mention, figure: null })),
    ...figures.map((figure) => ({ ...figure, mention: null, figure })),
  ]
    .filter((annotation) => annotation.field === field)
    .map((annotation) => ({
      ...annotation,
      start: annotation.start - start,
      end: annotation.end - start,
    }))
  return segmentText(text, annotations).map((segment) => {
    const [named] = segment.covered.flatMap(({ mention }) => mention ?? [])
    const told = segment.covered.flatMap(({ figure }) => figure ?? [])
    const inner = named === undefined ? html`${segment.text}` : link(named.entity, segment.text)
    if (told.length === 0) return inner
    const anchors = segment.opened.flatMap(({ figure }) => figure ?? [])
    const title = told.map(figureSentence).join(' / ')
    const marked = html`<mark title="${title}">${inner}</mark>`
    return anchors.reduce((body, { id }) => html`<span id="figure-${id}">${body}</span>`, marked)
  })
}

const link = ({ slug, name, type }: Annotated['mentions'][number]['entity'], text: string) =>
  html`<a href="/entities/${encodeURIComponent(slug)}" title="${name} (${TYPES[type] ?? ''})">${text}</a>`

/** The body, a paragraph for each. */
export const annotatedBody = (bodyText: string, annotated: Annotated): Markup[] =>
  paragraphsOf(bodyText).map(
    ({ text, start }) => html`<p>${annotatedText(text, annotated, { field: 'BODY', start })}</p>\n`,
  )
