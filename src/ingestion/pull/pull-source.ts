import type { ActionContext } from '../../actions/action-context.ts'
import { type PreparedArticle, prepareArticle, storeArticle } from '../../actions/ingest-article.ts'
import { finishPull, startPull } from '../../actions/record-pull.ts'
import { removeArticle } from '../../actions/remove-article.ts'
import { AppError, ConflictError, NotFoundError } from '../../core/app-error.ts'
import { toImportFormat } from '../../core/import-format.ts'
import type { GuardedFetch } from '../../net/guarded-fetch.ts'
import { type ImportSummary, type Ingest, runImport } from '../run-import.ts'
import { fetchFiles } from './fetch-files.ts'
import { nextPull } from './next-pull.ts'

export interface PullContext extends Omit<ActionContext, 'now'> {
  readonly client: GuardedFetch
  readonly clock: () => Date
  /** From 0 to 1, for the time of the next pull. */
  readonly random: () => number
}

const UNKNOWN = { etag: null, lastModified: null }

const NOTHING: ImportSummary = {
  created: 0,
  updated: 0,
  unchanged: 0,
  stale: 0,
  failed: [],
  skipped: [],
}

/**
 * Fetches what a source has and takes it in; what it says of changes is remembered for the next time. How it went is
 * written down, also when it failed.
 *
 * Throws NotFoundError for an unknown source, ConflictError for one that is disabled or has no address to pull from,
 * and RemoteError where the server does not give what it should.
 */
export async function pullSource(context: PullContext, slug: string): Promise<ImportSummary> {
  const { db, client, clock } = context
  const source = await db.source.findUnique({ where: { slug } })
  if (source === null) {
    throw new NotFoundError(`There is no source "${slug}": see "dateline sources list".`)
  }
  if (source.pullUrl === null) {
    throw new ConflictError(
      `The source "${slug}" has no address to pull from: set one with "dateline sources add ${slug} --pull-url".`,
    )
  }
  if (!source.enabled) {
    throw new ConflictError(`The source "${slug}" is disabled: enable it with upsertSource.`)
  }
  const plan = (failures: number) => ({
    failures,
    nextAt:
      source.pullMinutes === null
        ? null
        : nextPull({
            now: clock(),
            minutes: source.pullMinutes,
            failures,
            random: context.random(),
          }),
  })
  const ingest: Ingest<PreparedArticle> = {
    prepare: (input) => prepareArticle({ ...context, now: clock() }, input),
    store: async (prepared) => (await storeArticle({ ...context, now: clock() }, prepared)).outcome,
    remove: async ({ externalId, at }) => {
      const removal = { sourceId: source.id, externalId, at }
      const { articleId, outcome } = await removeArticle({ ...context, now: clock() }, removal)
      return articleId === null ? null : outcome
    },
  }
  await startPull({ ...context, now: clock() }, source.id)
  let summary = NOTHING
  let since: Date | null = null
  let state = {
    etag: source.pullEtag,
    lastModified: source.pullLastModified,
    modifiedAt: source.pullModifiedAt,
  }
  try {
    const files = fetchFiles(client, {
      url: source.pullUrl,
      format: toImportFormat(source.pullFormat),
      credentials: source.pullCredentials,
      etag: state.etag,
      lastModified: state.lastModified,
      since: state.modifiedAt,
    })
    for await (const { file, etag, lastModified, answeredAt } of files) {
      since ??= answeredAt ?? clock()
      const request = { files: [file], format: toImportFormat(source.pullFormat), source: slug }
      const imported = await runImport({ ...request, publishedAt: null }, ingest)
      summary = addUp(summary, imported)
      // What was refused is tried again, though the server has nothing new.
      const isWhole = imported.failed.length === 0
      state = { ...state, ...(isWhole ? { etag, lastModified } : UNKNOWN) }
    }
    // What was changed while it was fetched is asked for again.
    state = { ...state, modifiedAt: since ?? state.modifiedAt }
    const done = { sourceId: source.id, ...plan(0), ...state, summary, error: null }
    await finishPull({ ...context, now: clock() }, done)
    return summary
  } catch (error) {
    const message = error instanceof AppError ? error.message : 'Unexpected error: it was logged.'
    const failed = plan(source.pullFailures + 1)
    const result = { sourceId: source.id, ...failed, summary: null, error: message }
    await finishPull({ ...context, now: clock() }, result)
    throw error
  }
}

function addUp(a: ImportSummary, b: ImportSummary): ImportSummary {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    stale: a.stale + b.stale,
    failed: [...a.failed, ...b.failed],
    skipped: [...a.skipped, ...b.skipped],
  }
}
