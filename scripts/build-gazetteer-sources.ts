import { readFileSync } from 'node:fs'

const FOLDER = new URL('../src/extraction/gazetteer/sources/', import.meta.url)

/** The lines of a hand-written list, without comments. */
export function readSource(file: string): string[] {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** "a, b, c" */
export const splitNames = (list: string): string[] => list.split(',').map((name) => name.trim())
