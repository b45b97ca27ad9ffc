import type { ImportFormat } from '../core/import-format.ts'
import { collectFiles, type FoundFile } from '../ingestion/import-files.ts'
import { fetchFiles } from '../ingestion/pull/fetch-files.ts'
import { withClient } from './with-client.ts'

/** The files at a path, or what is at an http or https address. */
export async function findFiles(
  place: string,
  { format, credentials }: { readonly format: ImportFormat; readonly credentials: string | null },
): Promise<readonly FoundFile[]> {
  if (!/^https?:\/\//i.test(place)) return collectFiles(place)
  return withClient(async (client) => {
    const request = { url: place, format, credentials, etag: null, lastModified: null, since: null }
    const files: FoundFile[] = []
    for await (const { file } of fetchFiles(client, request)) files.push(file)
    return files
  })
}
