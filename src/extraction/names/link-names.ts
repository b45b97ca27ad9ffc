import type { Name } from './name.ts'
import { spanText } from './name.ts'

/** Puts names of the same thing together: equal forms, and surnames with the full name. */
export function linkNames(names: readonly Name[]): Name[][] {
  const bySurname = new Map<string, string>()
  for (const name of names) {
    const text = spanText(name)
    const surname = text.split(' ').at(-1) ?? text
    if (name.type === 'PERSON' && surname !== text) bySurname.set(surname, text)
  }
  const groups = new Map<string, Name[]>()
  for (const name of names) {
    const text = spanText(name)
    const full = bySurname.get(text)
    const linked: Name = full === undefined ? name : { ...name, type: 'PERSON' }
    const key = `${linked.type} ${full ?? text}`
    groups.set(key, [...(groups.get(key) ?? []), linked])
  }
  return [...groups.values()]
}
