import type { KeptElement } from './block.ts'
import type { HtmlElementKind } from './html-element-kind.ts'
import type { HtmlElement } from './html-tree.ts'
import { isLayoutTable } from './is-layout-table.ts'

/** Where in a document a text stands. */
export interface HtmlPosition {
  /** Lists, items, quotes, table rows around it, outermost first. */
  readonly structure: readonly KeptElement[]
  /** The paragraph or heading around it. */
  readonly paragraph: KeptElement | null
  /** Inline elements around it; in a table row the first is the cell. */
  readonly inline: readonly KeptElement[]
  readonly headingLevel: number | null
  readonly furniture: boolean
  /** The elements down to the rows of the data table around it. */
  readonly table: readonly KeptElement[] | null
  /** In a row of a data table, all of whose text is one block. */
  readonly inRow: boolean
}

export const TOP_POSITION: HtmlPosition = {
  structure: [],
  paragraph: null,
  inline: [],
  headingLevel: null,
  furniture: false,
  table: null,
  inRow: false,
}

const KEPT_ATTRIBUTES = new Set(['href', 'colspan', 'rowspan', 'lang', 'dir'])

/** The position of what an element contains. */
export function positionInside(
  element: HtmlElement,
  kind: HtmlElementKind,
  position: HtmlPosition,
): HtmlPosition {
  const { structure, inline, table, inRow } = position
  const kept = keep(element)
  if (kind === 'TRANSPARENT') return position
  if (kind === 'INLINE') return { ...position, inline: [...inline, kept] }
  if (inRow) return kind === 'TABLE_CELL' ? { ...position, inline: [kept] } : position

  const inside = { ...position, paragraph: null, headingLevel: null }
  switch (kind) {
    case 'FURNITURE':
      return { ...inside, furniture: true }
    case 'PARAGRAPH':
      return { ...inside, paragraph: kept, headingLevel: headingLevel(element) }
    case 'LIST':
    case 'QUOTE':
      return { ...inside, structure: [...structure, kept] }
    case 'ITEM':
      return { ...inside, structure: [...innermostList(structure), kept] }
    case 'TABLE':
      return { ...inside, table: isLayoutTable(element) ? null : [...structure, kept] }
    case 'TABLE_SECTION':
      return { ...inside, table: table && [...table, kept] }
    case 'TABLE_ROW':
      return table ? { ...inside, structure: [...table, kept], inRow: true } : inside
    default:
      return inside
  }
}

function headingLevel({ name }: HtmlElement): number | null {
  const level = /^h([1-6])$/.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}

/** Down to the list that an item belongs to, even where the item before it has no end tag. */
function innermostList(structure: readonly KeptElement[]): readonly KeptElement[] {
  const list = structure.findLastIndex(({ name }) => name === 'ul' || name === 'ol')
  return list === -1 ? [...structure, { name: 'ul', attributes: {} }] : structure.slice(0, list + 1)
}

const KEPT_NAMES: ReadonlyMap<string, string> = new Map([
  ['menu', 'ul'],
  ['dir', 'ul'],
  ...['dt', 'dd', 'address', 'summary', 'legend', 'caption'].map((name) => [name, 'p'] as const),
])

function keep({ name, attributes }: HtmlElement): KeptElement {
  return {
    name: KEPT_NAMES.get(name) ?? name,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([attribute]) => KEPT_ATTRIBUTES.has(attribute)),
    ),
  }
}
