import type { ImportFile } from './importer.ts'

/** What a file without an id of its own is known by: its name in the folder, without extension. */
export function externalIdOf({ name }: ImportFile): string {
  return name.replace(/(?<=[^/])\.[^/.]+$/, '')
}
