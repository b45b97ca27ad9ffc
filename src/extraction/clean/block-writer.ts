import type { Block, KeptElement, Run } from './block.ts'
import type { HtmlPosition } from './html-position.ts'
import { normalizeLine } from './normalize-text.ts'

/** Elements that may hold text without a paragraph in between. */
const HOLDS_TEXT = new Set(['li', 'tr'])

/** Collects the texts of a document, in order, into blocks. */
export class BlockWriter {
  readonly blocks: Block[] = []
  #runs: Run[] = []
  #position: HtmlPosition | null = null
  /** Of the block before, when only line breaks have come since. */
  #lastContainer: readonly KeptElement[] | null = null
  #lineBreaks = 0

  addText(text: string, position: HtmlPosition): void {
    if (this.#position === null) {
      if (/^\s*$/.test(text)) return
      this.#position = position
    }
    this.#runs.push({ text, inside: position.inline })
  }

  /** Keeps text that is not part of the story, without interrupting the block around it. */
  setAside(text: string): void {
    const line = normalizeLine(text)
    if (line) this.blocks.push({ ...EMPTY, text: line, furniture: true })
  }

  /** One line break starts a line of the same element, two start another paragraph. */
  breakLine({ inRow, headingLevel }: HtmlPosition): void {
    if (inRow || headingLevel !== null) {
      this.#addSpace()
      return
    }
    if (this.#position !== null) {
      this.#lastContainer = this.#finishBlock() ?? this.#lastContainer
      this.#lineBreaks = 0
    }
    this.#lineBreaks += 1
  }

  /** Called at every edge of a block element. */
  endBlock(inRow = false): void {
    if (inRow) {
      this.#addSpace()
      return
    }
    this.#finishBlock()
    this.#lastContainer = null
  }

  #addSpace(): void {
    const last = this.#runs.at(-1)
    if (last) this.#runs.push({ text: ' ', inside: last.inside })
  }

  #finishBlock(): readonly KeptElement[] | null {
    const position = this.#position
    if (position === null) return null
    const cells = splitCells(this.#runs).map(tidySpaces)
    const text = normalizeLine(
      cells
        .map((runs) => runs.map((run) => run.text).join(''))
        .filter((cell) => cell !== '')
        .join(' | '),
    )
    this.#runs = []
    this.#position = null
    if (text === '') return null
    const container = this.#containerAt(position)
    const { headingLevel, furniture } = position
    this.blocks.push({ text, runs: cells.flat(), container, headingLevel, furniture })
    return container
  }

  #containerAt({ structure, paragraph }: HtmlPosition): readonly KeptElement[] {
    const last = this.#lastContainer
    const innermost = last?.at(-1)
    if (last && innermost) {
      const startsParagraph = this.#lineBreaks > 1 && innermost.name === 'p'
      return startsParagraph ? [...last.slice(0, -1), { ...innermost }] : last
    }
    // A copy: the paragraph may be divided by a block inside it.
    if (paragraph) return [...structure, { ...paragraph }]
    if (HOLDS_TEXT.has(structure.at(-1)?.name ?? '')) return structure
    return [...structure, { name: 'p', attributes: {} }]
  }
}

const EMPTY = { runs: [], container: [], headingLevel: null }

/** Runs of one table cell stand together; outside of tables all runs are one group. */
function splitCells(runs: readonly Run[]): readonly Run[][] {
  const cells: Run[][] = []
  let current: KeptElement | undefined
  for (const run of runs) {
    const cell = run.inside.find(({ name }) => name === 'td' || name === 'th')
    const last = cells.at(-1)
    if (last && cell === current) last.push(run)
    else cells.push([run])
    current = cell
  }
  return cells
}

/** Normalises each run, with one space at most where two of them meet and none at the ends. */
function tidySpaces(runs: readonly Run[]): Run[] {
  const tidy: Run[] = []
  let afterSpace = true
  for (const { text: raw, inside } of runs) {
    const line = normalizeLine(raw)
    const before: string = !afterSpace && /^\s/.test(raw) ? ' ' : ''
    const after = line !== '' && /\s$/.test(raw) ? ' ' : ''
    const text: string = before + line + after
    if (text === '') continue
    tidy.push({ text, inside })
    afterSpace = text.endsWith(' ')
  }
  const last = tidy.pop()
  const text = last?.text.trimEnd()
  if (last && text) tidy.push({ ...last, text })
  return tidy
}
