import type { Name } from './name.ts'
import { spanText } from './name.ts'
import { shortForms } from './person-forms.ts'

/**
 * Reads people and organizations that stand in capitals as the rest of the article writes them, so
 * that "HRABAR" of a headline is the Hrabar of the text.
 */
export function readCapitals(names: readonly Name[]): Name[] {
  const forms = new Map<string, string>()
  for (const name of names) {
    const text = spanText(name)
    if (text === text.toUpperCase()) continue
    const short = name.type === 'PERSON' ? shortForms(text) : []
    for (const form of [...short, text]) forms.set(`${name.type} ${form.toLowerCase()}`, form)
  }
  return names.map((name) => {
    const text = spanText(name)
    if (name.type === 'PLACE' || text !== text.toUpperCase()) return name
    const reading = forms.get(`${name.type} ${text.toLowerCase()}`)
    return reading === undefined ? name : { ...name, reading }
  })
}
