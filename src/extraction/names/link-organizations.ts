import type { Name } from './name.ts'
import { spanText, textBetween } from './name.ts'
import { withoutHead } from './recover-names.ts'

const ACRONYM = /^\p{Lu}[\p{Lu}.]{1,7}$/u

/**
 * Puts mentions of the same organization together: equal names, acronyms with the name that they
 * stand for ("World Health Organization (WHO)"), names without their head ("Wagner" for Wagner
 * Group) and without what stands before it ("Defense Ministry" for Russian Defense Ministry, where
 * only one fits).
 */
export function linkOrganizations(names: readonly Name[]): Name[][] {
  const forms = [...new Set(names.map(spanText))]
  const introduced = acronymsOf(names)
  const parents = new Map(
    forms.map((form) => [form, introduced.get(form) ?? fullFormOf(form, forms) ?? form] as const),
  )
  const groups = new Map<string, Name[]>()
  for (const name of names) {
    const key = rootOf(spanText(name), parents)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
  }
  return [...groups.values()]
}

/** "WHO" -> "World Health Organization", where the text puts one in brackets after the other. */
function acronymsOf(names: readonly Name[]): Map<string, string> {
  const acronyms = new Map<string, string>()
  for (const [i, name] of names.entries()) {
    const next = names[i + 1]
    if (next?.document !== name.document || next.firstToken !== name.lastToken + 1) continue
    if (textBetween(name.document, name.lastToken, next.firstToken) !== '(') continue
    const acronym = spanText(next)
    if (ACRONYM.test(acronym)) acronyms.set(acronym, spanText(name))
  }
  return acronyms
}

function fullFormOf(form: string, forms: readonly string[]): string | null {
  const longer = forms.filter((other) => other.length > form.length)
  if (ACRONYM.test(form)) {
    return onlyOne(longer.filter((other) => initialsOf(other) === form.replaceAll('.', '')))
  }
  return (
    onlyOne(longer.filter((other) => withoutHead(other) === form)) ??
    onlyOne(form.includes(' ') ? longer.filter((other) => other.endsWith(` ${form}`)) : [])
  )
}

const onlyOne = (forms: readonly string[]): string | null =>
  forms.length === 1 ? (forms[0] ?? null) : null

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')

/** Follows short forms to the fullest; a longer form never points back, so this ends. */
function rootOf(form: string, parents: ReadonlyMap<string, string>): string {
  let root = form
  for (
    let parent = parents.get(root);
    parent !== undefined && parent.length > root.length;
    parent = parents.get(root)
  )
    root = parent
  return root
}
