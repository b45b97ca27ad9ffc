import { createHash } from 'node:crypto'

/** SHA-256, in hex, of a value's JSON with sorted keys: equal values have equal fingerprints. */
export function fingerprint(value: unknown): string {
  const json = JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
  return createHash('sha256').update(json).digest('hex')
}
