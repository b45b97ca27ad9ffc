import { may } from '../../auth/actor.ts'
import { visibleArticle } from '../../db/visibility.ts'
import { Article } from '../articles/article.ts'
import { builder } from '../builder.ts'
import { IngestionStatus, IngestOutcome } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { Source } from './source.ts'

export const Ingestion = builder.prismaNode('Delivery', {
  name: 'Ingestion',
  description: 'One payload that a CMS sent, and what became of it. Needs INGEST.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id: may(actor, 'INGEST') ? readNodeId(id) : 0 }),
  select: { id: true },
  fields: (t) => ({
    source: t.relation('source', { type: Source, description: 'Where it was sent to.' }),
    status: t.expose('status', { type: IngestionStatus, description: 'How far it is.' }),
    outcome: t.expose('outcome', {
      type: IngestOutcome,
      nullable: true,
      description: 'What it did; null until it is DONE.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it FAILED, or was IGNORED.',
    }),
    externalId: t.exposeString('externalId', {
      nullable: true,
      description: "The CMS's own id of the article that it is about.",
    }),
    article: t.relation('article', {
      type: Article,
      nullable: true,
      query: (_args, { viewer }) => ({ where: visibleArticle(viewer) }),
      description: 'The article, if you may see it.',
    }),
    topic: t.exposeString('topic', {
      nullable: true,
      description: 'The name of the event, where the CMS sends it outside the payload.',
    }),
    sender: t.exposeString('actor', { description: 'Who sent it: the source or an API key.' }),
    attempts: t.exposeInt('attempts', {
      description: 'How often it was begun: more than once only after a crash.',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came in.' }),
    processedAt: t.expose('processedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was finished.',
    }),
  }),
})

export const IngestionConnection = builder.connectionObject(
  { type: Ingestion, name: 'IngestionConnection', description: 'A page of ingestions.' },
  { name: 'IngestionEdge', description: 'A row of the page and its cursor.' },
)
