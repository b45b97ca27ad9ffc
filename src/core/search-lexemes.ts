import { InvalidInputError } from './app-error.ts'

/** Part of an article that a term may be limited to, as `headline:word`. */
export type SearchField = 'headline' | 'dek' | 'body' | 'name' | 'figure'

/** One word or one phrase. */
export interface SearchTerm {
  readonly kind: 'term'
  /** As written, without quotes and asterisk; holds a letter or a digit. */
  readonly text: string
  /** Quoted: these words in this order, as they are written. */
  readonly phrase: boolean
  /** Its last word may go on: `zelen*`. */
  readonly prefix: boolean
  readonly field: SearchField | null
}

const FIELDS: Readonly<Record<string, SearchField>> = {
  headline: 'headline',
  dek: 'dek',
  body: 'body',
  name: 'name',
  figure: 'figure',
}

/** What the index takes for parts of words. */
const HAS_WORD = /[\p{L}\p{N}]/u
const LEXEME =
  /(?<not>-(?=[^\s)-]))?(?:(?<field>[a-z]+):(?=[^\s)]))?(?:["“”„](?<phrase>[^"“”„]*)["“”„]?(?<star>\*)?|(?<open>\()|(?<close>\))|(?<word>[^\s"“”„()]+))/gu

/** A term, or a sign between terms. */
export type Lexeme =
  | { readonly kind: 'term'; readonly term: SearchTerm }
  | { readonly kind: 'open'; readonly field: SearchField | null }
  | { readonly kind: 'close' | 'and' | 'or' | 'not' }

/** Splits what was typed into terms and signs; passes over what is neither. */
export function readLexemes(query: string): Lexeme[] {
  // FTS5 reads its query as a C string, which ends at a NUL.
  const text = query.toWellFormed().replace(/\p{Cc}/gu, ' ')
  const found: Lexeme[] = []
  for (const { groups = {} } of text.matchAll(LEXEME)) {
    const { not, field: prefix, phrase, star, open, close, word } = groups
    const field = (prefix !== undefined && Object.hasOwn(FIELDS, prefix) && FIELDS[prefix]) || null
    if (not !== undefined) found.push({ kind: 'not' })
    if (prefix !== undefined && field === null && word === undefined) {
      addTerm(found, { text: prefix, field, star: undefined, phrase: false }) // no field: a word
    }
    if (open !== undefined) found.push({ kind: 'open', field })
    else if (close !== undefined) found.push({ kind: 'close' })
    else if (word === undefined) addTerm(found, { text: phrase ?? '', field, star, phrase: true })
    else if (prefix === undefined && OPERATORS[word] !== undefined) found.push(OPERATORS[word])
    else {
      // A colon after any other word is part of the text: "10:30", "https://…".
      const written = prefix !== undefined && field === null ? `${prefix}:${word}` : word
      const [, text = '', asterisk] = /^(.*?)(\*+)?$/su.exec(written) ?? []
      addTerm(found, { text, field, star: asterisk, phrase: false })
    }
  }
  return found
}

const OPERATORS: Readonly<Record<string, Lexeme>> = {
  __proto__: null as never,
  AND: { kind: 'and' },
  OR: { kind: 'or' },
  NOT: { kind: 'not' },
}

function addTerm(found: Lexeme[], { text, field, star, phrase }: TermParts): void {
  if (!HAS_WORD.test(text)) return
  if (star !== undefined && /^[\0-\u{2e7f}]$/u.test(text)) {
    throw new InvalidInputError(
      `"${text}*" in "query" is too short: give at least two characters before the asterisk.`,
      'query',
    )
  }
  found.push({
    kind: 'term',
    term: { kind: 'term', text, phrase, prefix: star !== undefined, field },
  })
}

interface TermParts {
  readonly text: string
  readonly field: SearchField | null
  readonly star: string | undefined
  readonly phrase: boolean
}
