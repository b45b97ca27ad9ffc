import type { Annotations, Extractor, ExtractorInput } from './extractor.ts'
import { isEnglish } from './language/choose-language.ts'

const NOTHING: Annotations = { entities: [], mentions: [], figures: [] }

/** The extractor that is always there: a trained tagger, rules and word lists, on this machine, without a network. */
export function createEmbeddedExtractor(
  annotate: (input: ExtractorInput) => Promise<Annotations>,
): Extractor {
  return {
    name: 'dateline-embedded',
    version: '3',
    // Other languages are stored, but not read: English rules would find what is not there.
    extract: async (input) => (isEnglish(input.language) ? annotate(input) : NOTHING),
  }
}

/** Reads in this thread, which can do nothing else meanwhile: for single texts, and for tests. */
export const embeddedExtractor = createEmbeddedExtractor(async (input) => {
  // Tables and word lists are loaded with the first text.
  const { annotate } = await import('./annotate.ts')
  return annotate(input)
})
