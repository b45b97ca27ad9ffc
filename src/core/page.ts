import { InvalidInputError } from './app-error.ts'

export const DEFAULT_PAGE = 20
/** Lists give at most this many per request, so that no query can ask for everything at once. */
export const MAX_PAGE = 100

/** Arguments of a Relay connection. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** A total order of rows: its last column is unique. The name is part of every cursor made in it. */
export interface Order {
  readonly name: string
  readonly columns: readonly OrderColumn[]
}
export interface OrderColumn {
  readonly name: string
  readonly kind: 'date' | 'number' | 'text'
  readonly descending: boolean
}

/** A row's values in the columns of its order. Never null. */
export type Key = readonly (Date | number | string)[]

export interface Page {
  readonly size: number
  /** Counted from the end: `last`. */
  readonly backwards: boolean
  /** Rows strictly behind and strictly before these keys, in the list's own direction. */
  readonly after: Key | null
  readonly before: Key | null
}

/** Negative where `a` comes before `b` in the order. */
export function compareKeys(a: Key, b: Key, { columns }: Order): number {
  for (const [i, { descending }] of columns.entries()) {
    const [left, right] = [a[i] ?? 0, b[i] ?? 0]
    if (left < right) return descending ? 1 : -1
    if (left > right) return descending ? -1 : 1
  }
  return 0
}

/** Checks the arguments of a connection; throws InvalidInputError that says what to send instead. */
export function readPage(args: PageArgs, order: Order): Page {
  if (args.first != null && args.last != null) {
    throw new InvalidInputError('Give "first" or "last", not both.', 'last')
  }
  const backwards = args.last != null
  const size = args.first ?? args.last ?? DEFAULT_PAGE
  if (size < 0 || size > MAX_PAGE) {
    const name = backwards ? 'last' : 'first'
    throw new InvalidInputError(
      `"${name}" is ${size}, but must be between 0 and ${MAX_PAGE}: fetch more with "${backwards ? 'before' : 'after'}" and a cursor.`,
      name,
    )
  }
  return {
    size,
    backwards,
    after: args.after == null ? null : decodeCursor(args.after, order, 'after'),
    before: args.before == null ? null : decodeCursor(args.before, order, 'before'),
  }
}

/** An opaque place in one order: it holds the row's key, so it stays good when rows come and go. */
export function encodeCursor(order: Order, key: Key): string {
  return Buffer.from(JSON.stringify([order.name, ...key])).toString('base64url')
}

function decodeCursor(cursor: string, order: Order, argument: string): Key {
  const [name, ...values] = parseCursor(cursor)
  if (name === undefined) {
    throw new InvalidInputError(
      `"${argument}" is not a cursor: use a value of "cursor", "startCursor" or "endCursor" as it came.`,
      argument,
    )
  }
  const key = order.columns.map((column, i) => readKeyPart(values[i], column))
  if (name !== order.name || values.length !== order.columns.length || key.includes(null)) {
    throw new InvalidInputError(
      `"${argument}" is a cursor of another list or another order: start again without it.`,
      argument,
    )
  }
  return key as Key
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

function readKeyPart(value: unknown, { kind }: OrderColumn): Date | number | string | null {
  if (kind === 'number') return typeof value === 'number' ? value : null
  if (typeof value !== 'string') return null
  if (kind === 'text') return value
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}
