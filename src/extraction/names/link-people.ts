import type { Name } from './name.ts'
import { spanText } from './name.ts'
import { nameWords, shortForms, withSmallParticle } from './person-forms.ts'

const INITIAL = /^\p{Lu}\.? /u

/**
 * Puts mentions of the same person together: equal names, names that differ in middle names
 * ("Donald J. Trump"), an initial with the only first name that it fits ("J. Smith"), and short
 * forms with the last full name before them, else the first after.
 */
export function linkPeople(names: readonly Name[]): Name[][] {
  const groups = new Map<string, Name[]>()
  const latest = new Map<string, string>()
  const earliest = new Map<string, string>()
  const fullNames = names.map(formOf).filter((text) => text.includes(' '))
  const spelledOut = keysByInitial(fullNames)
  for (const full of fullNames) {
    for (const form of shortForms(full)) if (!earliest.has(form)) earliest.set(form, keyOf(full))
  }
  for (const name of names) {
    const text = formOf(name)
    const short = latest.get(text) ?? earliest.get(text)
    const written = text.includes(' ') && !isTailOf(text, short) ? keyOf(text) : (short ?? text)
    const key = spelledOut.get(written) ?? written
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
    if (written === keyOf(text)) for (const form of shortForms(text)) latest.set(form, key)
  }
  return [...groups.values()]
}

const formOf = (name: Name): string => withSmallParticle(spanText(name))

/** "J. Smith" and "J Smith" -> "Jenny Smith", where no other full name of the text begins so. */
function keysByInitial(fullNames: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string | null>()
  for (const key of new Set(fullNames.map(keyOf))) {
    if (INITIAL.test(key)) continue
    for (const short of [key.replace(/^(.)\S*/u, '$1.'), key.replace(/^(.)\S*/u, '$1')])
      keys.set(short, keys.has(short) ? null : key)
  }
  return new Map([...keys].flatMap(([short, key]) => (key === null ? [] : [[short, key] as const])))
}

/** First and last word: middle names and initials come and go. */
function keyOf(name: string): string {
  const words = nameWords(name)
  return words.length > 2 ? `${words[0]} ${words.at(-1)}` : words.join(' ')
}

/** "López Obrador" is a short form if Andrés Manuel López Obrador is in the text. */
const isTailOf = (text: string, full: string | undefined): boolean =>
  full !== undefined && full !== keyOf(text)
