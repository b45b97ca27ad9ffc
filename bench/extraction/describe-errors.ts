import type { ArticleText, Stretch } from './find-quote.ts'
import { PARTS } from './judge-figure.ts'
import type { MeasuredArticle } from './measure-folder.ts'

/** One line for each thing missed, found in vain or half right, to look through. */
export function describeErrors({ article, found, mentions, figures }: MeasuredArticle): string[] {
  const { id, text } = article
  const line = (what: string, span: Stretch, note: string) =>
    `${id}\t${what}\t${note}\t${around(text, span)}`
  return [
    ...mentions.missed.flatMap(({ type, spans }) =>
      spans.slice(0, 1).map((span) => line('missed name', span, type)),
    ),
    ...mentions.wrong.flatMap((index) => {
      const mention = found.mentions[index]
      const type = found.entities[mention?.entity ?? -1]?.type ?? ''
      return mention ? [line('wrong name', mention.span, type)] : []
    }),
    ...figures.missed.map(({ span }) => line('missed figure', span, '')),
    ...figures.wrong.map(({ span, unit }) => line('wrong figure', span, unit ?? '')),
    ...figures.pairs.flatMap(({ gold, found: figure, judgement }) =>
      PARTS.filter((part) => judgement[part] === false).map((part) =>
        line(`wrong ${part}`, gold.span, `${wanted(gold, part)} <> ${got(figure, part)}`),
      ),
    ),
  ]
}

type Pair = MeasuredArticle['figures']['pairs'][number]

function wanted(gold: Pair['gold'], part: (typeof PARTS)[number]): string {
  switch (part) {
    case 'value':
      return JSON.stringify([gold.value, gold.minValue, gold.maxValue])
    case 'unit':
      return String(gold.unit ?? gold.measure)
    case 'thing':
      return String(gold.measure)
    case 'qualifier':
      return String(gold.qualifier ?? 'EXACT')
    case 'attribution':
      return String(gold.attribution ?? 'ARTICLE_VOICE')
  }
}

function got(found: Pair['found'], part: (typeof PARTS)[number]): string {
  switch (part) {
    case 'value':
      return JSON.stringify([found.value, found.minValue, found.maxValue])
    case 'unit':
      return String(found.unit)
    case 'thing':
      return String(found.measure)
    case 'qualifier':
      return found.qualifier
    case 'attribution':
      return `${found.attribution.kind}: ${found.attribution.label}`
  }
}

const CONTEXT = 48

function around({ headline, body }: ArticleText, { field, start, end }: Stretch): string {
  const points = [...(field === 'HEADLINE' ? headline : body)]
  const cut = (from: number, to: number) => points.slice(Math.max(0, from), to).join('')
  return `${cut(start - CONTEXT, start)}[${cut(start, end)}]${cut(end, end + CONTEXT)}`.replaceAll(
    '\n',
    ' ',
  )
}
