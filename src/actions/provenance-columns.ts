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

/** Provenance of what a person added; the audit log knows who. Nobody else need look at it. */
export const MADE_BY_HUMAN = {
  provenance: 'HUMAN',
  agent: 'editor',
  agentVersion: null,
  reviewStatus: 'ACCEPTED',
} as const
