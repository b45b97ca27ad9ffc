import type { Document } from '../document.ts'
import { makeConsistent } from '../tagger/consistency.ts'
import { loadTagger } from '../tagger/load-tagger.ts'
import type { Name } from './name.ts'

const TYPES = { PER: 'PERSON', LOC: 'PLACE', ORG: 'ORGANIZATION' } as const

/** What the trained tagger finds in an article; headline and body together, as repeats inform each other. */
export function readTags(documents: readonly Document[]): Name[] {
  const rows = documents.flatMap((document) =>
    document.sentences.map(({ firstToken, lastToken }) => ({
      document,
      firstToken,
      words: document.tokens.slice(firstToken, lastToken).map(({ text }) => text),
    })),
  )
  const sentences = rows.map(({ words }) => words)
  const found = makeConsistent(sentences, loadTagger().tag(sentences))
  return rows.flatMap(({ document, firstToken }, i) =>
    (found[i] ?? []).map(({ start, end, tag, confidence }) => ({
      document,
      firstToken: firstToken + start,
      lastToken: firstToken + end,
      reading: null,
      type: TYPES[tag],
      confidence: Number(confidence.toFixed(3)),
    })),
  )
}
