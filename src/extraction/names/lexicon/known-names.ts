import type { EntityType } from '../../extractor.ts'
import { lazily, readLines } from './read-lines.ts'

const TYPES: Readonly<Record<string, EntityType>> = {
  P: 'PERSON',
  O: 'ORGANIZATION',
  L: 'PLACE',
}

const knownNames = lazily(() => {
  const names = new Map<string, EntityType>()
  for (const line of readLines('known-names.tsv')) {
    const [name = '', letter = ''] = line.split('\t')
    const type = TYPES[letter]
    if (type !== undefined) names.set(name, type)
  }
  for (const name of readLines('well-known.txt')) names.set(name, 'ORGANIZATION')
  return names
})

/** What a name in the news usually is; the text has the last word. */
export function knownType(name: string): EntityType | null {
  return knownNames().get(name.replaceAll('’', "'")) ?? null
}
