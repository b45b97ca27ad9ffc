import type { Name } from './name.ts'
import { spanText } from './name.ts'
import { nameWords, shortForms } from './person-forms.ts'

/**
 * Puts mentions of the same person together: equal names, names that differ in middle names
 * ("Donald J. Trump"), and short forms with the last full name before them, else the first after.
 */
export function linkPeople(names: readonly Name[]): Name[][] {
  const groups = new Map<string, Name[]>()
  const latest = new Map<string, string>()
  const earliest = new Map<string, string>()
  const fullNames = names.map(spanText).filter((text) => text.includes(' '))
  for (const full of fullNames) {
    for (const form of shortForms(full)) if (!earliest.has(form)) earliest.set(form, keyOf(full))
  }
  for (const name of names) {
    const text = spanText(name)
    const short = latest.get(text) ?? earliest.get(text)
    const key = text.includes(' ') && !isTailOf(text, short) ? keyOf(text) : (short ?? text)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
    if (key === keyOf(text)) for (const form of shortForms(text)) latest.set(form, key)
  }
  return [...groups.values()]
}

/** First and last word: middle names and initials come and go. */
function keyOf(name: string): string {
  const words = nameWords(name)
  return words.length > 2 ? `${words[0]} ${words.at(-1)}` : words.join(' ')
}

/** "López Obrador" is a short form if Andrés Manuel López Obrador is in the text. */
const isTailOf = (text: string, full: string | undefined): boolean =>
  full !== undefined && full !== keyOf(text)
