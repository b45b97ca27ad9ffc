import type { Document, Token } from '../document.ts'
import type { NameSpan } from './name.ts'

const INSIDE = new Set(['of', 'the', 'for', 'de', 'van', 'von', 'der', 'al', '-', '&'])
const HAS_PARTS = new Set(['Staff', 'Bank', 'Ministry', 'University', 'House', 'Court', 'Party'])
const NOT_A_NAME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|News)$/

/** Runs of capitalised proper nouns, joined over the small words that names have inside. */
export function proposeNames(document: Document): NameSpan[] {
  const names: NameSpan[] = []
  for (const sentence of document.sentences) {
    for (let i = sentence.firstToken; i < sentence.lastToken; ) {
      const end = isNameToken(document.tokens[i])
        ? runEnd(document.tokens, i, sentence.lastToken)
        : i
      if (end > i) names.push({ document, firstToken: i, lastToken: end })
      i = Math.max(end, i + 1)
    }
  }
  return names
}

function runEnd(tokens: readonly Token[], first: number, limit: number): number {
  let end = first + 1
  for (let i = end; i < limit && i < end + 3; i += 1) {
    const token = tokens[i]
    if (isNameToken(token)) end = i + 1
    else if (!INSIDE.has(token?.text ?? '')) break
    else if (token?.text === 'of' && !HAS_PARTS.has(tokens[i - 1]?.text ?? '')) break
  }
  return end
}

function isNameToken(token: Token | undefined): boolean {
  return token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text) && !NOT_A_NAME.test(token.text)
}
