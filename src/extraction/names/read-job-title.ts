import type { Token } from '../document.ts'
import { isDemonym } from './lexicon/demonyms.ts'
import { NO_JOBS, TITLE_HEADS, TITLE_MODIFIERS } from './lexicon/title-words.ts'
import type { Name } from './name.ts'
import { textBetween } from './name.ts'
import { isCapitalised, isNameToken } from './name-token.ts'

const MAX_OWNER = 4
const MAX_TITLE = 8

/**
 * The job title right before a person's name ("Foreign Minister", "chief executive Tim Cook") or in
 * apposition right after it ("Sadiq Khan, the mayor of London"); null where there is none.
 * @param from the token that the name before this one ends at
 */
export function readJobTitle(name: Name, from: number): string | null {
  return titleBefore(name, from) ?? titleAfter(name)
}

function titleBefore({ document: { tokens }, firstToken }: Name, from: number): string | null {
  const limit = Math.max(from, firstToken - MAX_TITLE)
  const capitalised = isCapitalised(tokens[firstToken - 1]?.text ?? '')
  const fits = (at: number): boolean =>
    at >= limit && isTitleWord(tokens[at]) && isCapitalised(tokens[at]?.text ?? '') === capitalised
  let start = firstToken
  for (;;) {
    if (fits(start - 1)) start -= 1
    // "Secretary of State", "Minister of the Interior"
    else if (tokens[start - 1]?.lower === 'of' && fits(start - 2)) start -= 2
    else break
  }
  const jobs = tokens.slice(start, firstToken).filter((token) => !NO_JOBS.has(token.lower))
  const isPortfolio = jobs.some(({ lower }) => lower === 'of')
  if (!isTitleHead(jobs.at(-1)) && !(isPortfolio && isTitleHead(jobs[0]))) return null
  return jobs.map(({ text }) => text).join(' ')
}

function titleAfter({ document, lastToken }: Name): string | null {
  const { tokens } = document
  if (tokens[lastToken]?.text !== ',') return null
  const first = afterOwner(tokens, lastToken + 1)
  const isJob = (token: Token | undefined): token is Token =>
    isTitleWord(token) && token.text === token.lower && !NO_JOBS.has(token.lower)
  let end = first
  while (isJob(tokens[end])) end += 1
  while (end > first && !isTitleHead(tokens[end - 1])) end -= 1
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

const isTitleWord = (token: Token | undefined): token is Token =>
  token !== undefined && (isTitleHead(token) || TITLE_MODIFIERS.has(token.lower))

export const isTitleHead = (token: Token | undefined): boolean =>
  token !== undefined && TITLE_HEADS.has(token.lower.replace(/\.$/, ''))
