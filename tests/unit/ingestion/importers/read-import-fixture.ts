import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chooseImporter } from '../../../../src/ingestion/import-files.ts'
import type { ImportItem } from '../../../../src/ingestion/importer.ts'

const FOLDER = fileURLToPath(new URL('../../../fixtures/', import.meta.url))

/** The items of a file, as the importer reads it that accepts the file. */
export function readImportFixture(name: string, bytes?: Buffer): readonly ImportItem[] {
  const file = { path: name, name, bytes: bytes ?? readFileSync(`${FOLDER}${name}`) }
  return [...chooseImporter('auto', file).read(file, { source: 'courier', publishedAt: null })]
}
