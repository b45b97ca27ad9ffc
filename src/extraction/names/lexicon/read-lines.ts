import { readFileSync } from 'node:fs'

/** The lines of a word list in this folder, without comments. */
export function readLines(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Reads a list when it is first asked for, and keeps it. */
export function lazily<T>(read: () => T): () => T {
  let value: { readonly read: T } | null = null
  return () => {
    value ??= { read: read() }
    return value.read
  }
}
