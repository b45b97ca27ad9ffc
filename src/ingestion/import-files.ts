import type { Dirent } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { InvalidInputError, NotFoundError } from '../core/app-error.ts'
import { IMPORT_FORMATS, type ImportFormat } from '../core/import-format.ts'
import { refuseBinaryFormat } from './binary-format.ts'
import type { Importer, ImportFile } from './importer.ts'
import { csvImporter } from './importers/csv-importer.ts'
import { feedImporter } from './importers/feed-importer.ts'
import { htmlImporter } from './importers/html-importer.ts'
import { jsonlImporter } from './importers/jsonl-importer.ts'
import { ninjsImporter, wordpressImporter } from './importers/payload-importer.ts'
import { textImporter } from './importers/text-importer.ts'
import { wxrImporter } from './importers/wxr-importer.ts'

/**
 * A file is read into memory whole, one at a time. JavaScript's strings end at 512 MiB, and a .json
 * array takes several times its size once parsed.
 */
export const MAX_FILE_BYTES = 256 * 1024 * 1024

/** In the order in which they are asked; the last takes any file without an extension. */
const IMPORTERS: readonly Importer[] = [
  wxrImporter,
  feedImporter,
  ninjsImporter,
  wordpressImporter,
  csvImporter,
  jsonlImporter,
  htmlImporter,
  textImporter,
]

/** A file that is there to be imported, not read yet. */
export interface FoundFile {
  readonly path: string
  /** Relative to the imported folder, with "/" between the parts on every system. */
  readonly name: string
  readonly size: number
  /** Of a file that was fetched: it is not on the disk. */
  readonly bytes?: Uint8Array
}

/**
 * The file, or all files in the folder and the folders in it, sorted by their names. Hidden files
 * are left out, links are followed, each folder is visited once.
 */
export async function collectFiles(path: string): Promise<readonly FoundFile[]> {
  const found = await stat(path).catch((error: unknown) => {
    if (!isFileError(error)) throw error
    throw new NotFoundError(
      `There is no file or folder "${path}" that can be read: check the path.`,
    )
  })
  if (found.isFile()) return [{ path, name: basename(path), size: found.size }]
  const files = await collectFolder(path, path, new Set())
  if (files.length > 0) return files
  throw new InvalidInputError(`"${path}" has no files to import: name a folder that has some.`)
}

async function collectFolder(
  root: string,
  folder: string,
  visited: Set<string>,
): Promise<readonly FoundFile[]> {
  const real = await realpath(folder)
  if (visited.has(real)) return []
  visited.add(real)
  const files: FoundFile[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted(byName)) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory()) files.push(...(await collectFolder(root, path, visited)))
    // A broken link stays in the list, so that reading it is reported.
    if (found?.isFile() || (found === null && entry.isSymbolicLink())) {
      const name = relative(root, path).split(sep).join('/')
      files.push({ path, name, size: found?.size ?? 0 })
    }
  }
  return files
}

/** By code units: the same order in every locale. */
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1)

/** Throws InvalidInputError, without the file's name, for a file that cannot be read. */
export async function readImportFile({ path, name, size, bytes }: FoundFile): Promise<ImportFile> {
  if (size > MAX_FILE_BYTES) {
    const [actual, most] = [size, MAX_FILE_BYTES].map((bytes) => Math.ceil(bytes / 1024 / 1024))
    throw new InvalidInputError(
      `The file has ${actual} MB, and ${most} MB are the most: divide it.`,
    )
  }
  if (bytes !== undefined) return { path, name, bytes }
  try {
    return { path, name, bytes: await readFile(path) }
  } catch (error) {
    if (!isFileError(error)) throw error
    throw new InvalidInputError(`The file cannot be read (${error.code}): check its permissions.`)
  }
}

/** No importer takes the file. In a folder that is no fault: it may hold other things too. */
export class UnknownFormatError extends InvalidInputError {}

/**
 * The importer of a format, or with "auto" the first that accepts the file.
 *
 * @throws {UnknownFormatError} where there is none
 */
export function chooseImporter(format: ImportFormat, file: ImportFile): Importer {
  const importer = IMPORTERS.find((candidate) =>
    format === 'auto' ? candidate.accepts(file) : candidate.format === format,
  )
  if (importer) return importer
  refuseBinaryFormat(file.bytes)
  const formats = IMPORT_FORMATS.slice(1).join(', ')
  throw new UnknownFormatError(
    `The file is in no format that can be imported (${formats}): leave it out, or name its format.`,
  )
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
