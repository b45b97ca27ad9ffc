import type { Extractor } from '../extraction/extractor.ts'

/** Provenance of what an extractor found. */
export const madeByExtractor = ({ name, version }: Pick<Extractor, 'name' | 'version'>) => ({
  provenance: 'EXTRACTOR' as const,
  agent: name,
  agentVersion: version,
})

/** Provenance of what came with an article of this source. */
export const madeByCms = (sourceSlug: string) => ({
  provenance: 'CMS' as const,
  agent: sourceSlug,
  agentVersion: null,
})
