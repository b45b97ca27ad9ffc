import type { NameSpan } from './name.ts'

/** Whether a verb follows: "Brown said", not "Brown bears". */
export function isSubject({ document, lastToken }: NameSpan): boolean {
  const next = document.tokens[lastToken]
  return next?.pos === 'VERB' || next?.pos === 'AUX'
}
