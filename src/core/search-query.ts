import { InvalidInputError } from './app-error.ts'
import { type Lexeme, readLexemes, type SearchField, type SearchTerm } from './search-lexemes.ts'

/** What a search asks for, as a tree. `all` and `any` have two parts or more; some part of an `all` is no `not`. */
export type SearchNode =
  | SearchTerm
  | { readonly kind: 'all' | 'any'; readonly parts: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly part: SearchNode }

/** UTF-16 code units in a query. */
const MAX_QUERY_LENGTH = 500
/** Words and phrases in a query: each costs a walk through the index. */
const MAX_QUERY_TERMS = 32
/** Parentheses within parentheses; SQLite's own parser would stop at 256 levels. */
const MAX_QUERY_DEPTH = 8

/**
 * Reads what a person typed into a search field: words, "phrases", beginnings*, AND, OR, NOT or -word, parentheses, and
 * fields (headline:, dek:, body:, name:, figure:). Words next to each other must all be found; OR binds weaker than AND.
 * Anything that makes no sense (a parenthesis or quote without its other half, an operator without a word) is passed over
 * rather than refused, so that a query can be sent while it is typed.
 *
 * @throws {InvalidInputError} when it is too long, names no word, or only says what to leave out
 */
export function parseSearchQuery(query: string): SearchNode {
  if (query.length > MAX_QUERY_LENGTH) {
    throw new InvalidInputError(
      `"query" has ${query.length} characters, but at most ${MAX_QUERY_LENGTH} are read: shorten it, or use "filter".`,
      'query',
    )
  }
  const lexemes = readLexemes(query)
  const terms = lexemes.filter(({ kind }) => kind === 'term').length
  if (terms === 0) {
    throw new InvalidInputError(
      '"query" holds no word to search for: give at least one word or number.',
      'query',
    )
  }
  if (terms > MAX_QUERY_TERMS) {
    throw new InvalidInputError(
      `"query" has ${terms} words and phrases, but at most ${MAX_QUERY_TERMS} are searched for: leave some out.`,
      'query',
    )
  }
  return new Parser(lexemes).read()
}

/** Recursive descent; what it cannot use it skips. */
class Parser {
  readonly #lexemes: readonly Lexeme[]
  #at = 0
  #depth = 0

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes
  }

  read(): SearchNode {
    const parts: SearchNode[] = []
    while (this.#at < this.#lexemes.length) {
      const part = this.#any(null)
      if (part) parts.push(part)
      this.#at += 1 // a closing parenthesis without its other half
    }
    const node = join('all', parts)
    if (node === null || !isPositive(node)) throw onlyNegative()
    return node
  }

  #any(field: SearchField | null): SearchNode | null {
    const parts = [this.#all(field)]
    while (this.#lexemes[this.#at]?.kind === 'or') {
      this.#at += 1
      parts.push(this.#all(field))
    }
    const wanted = parts.filter((part) => part !== null)
    // "a OR NOT b" would be nearly everything there is.
    if (wanted.length > 1 && !wanted.every(isPositive)) throw onlyNegative()
    return join('any', wanted)
  }

  #all(field: SearchField | null): SearchNode | null {
    const parts: SearchNode[] = []
    for (;;) {
      const next = this.#lexemes[this.#at]?.kind
      if (next === undefined || next === 'or' || next === 'close') return join('all', parts)
      if (next === 'and') this.#at += 1
      else {
        const part = this.#one(field)
        if (part) parts.push(part)
      }
    }
  }

  #one(field: SearchField | null): SearchNode | null {
    const lexeme = this.#lexemes[this.#at]
    this.#at += 1
    if (lexeme?.kind === 'term') return { ...lexeme.term, field: lexeme.term.field ?? field }
    if (lexeme?.kind === 'open') return this.#group(lexeme.field ?? field)
    const next = this.#lexemes[this.#at]?.kind
    if (next !== 'term' && next !== 'open' && next !== 'not') return null // NOT without a word
    const part = this.#one(field)
    if (part === null) return null
    if (!isPositive(part)) throw onlyNegative()
    return { kind: 'not', part }
  }

  #group(field: SearchField | null): SearchNode | null {
    this.#depth += 1
    if (this.#depth > MAX_QUERY_DEPTH) {
      throw new InvalidInputError(
        `"query" has parentheses ${this.#depth} deep, but at most ${MAX_QUERY_DEPTH} are read: write it flatter.`,
        'query',
      )
    }
    const node = this.#any(field)
    if (this.#lexemes[this.#at]?.kind === 'close') this.#at += 1
    this.#depth -= 1
    return node
  }
}

function join(kind: 'all' | 'any', parts: readonly SearchNode[]): SearchNode | null {
  const [only, ...others] = parts
  return others.length > 0 ? { kind, parts } : (only ?? null)
}

/** Whether it names something to find, and not only something to leave out. */
function isPositive(node: SearchNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.parts.some(isPositive)
  return node.kind === 'term'
}

const onlyNegative = (): InvalidInputError =>
  new InvalidInputError(
    '"query" only says what to leave out, in whole or in one of its parts: name a word to find beside each NOT or "-", such as: drones -missiles.',
    'query',
  )
