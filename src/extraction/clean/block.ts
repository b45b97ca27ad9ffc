/** An element that the clean HTML keeps. Texts inside the same element share the object. */
export interface KeptElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** A piece of text and the inline elements (or table cell) around it, outermost first. */
export interface Run {
  readonly text: string
  readonly inside: readonly KeptElement[]
}

/**
 * What becomes one paragraph of the body text: a paragraph, a heading, a list item, a table row,
 * or one line of these where line breaks divide them (the blocks then share their container).
 */
export interface Block {
  /** One line, normalised, never empty. Cells of a table row are separated by " | ". */
  readonly text: string
  readonly runs: readonly Run[]
  /** The block elements around it, outermost first. */
  readonly container: readonly KeptElement[]
  /** 1 to 6 in h1 to h6. */
  readonly headingLevel: number | null
  /** It stood in an element that is not part of the story: nav, footer, button, ... */
  readonly furniture: boolean
}

/** A block of plain text. */
export function paragraphBlock(text: string): Block {
  return {
    text,
    runs: [{ text, inside: [] }],
    container: [{ name: 'p', attributes: {} }],
    headingLevel: null,
    furniture: false,
  }
}
