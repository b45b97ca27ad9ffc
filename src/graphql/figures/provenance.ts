import { builder } from '../builder.ts'
import { ProvenanceKind } from '../enums.ts'

interface Provenance {
  readonly provenance: 'EXTRACTOR' | 'HUMAN' | 'CMS'
  readonly agent: string
  readonly agentVersion: string | null
  readonly createdAt: Date
}

/** Columns that a row needs for its provenance. */
export const PROVENANCE_COLUMNS = {
  provenance: true,
  agent: true,
  agentVersion: true,
  createdAt: true,
} as const

export const ProvenanceType = builder.objectRef<Provenance>('Provenance').implement({
  description: 'What made a mention or figure (W3C PROV).',
  fields: (t) => ({
    kind: t.expose('provenance', {
      type: ProvenanceKind,
      description: 'Software, a person or the CMS.',
    }),
    agent: t.exposeString('agent', { description: 'Name of the extractor, person or system.' }),
    version: t.exposeString('agentVersion', {
      nullable: true,
      description: 'Version of the software.',
    }),
    time: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
})
