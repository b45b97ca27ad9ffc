import type { Token } from '../document.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { NO_JOBS, TITLE_HEADS, TITLE_MODIFIERS } from './lexicon/title-words.ts'
import type { Name } from './name.ts'
import { textBetween } from './name.ts'
import { isNameToken } from './name-token.ts'

const MAX_OWNER = 4

/**
 * The job title in lower case right before a person's name ("chief executive Tim Cook") or in
 * apposition right after it ("Sadiq Khan, the mayor of London"); null where there is none.
 */
export function readJobTitle(name: Name): string | null {
  const { document, firstToken, lastToken } = name
  const { tokens } = document
  let start = firstToken
  while (isTitleWord(tokens[start - 1])) start -= 1
  if (isHead(tokens[firstToken - 1])) return textBetween(document, start, firstToken)
  if (tokens[lastToken]?.text !== ',') return null
  const first = afterOwner(tokens, lastToken + 1)
  let end = first
  while (isTitleWord(tokens[end])) end += 1
  while (end > first && !isHead(tokens[end - 1])) end -= 1
  return end > first ? textBetween(document, first, end) : null
}

/** Over "the", "Ukrainian" and "Ukraine's". */
function afterOwner(tokens: readonly Token[], start: number): number {
  let at = start
  while (at < start + MAX_OWNER) {
    const { text = '', lower = '' } = tokens[at] ?? {}
    const owner = isDemonym(text) || isNameToken(tokens[at]) || /^['’]s$/.test(text)
    if (!owner && lower !== 'the' && lower !== 'a' && lower !== 'an') break
    at += 1
  }
  return at
}

const isTitleWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.text === token.lower &&
  (TITLE_HEADS.has(token.lower) || TITLE_MODIFIERS.has(token.lower)) &&
  !NO_JOBS.has(token.lower)

const isHead = (token: Token | undefined): boolean =>
  token !== undefined && isTitleWord(token) && TITLE_HEADS.has(token.lower)
