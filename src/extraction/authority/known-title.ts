import { readFileSync } from 'node:fs'
import { foldKey } from '../../core/fold-key.ts'
import { transliterationKey } from '../../core/transliteration-key.ts'
import type { FoundEntity } from '../extractor.ts'

/** The title of Wikipedia's page about a person or organization whose whole name means nobody else in the news; else null. */
export function knownTitle({ type, name }: Pick<FoundEntity, 'type' | 'name'>): string | null {
  if (type === 'PLACE') return null
  const { byName, bySpelling } = titles()
  const title = byName.get(`${type} ${foldKey(name)}`)
  if (title !== undefined || type !== 'PERSON' || !name.includes(' ')) return title ?? null
  return bySpelling.get(transliterationKey(name)) ?? null
}

/** The title about the one known person of this family name; null where there are several or none. */
export const titleOfFamilyName = (familyName: string): string | null =>
  titles().byFamilyName.get(transliterationKey(familyName)) ?? null

interface Titles {
  /** By type and folded name. */
  readonly byName: ReadonlyMap<string, string>
  /** Of people, by transliteration; without those that two people share. */
  readonly bySpelling: ReadonlyMap<string, string>
  readonly byFamilyName: ReadonlyMap<string, string>
}

let read: Titles | undefined
const titles = (): Titles => {
  read ??= readTitles()
  return read
}

function readTitles(): Titles {
  const byName = new Map<string, string>()
  const spellings = new Map<string, Set<string>>()
  const familyNames = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, title: string) => {
    map.set(key, (map.get(key) ?? new Set()).add(title))
  }
  const text = readFileSync(new URL('known-titles.tsv', import.meta.url), 'utf8')
  for (const line of text.trimEnd().split('\n')) {
    const [letter, title = '', ...others] = line.split('\t')
    const isPerson = letter === 'P'
    for (const name of [title, ...others]) {
      byName.set(`${isPerson ? 'PERSON' : 'ORGANIZATION'} ${foldKey(name)}`, title)
      if (!isPerson || !name.includes(' ')) continue
      add(spellings, transliterationKey(name), title)
      add(familyNames, transliterationKey(name.slice(name.lastIndexOf(' ') + 1)), title)
    }
  }
  return { byName, bySpelling: onlyOnes(spellings), byFamilyName: onlyOnes(familyNames) }
}

const onlyOnes = (map: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string> =>
  new Map(
    [...map].flatMap(([key, [only, ...others]]) =>
      only === undefined || others.length > 0 ? [] : [[key, only] as const],
    ),
  )
