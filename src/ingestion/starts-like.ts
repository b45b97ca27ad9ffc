import type { ImportFile } from './importer.ts'

/** How far into a file its format must show. */
const LOOKED_AT = 64 * 1024

/** Whether the beginning of a file has what the pattern looks for; good enough for ASCII in UTF-8 and UTF-16. */
export function startsLike({ bytes }: ImportFile, pattern: RegExp): boolean {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1').replaceAll('\0', '')
  return pattern.test(start)
}
