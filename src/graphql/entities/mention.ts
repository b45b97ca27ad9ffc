import { knownMention } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { ReviewStatus } from '../enums.ts'
import { PROVENANCE_COLUMNS, ProvenanceType } from '../figures/provenance.ts'
import { SPAN_COLUMNS, SpanType } from '../figures/span.ts'
import { readNodeId } from '../node-id.ts'
import { Entity } from './entity.ts'

export const Mention = builder.prismaNode('Mention', {
  description: 'The place in a revision where an entity is named.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: knownMention(viewer) }),
  select: { id: true },
  fields: (t) => ({
    span: t.field({
      type: SpanType,
      description: 'The words that name it.',
      select: SPAN_COLUMNS,
      resolve: (mention) => mention,
    }),
    entity: t.relation('entity', { type: Entity, description: 'Who or what is named.' }),
    article: t.relation('article', { description: 'The article that names it.' }),
    metonym: t.exposeBoolean('metonym', {
      description: 'Whether a place stands for its government or team: "pressure on Moscow".',
    }),
    confidence: t.exposeFloat('confidence', { description: 'How sure the extractor is, 0 to 1.' }),
    provenance: t.field({
      type: ProvenanceType,
      description: 'What made it.',
      select: PROVENANCE_COLUMNS,
      resolve: (mention) => mention,
    }),
    reviewStatus: t.expose('reviewStatus', {
      type: ReviewStatus,
      description: 'What a person decided about it.',
    }),
  }),
})

export const MentionConnection = builder.connectionObject(
  { type: Mention, name: 'MentionConnection', description: 'A page of mentions.' },
  { name: 'MentionEdge', description: 'A row of the page and its cursor.' },
)
