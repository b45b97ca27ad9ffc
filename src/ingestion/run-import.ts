import type { IngestOutcome } from '../actions/decide-outcome.ts'
import type { IngestInput } from '../actions/ingest-input.ts'
import { AppError } from '../core/app-error.ts'
import {
  chooseImporter,
  type FoundFile,
  type ImportFormat,
  readImportFile,
  UnknownFormatError,
} from './import-files.ts'
import type { ImportItem, ImportOptions } from './importer.ts'

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

interface FailedItem {
  readonly where: string
  readonly reason: string
}

export interface ImportSummary {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly stale: number
  readonly failed: readonly FailedItem[]
  /** Files of a folder that are in no format that can be imported. */
  readonly skipped: readonly string[]
}

/**
 * Reads the files one after the other and hands each article to `ingest`. What cannot be read or is
 * refused with an AppError is a failed item, and the rest goes on; any other error is a bug and
 * stops the import. An import that was stopped can be repeated: ingesting twice changes nothing.
 */
export async function runImport(
  request: ImportRequest,
  ingest: (input: IngestInput) => Promise<IngestOutcome>,
  onProgress?: (progress: ImportProgress) => void,
): Promise<ImportSummary> {
  const { files } = request
  const counts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, STALE: 0 }
  const failed: FailedItem[] = []
  const skipped: string[] = []
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0)
  let bytesBefore = 0
  for (const [done, file] of files.entries()) {
    const report = (finished: number, bytes: number): void =>
      onProgress?.({
        done: done + finished,
        total: files.length,
        bytesDone: bytesBefore + Math.min(bytes, file.size),
        bytesTotal,
        articles: failed.length + Object.values(counts).reduce((sum, count) => sum + count),
      })
    for await (const item of readItems(file, request)) {
      const result = 'reason' in item ? item : await settle(item, ingest)
      if ('outcome' in result) counts[result.outcome] += 1
      else if ('skipped' in result && files.length > 1) skipped.push(item.where)
      else failed.push({ where: item.where, reason: result.reason })
      if (item.bytesRead !== undefined) report(0, item.bytesRead)
    }
    report(1, file.size)
    bytesBefore += file.size
  }
  const { CREATED: created, UPDATED: updated, UNCHANGED: unchanged, STALE: stale } = counts
  return { created, updated, unchanged, stale, failed, skipped }
}

async function* readItems(
  file: FoundFile,
  request: ImportRequest,
): AsyncIterable<ImportItem & { readonly skipped?: true }> {
  try {
    const loaded = await readImportFile(file)
    yield* chooseImporter(request.format, loaded).read(loaded, request)
  } catch (error) {
    const item = { where: file.path, reason: reasonOf(error) }
    yield error instanceof UnknownFormatError ? { ...item, skipped: true as const } : item
  }
}

async function settle(
  { input }: { readonly input: IngestInput },
  ingest: (input: IngestInput) => Promise<IngestOutcome>,
): Promise<{ readonly outcome: IngestOutcome } | { readonly reason: string }> {
  try {
    return { outcome: await ingest(input) }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

/** The message for people; rethrows what is a bug. */
function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  throw error
}
