import { availableParallelism } from 'node:os'
import { requireScope } from '../auth/actor.ts'
import { NotFoundError } from '../core/app-error.ts'
import { EXTRACTOR_KINDS, toExtractorKind } from '../core/extractor-kind.ts'
import { mapInOrder } from '../core/map-in-order.ts'
import type { Db } from '../db/client.ts'
import { chooseExtractor, type Extractors } from '../extraction/extractors.ts'
import type { ActionContext } from './action-context.ts'
import { completeAliases } from './complete-aliases.ts'
import { nestStoredPlaces } from './nest-places.ts'
import { rereadArticle, storeReread } from './reprocess-article.ts'

export interface ReprocessSummary {
  readonly reprocessed: number
  readonly unchanged: number
  /** Articles that are as they were, because the remote extractor did not read them. */
  readonly failed: readonly { readonly article: string; readonly reason: string }[]
}

export interface ReprocessProgress {
  readonly done: number
  readonly total: number
}

const IDS_AT_ONCE = 200

/** Articles that are read at once: enough that no core waits while one is stored. */
const READ_AHEAD = 2 * availableParallelism()

/**
 * Reads again all articles that another extractor or another version read; with `all`, every article.
 * They are stored in the order of their ids, each in one transaction, so a run that was stopped is
 * finished by the next. Before that, places that have no parent yet get the one that the gazetteer knows,
 * and names from before there were keys of spellings get theirs.
 *
 * @param source the slug of the only source to look at, or null for all
 * @throws NotFoundError where there is no such source
 */
export async function reprocessArticles(
  context: ActionContext,
  { source, all }: { readonly source: string | null; readonly all: boolean },
  onProgress?: (progress: ReprocessProgress) => void,
): Promise<ReprocessSummary> {
  const { db, actor, extractors } = context
  requireScope(actor, 'ADMIN')
  if (source !== null && (await db.source.count({ where: { slug: source } })) === 0) {
    throw new NotFoundError(`There is no source "${source}": see "dateline sources list".`)
  }
  await nestStoredPlaces(db)
  await completeAliases(db)
  const wanted = {
    ...(source !== null && { source: { slug: source } }),
    currentRevisionId: { not: null },
    ...(!all && { OR: await outdated(db, extractors) }),
  }
  const total = await db.article.count({ where: wanted })
  const counts = { REPROCESSED: 0, UNCHANGED: 0 }
  const failed = []
  let done = 0
  const rereads = mapInOrder(readTargets(db, wanted), READ_AHEAD, async ({ id, slug }) => ({
    slug,
    reread: await rereadArticle(context, { articleId: id, all }),
  }))
  for await (const { slug, reread } of rereads) {
    const result = await storeReread(context, reread)
    if (result.outcome === 'FAILED') failed.push({ article: slug, reason: result.reason })
    else counts[result.outcome] += 1
    done += 1
    onProgress?.({ done, total })
  }
  return { reprocessed: counts.REPROCESSED, unchanged: counts.UNCHANGED, failed }
}

async function* readTargets(db: Db, wanted: object) {
  let last = 0
  for (;;) {
    const articles = await db.article.findMany({
      where: { AND: [wanted, { id: { gt: last } }] },
      orderBy: { id: 'asc' },
      take: IDS_AT_ONCE,
      select: { id: true, slug: true },
    })
    yield* articles
    last = articles.at(-1)?.id ?? last
    if (articles.length < IDS_AT_ONCE) return
  }
}

/** Articles whose current text was not read by what their source now asks for. */
async function outdated(db: Db, extractors: Extractors) {
  const stored = await db.source.findMany({ distinct: ['extractor'], select: { extractor: true } })
  return EXTRACTOR_KINDS.flatMap((kind) => {
    const choices = stored
      .map(({ extractor }) => extractor)
      .filter((choice) => toExtractorKind(choice) === kind)
    if (choices.length === 0) return []
    const { name, version } = chooseExtractor(extractors, kind)
    return {
      source: { extractor: { in: choices } },
      currentRevision: { NOT: { extractorName: name, extractorVersion: version } },
    }
  })
}
