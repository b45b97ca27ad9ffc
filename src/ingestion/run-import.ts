import { availableParallelism } from 'node:os'
import type { IngestOutcome } from '../actions/decide-outcome.ts'
import type { IngestInput } from '../actions/ingest-input.ts'
import { AppError } from '../core/app-error.ts'
import type { ImportFormat } from '../core/import-format.ts'
import { mapInOrder } from '../core/map-in-order.ts'
import {
  chooseImporter,
  type FoundFile,
  readImportFile,
  UnknownFormatError,
} from './import-files.ts'
import type { ImportItem, ImportOptions, RemovedItem } from './importer.ts'

export interface ImportRequest extends ImportOptions {
  readonly files: readonly FoundFile[]
  readonly format: ImportFormat
}

export interface ImportProgress {
  /** Files that are finished, of all. */
  readonly done: number
  readonly total: number
  /** Of all files together; moves on inside a large one. */
  readonly bytesDone: number
  readonly bytesTotal: number
  /** Articles so far, whatever became of them. */
  readonly articles: number
}

/** What did not become an article. */
export interface LeftOutItem {
  readonly where: string
  readonly reason: string
}

export interface ImportSummary {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly stale: number
  readonly failed: readonly LeftOutItem[]
  /** What is not meant to be an article: pages and pictures of a site, other files of a folder, what is not public. */
  readonly skipped: readonly LeftOutItem[]
}

/** What becomes of each article, in two steps. */
export interface Ingest<Prepared> {
  /** Writes nothing: it runs ahead, while articles before this one are stored. */
  prepare(input: IngestInput): Promise<Prepared>
  /** Runs for one article after the other, in the order of the files. */
  store(prepared: Prepared): Promise<IngestOutcome>
  /** Takes an article back; null where it never came in. Without it, what is taken back is skipped. */
  remove?(removed: RemovedItem): Promise<IngestOutcome | null>
}

/** Articles that are prepared at once: enough that no core waits while one is stored. */
const READ_AHEAD = 2 * availableParallelism()

/**
 * Reads the files one after the other and has each article prepared and stored. What cannot be read
 * or is refused with an AppError is a failed item, and the rest goes on; any other error is a bug and
 * stops the import. An import that was stopped can be repeated: ingesting twice changes nothing.
 */
export async function runImport<Prepared>(
  request: ImportRequest,
  ingest: Ingest<Prepared>,
  onProgress?: (progress: ImportProgress) => void,
): Promise<ImportSummary> {
  const { files } = request
  const counts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, STALE: 0 }
  const failed: LeftOutItem[] = []
  const skipped: LeftOutItem[] = []
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0)
  const prepare = async ({ item, ...position }: ImportStep) => {
    if (item === null || !('input' in item)) return { item, ...position }
    return { item: await attempt(item.where, () => ingest.prepare(item.input)), ...position }
  }
  const finish = async (item: PreparedItem<Prepared>): Promise<void> => {
    const { where } = item
    const result =
      'value' in item
        ? await attempt(where, () => ingest.store(item.value))
        : 'removed' in item
          ? await attempt(where, async () => (await ingest.remove?.(item.removed)) ?? null)
          : item
    if ('reason' in result) failed.push({ where, reason: result.reason })
    else if ('skipped' in result) skipped.push({ where, reason: result.skipped })
    else if (result.value !== null) counts[result.value] += 1
    else skipped.push({ where, reason: 'It is no longer public: nothing to import.' })
  }
  for await (const { item, done, bytesDone } of mapInOrder(
    readSteps(request),
    READ_AHEAD,
    prepare,
  )) {
    if (item !== null) await finish(item)
    if (bytesDone === null) continue
    const articles = failed.length + Object.values(counts).reduce((sum, count) => sum + count)
    onProgress?.({ done, total: files.length, bytesDone, bytesTotal, articles })
  }
  const { CREATED: created, UPDATED: updated, UNCHANGED: unchanged, STALE: stale } = counts
  return { created, updated, unchanged, stale, failed, skipped }
}

/** An item that only waits for its turn. */
type PreparedItem<Prepared> =
  | { readonly where: string; readonly value: Prepared }
  | Exclude<ImportItem, { readonly input: IngestInput }>

/** An item of a file, or null for the end of the file, with the progress once it is dealt with. */
interface ImportStep {
  readonly item: ImportItem | null
  readonly done: number
  /** Null where there is nothing to report. */
  readonly bytesDone: number | null
}

async function* readSteps(request: ImportRequest): AsyncIterable<ImportStep> {
  let bytesBefore = 0
  for (const [done, file] of request.files.entries()) {
    for await (const item of readItems(file, request)) {
      const bytes = item.bytesRead ?? null
      const bytesDone = bytes === null ? null : bytesBefore + Math.min(bytes, file.size)
      yield { item, done, bytesDone }
    }
    bytesBefore += file.size
    yield { item: null, done: done + 1, bytesDone: bytesBefore }
  }
}

async function* readItems(file: FoundFile, request: ImportRequest): AsyncIterable<ImportItem> {
  try {
    const loaded = await readImportFile(file)
    yield* chooseImporter(request.format, loaded).read(loaded, request)
  } catch (error) {
    const [where, reason] = [file.path, reasonOf(error)]
    const isOther = error instanceof UnknownFormatError && request.files.length > 1
    yield isOther ? { where, skipped: reason } : { where, reason }
  }
}

async function attempt<T>(
  where: string,
  work: () => Promise<T>,
): Promise<{ readonly where: string; readonly value: T } | LeftOutItem> {
  try {
    return { where, value: await work() }
  } catch (error) {
    return { where, reason: reasonOf(error) }
  }
}

/** The message for people; rethrows what is a bug. */
function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  throw error
}
