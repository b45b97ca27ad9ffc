import type { IngestInput } from '../actions/ingest-input.ts'

/** What an importer makes of one file: one line per article, in the order of the file. */
export type ImportItem =
  | { readonly where: string; readonly input: IngestInput }
  /** This part of the file cannot be an article; the rest still can. `reason` says what to do. */
  | { readonly where: string; readonly reason: string }

export interface ImportOptions {
  /** Slug of the source that the articles belong to. */
  readonly source: string
  /** For formats that carry no time of their own. */
  readonly publishedAt: Date | null
}

export interface ImportFile {
  /** As given by the caller, for messages. */
  readonly path: string
  /** File name relative to the imported folder: a stable external id for formats without one. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One source format. `read` never throws for bad content: it says so in an item. */
export interface Importer {
  readonly format: string
  /** Whether the file looks like this format, judged by name and first bytes. */
  accepts(file: ImportFile): boolean
  read(file: ImportFile, options: ImportOptions): Iterable<ImportItem>
}
