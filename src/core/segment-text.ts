/** Where something stands in a text, in code points; `end` is exclusive. */
interface Placed {
  readonly start: number
  readonly end: number
}

/** A stretch of a text in which nothing begins or ends. */
interface Segment<Annotation> {
  readonly text: string
  /** What covers it, in the order given. */
  readonly covered: readonly Annotation[]
  /** Those of `covered` that begin here: an annotation over several segments begins in one. */
  readonly opened: readonly Annotation[]
}

/**
 * A text cut wherever an annotation begins or ends, so that those that overlap can be shown without nesting. The segments put
 * together are the text. What reaches beyond the text is clipped; what covers nothing of it is left out.
 */
export function segmentText<Annotation extends Placed>(
  text: string,
  annotations: readonly Annotation[],
): Segment<Annotation>[] {
  const codePoints = [...text]
  const clip = (offset: number) => Math.min(Math.max(offset, 0), codePoints.length)
  const placed = annotations
    .map((annotation) => ({ annotation, from: clip(annotation.start), to: clip(annotation.end) }))
    .filter(({ from, to }) => from < to)
  const cuts = new Set([0, codePoints.length, ...placed.flatMap(({ from, to }) => [from, to])])
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((from, i) => {
    const covering = placed.filter((one) => one.from <= from && from < one.to)
    return {
      text: codePoints.slice(from, ordered[i + 1]).join(''),
      covered: covering.map(({ annotation }) => annotation),
      opened: covering.filter((one) => one.from === from).map(({ annotation }) => annotation),
    }
  })
}

/** The paragraphs of a text, which blank lines separate, with where each begins in code points. */
export function paragraphsOf(text: string): { readonly text: string; readonly start: number }[] {
  let start = 0
  return text.split(/(\n\s*\n)/).flatMap((part, i) => {
    const paragraph = { text: part, start }
    start += [...part].length
    return i % 2 === 0 && part.trim() !== '' ? [paragraph] : []
  })
}
