import type { Annotations, Extractor } from './extractor.ts'

const NOTHING: Annotations = { entities: [], mentions: [], figures: [] }

/** The extractor that is always there: rules and word lists, in this process, without a network. */
export const embeddedExtractor: Extractor = {
  name: 'dateline-embedded',
  version: '1',
  extract: async (input) => {
    if (!isEnglish(input.language)) return NOTHING
    // Tables and word lists are loaded with the first article: a server that only answers needs none.
    const { annotate } = await import('./annotate.ts')
    return annotate(input)
  },
}

/** Other languages are stored, but not read: English rules would find what is not there. */
const isEnglish = (language: string): boolean => /^en\b/i.test(language)
