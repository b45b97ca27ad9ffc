import { may } from '../../auth/actor.ts'
import { toAdapterKind } from '../../core/adapter-kind.ts'
import { toExtractorKind } from '../../core/extractor-kind.ts'
import { visibleSource } from '../../db/visibility.ts'
import { builder } from '../builder.ts'
import { SourceAdapter, SourceExtractor } from '../enums.ts'
import { readNodeId } from '../node-id.ts'
import { SourcePull } from './source-pull.ts'

export const Source = builder.prismaNode('Source', {
  description: 'A CMS site, feed or file drop that articles come from.',
  id: { field: 'id', description: 'Opaque id.' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: readNodeId(id), AND: visibleSource(viewer) }),
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its key.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Its site.' }),
    extractor: t.field({
      type: SourceExtractor,
      description: 'What reads its articles.',
      select: { extractor: true },
      resolve: ({ extractor }) => toExtractorKind(extractor),
    }),
    adapter: t.field({
      type: SourceAdapter,
      description: 'Whose payloads it sends to POST /ingest/:source.',
      select: { adapter: true },
      resolve: ({ adapter }) => toAdapterKind(adapter),
    }),
    pull: t.field({
      type: SourcePull,
      nullable: true,
      description: 'How it is fetched, where it is. Needs INGEST.',
      select: {
        pullUrl: true,
        pullFormat: true,
        pullMinutes: true,
        pullStartedAt: true,
        pullFinishedAt: true,
        pullNextAt: true,
        pullError: true,
        pullFailures: true,
        pullSummary: true,
      },
      resolve: ({ pullUrl, ...pull }, _args, { actor }) =>
        pullUrl !== null && may(actor, 'INGEST') ? { ...pull, pullUrl } : null,
    }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether articles are taken from it.' }),
  }),
})

export const SourceConnection = builder.connectionObject(
  { type: Source, name: 'SourceConnection', description: 'A page of sources.' },
  { name: 'SourceEdge', description: 'A row of the page and its cursor.' },
)
