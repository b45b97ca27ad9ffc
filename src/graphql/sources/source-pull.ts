import { z } from 'zod'
import { type ImportFormat, toImportFormat } from '../../core/import-format.ts'
import { builder } from '../builder.ts'
import { ImportFormatEnum } from '../enums.ts'

/** The columns of a source that say how it is fetched. */
interface PullColumns {
  readonly pullUrl: string
  readonly pullFormat: string
  readonly pullMinutes: number | null
  readonly pullStartedAt: Date | null
  readonly pullFinishedAt: Date | null
  readonly pullNextAt: Date | null
  readonly pullError: string | null
  readonly pullFailures: number
  readonly pullSummary: unknown
}

const count = z.number().int().default(0)
const summarySchema = z.object({
  created: count,
  updated: count,
  unchanged: count,
  stale: count,
  failed: count,
  skipped: count,
})

const PullSummary = builder.objectRef<z.output<typeof summarySchema>>('PullSummary').implement({
  description: 'What became of the articles of a pull.',
  fields: (t) => ({
    created: t.exposeInt('created', { description: 'New ones.' }),
    updated: t.exposeInt('updated', { description: 'Changed ones.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Those that were stored like this.' }),
    stale: t.exposeInt('stale', { description: 'Those of which a newer state was stored.' }),
    failed: t.exposeInt('failed', { description: 'Those that were refused.' }),
    skipped: t.exposeInt('skipped', {
      description: 'What is not meant to be an article, such as a page of the site.',
    }),
  }),
})

export const SourcePull = builder.objectRef<PullColumns>('SourcePull').implement({
  description: 'How a source is fetched, and how the last time went.',
  fields: (t) => ({
    url: t.expose('pullUrl', { type: 'URL', description: 'From where.' }),
    format: t.field({
      type: ImportFormatEnum,
      description: 'What is there.',
      resolve: ({ pullFormat }): ImportFormat => toImportFormat(pullFormat),
    }),
    minutes: t.exposeInt('pullMinutes', {
      nullable: true,
      description: 'How often; null: only when asked.',
    }),
    startedAt: t.expose('pullStartedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last pull began.',
    }),
    finishedAt: t.expose('pullFinishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null while it runs.',
    }),
    nextAt: t.expose('pullNextAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the next is due; null where none is planned, or the first.',
    }),
    error: t.exposeString('pullError', {
      nullable: true,
      description: 'Why the last one failed, or refused an article.',
    }),
    failures: t.exposeInt('pullFailures', {
      description: 'How many failed in a row; each doubles the pause, up to a day.',
    }),
    summary: t.field({
      type: PullSummary,
      nullable: true,
      description: 'Of the last one that did not fail.',
      resolve: ({ pullSummary }) => summarySchema.safeParse(pullSummary).data ?? null,
    }),
  }),
})
