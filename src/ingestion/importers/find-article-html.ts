import { Parser } from 'htmlparser2'
import { InvalidInputError } from '../../core/app-error.ts'
import { MAX_HTML_DEPTH } from '../../core/html-depth.ts'

/** Shorter texts are captions, labels and buttons. */
const SHORTEST_PARAGRAPH = 40

/** Of the densest element's text, how much an article or main element must hold to be the story. */
const STORY_SHARE = 0.5

/** Their text is not counted: it is never the story, or it leads to other stories. */
const NOT_COUNTED = new Set(
  'script style noscript template svg nav aside footer button select textarea a title'.split(' '),
)

const INLINE = new Set(
  'a abbr b bdi bdo cite code em font i img kbd label mark q s small span strong sub sup time u wbr br'.split(
    ' ',
  ),
)

/** From the surest sign of a story to the weakest. */
const SIGNS = ['articleBody', 'article', 'main', 'other'] as const

interface Box {
  readonly sign: (typeof SIGNS)[number]
  /** UTF-16 offsets of its content. */
  readonly start: number
  end: number
  /** Letters of its own lines, those of boxes inside left out. */
  ownText: number
  /** Letters of all its text. */
  allText: number
  /** Letters of paragraphs in it, and half of those one level further down (after Readability). */
  score: number
}

/**
 * The HTML of a page's story, cut out of its source: what is marked as article body, else the
 * article or main element with the most text, else the element with the densest paragraphs.
 * Throws InvalidInputError for pages nested too deep.
 */
export function findArticleHtml(html: string): string {
  const boxes = measureBoxes(html)
  const densest = mostOf(boxes, ({ score }) => score)
  for (const sign of SIGNS.slice(0, -1)) {
    const box = mostOf(
      boxes.filter((candidate) => candidate.sign === sign),
      ({ allText }) => allText,
    )
    if (box && box.allText > 0 && box.allText >= (densest?.allText ?? 0) * STORY_SHARE) {
      return html.slice(box.start, box.end)
    }
  }
  return densest && densest.score > 0 ? html.slice(densest.start, densest.end) : html
}

/** The box with the most; of equals the outer one, which closes later. */
function mostOf(boxes: readonly Box[], measure: (box: Box) => number): Box | null {
  let most: Box | null = null
  for (const box of boxes) {
    if (most === null || measure(box) >= measure(most)) most = box
  }
  return most
}

/** All elements but inline ones, in the order in which they close; the page as a whole is the last. */
function measureBoxes(html: string): readonly Box[] {
  const closed: Box[] = []
  const open = [newBox('other', 0)]
  let depth = 0
  let notCounted = 0
  const closeBox = (end: number): void => {
    const box = open.pop()
    if (box === undefined) return
    box.end = end
    addUp(box, open)
    closed.push(box)
  }
  const parser = new Parser({
    onopentag(name, { itemprop = '', role = '' }) {
      depth += 1
      if (depth > MAX_HTML_DEPTH) throw tooDeep()
      if (NOT_COUNTED.has(name)) notCounted += 1
      if (!INLINE.has(name)) open.push(newBox(signOf(name, itemprop, role), parser.endIndex + 1))
    },
    ontext(text) {
      const box = open.at(-1)
      if (box && notCounted === 0) box.ownText += text.trim().length
    },
    onclosetag(name) {
      depth -= 1
      if (NOT_COUNTED.has(name)) notCounted -= 1
      if (!INLINE.has(name)) closeBox(parser.startIndex)
    },
  })
  parser.end(html)
  closeBox(html.length)
  return closed
}

function newBox(sign: Box['sign'], start: number): Box {
  return { sign, start, end: start, ownText: 0, allText: 0, score: 0 }
}

function addUp(box: Box, ancestors: readonly Box[]): void {
  box.allText += box.ownText
  const [parent, grandparent] = [ancestors.at(-1), ancestors.at(-2)]
  if (parent) parent.allText += box.allText
  if (box.ownText < SHORTEST_PARAGRAPH) return
  box.score += box.ownText
  if (parent) parent.score += box.ownText
  if (grandparent) grandparent.score += box.ownText / 2
}

function signOf(name: string, itemprop: string, role: string): Box['sign'] {
  if (itemprop === 'articleBody') return 'articleBody'
  if (name === 'article' || role === 'article') return 'article'
  return name === 'main' || role === 'main' ? 'main' : 'other'
}

function tooDeep(): InvalidInputError {
  return new InvalidInputError(
    `The page has elements inside elements more than ${MAX_HTML_DEPTH} deep: save the article alone.`,
  )
}
