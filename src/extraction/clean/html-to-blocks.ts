import type { Block } from './block.ts'
import { BlockWriter } from './block-writer.ts'
import { type HtmlElementKind, htmlElementKind } from './html-element-kind.ts'
import { type HtmlPosition, positionInside, TOP_POSITION } from './html-position.ts'
import { type HtmlElement, hasDescendant, readHtmlTree } from './html-tree.ts'
import { subscript, superscript } from './raised-digits.ts'
import { readableText } from './readable-text.ts'
import { textToParagraphs } from './text-to-paragraphs.ts'

/**
 * Cuts HTML into blocks of text: the texts of two block elements are never glued together, a table
 * gives one block per row, a list one per item. What stands in nav, footer, aside, form, button and
 * figcaption is marked as furniture. Pictures are left out.
 */
export function htmlToBlocks(html: string): readonly Block[] {
  const root = readHtmlTree(html)
  const reader = new HtmlReader(root)
  reader.readChildren(root, TOP_POSITION)
  reader.writer.endBlock()
  return reader.writer.blocks
}

/** Elements that show that line feeds of the source mean nothing. */
const DIVIDES_TEXT = new Set(['p', 'br', 'div'])

const PARTS_OF_LINES: ReadonlySet<HtmlElementKind> = new Set(['INLINE', 'TRANSPARENT'])

class HtmlReader {
  readonly writer = new BlockWriter()
  readonly #textLength: number
  /** HTML without paragraphs is text as an editor typed it: empty lines divide it. */
  readonly #emptyLinesDivide: boolean

  constructor(root: HtmlElement) {
    this.#textLength = readableText(root).length
    this.#emptyLinesDivide = !hasDescendant(root, ({ name }) => DIVIDES_TEXT.has(name))
  }

  readChildren(element: HtmlElement, position: HtmlPosition): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#readText(child, position)
      else this.#readElement(child, position)
    }
  }

  #readElement(element: HtmlElement, position: HtmlPosition): void {
    const { writer } = this
    const kind = this.#kindAt(element, position)
    switch (kind) {
      case 'IGNORED':
        break
      case 'STRUCK_OUT':
        writer.setAside(readableText(element))
        break
      case 'LINE_BREAK':
        writer.breakLine(position)
        break
      case 'QUOTATION':
        writer.addText('“', position)
        this.readChildren(element, position)
        writer.addText('”', position)
        break
      case 'SUPERSCRIPT':
        writer.addText(superscript(readableText(element)), position)
        break
      case 'SUBSCRIPT':
        writer.addText(subscript(readableText(element)), position)
        break
      default:
        this.#readContainer(element, kind, position)
    }
  }

  #readContainer(element: HtmlElement, kind: HtmlElementKind, position: HtmlPosition): void {
    const { writer } = this
    const inside = positionInside(element, kind, position)
    if (PARTS_OF_LINES.has(kind)) {
      this.readChildren(element, inside)
      // The links of a menu are words apart, with or without a space in the source.
      if (position.furniture) writer.addText(' ', position)
      return
    }
    writer.endBlock(position.inRow)
    if (kind === 'PREFORMATTED') this.#readPreformatted(element, inside)
    else this.readChildren(element, inside)
    writer.endBlock(position.inRow)
  }

  #readText(text: string, position: HtmlPosition): void {
    const parts = this.#emptyLinesDivide ? text.split(/\r?\n[ \t\r]*\n/) : [text]
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.writer.endBlock(position.inRow)
      this.writer.addText(part, position)
    }
  }

  #readPreformatted(element: HtmlElement, position: HtmlPosition): void {
    for (const paragraph of textToParagraphs(readableText(element))) {
      this.writer.addText(paragraph, position)
      this.writer.endBlock(position.inRow)
    }
  }

  /** An element's kind, given where it stands and how it ends. */
  #kindAt(element: HtmlElement, { structure, inRow }: HtmlPosition): HtmlElementKind {
    const kind = htmlElementKind(element)
    if (kind !== 'FURNITURE') return kind
    if (!element.hasEndTag || this.#wrapsPage(element)) return 'CONTAINER'
    const isCitation = element.name === 'footer' && structure.at(-1)?.name === 'blockquote'
    if (isCitation) return 'CONTAINER'
    return inRow ? 'STRUCK_OUT' : kind
  }

  /** Some systems put the whole page into one form. */
  #wrapsPage(element: HtmlElement): boolean {
    return element.name === 'form' && readableText(element).length * 2 > this.#textLength
  }
}
