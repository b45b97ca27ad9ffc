import { DROPPABLE_HEADS } from './lexicon/organization-words.ts'
import type { Name } from './name.ts'
import { spanText, textBetween } from './name.ts'

const ACRONYM = /^\p{Lu}[\p{Lu}.]{1,7}$/u

/**
 * Puts mentions of the same organization together: equal names, acronyms with the name that they
 * stand for ("World Health Organization (WHO)"), names without their head ("Wagner" for Wagner
 * Group) and without what stands before it ("Defense Ministry" for Russian Defense Ministry, where
 * only one fits).
 */
export function linkOrganizations(names: readonly Name[]): Name[][] {
  const parents = new Map([...shortForms(names), ...acronymsOf(names)])
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
    if (isAcronym(acronym)) acronyms.set(acronym, spanText(name))
  }
  return acronyms
}

/** Short form -> full form, for those that only one full form in the text can mean. */
function shortForms(names: readonly Name[]): Map<string, string> {
  const forms = new Set(names.map(spanText))
  const fullForms = new Map<string, Set<string>>()
  const add = (short: string, full: string): void => {
    if (short === full || !forms.has(short)) return
    fullForms.set(short, (fullForms.get(short) ?? new Set()).add(full))
  }
  const acronyms = new Map(
    [...forms].filter(isAcronym).map((form) => [form.replaceAll('.', ''), form]),
  )
  for (const form of forms) {
    if (isAcronym(form)) continue
    add(acronyms.get(initialsOf(form)) ?? form, form)
    add(withoutHead(form), form)
    for (const tail of tailsOf(form)) add(tail, form)
  }
  return new Map(
    [...fullForms].flatMap(([short, [full, ...others]]) =>
      full === undefined || others.length > 0 ? [] : [[short, full] as const],
    ),
  )
}

/** "Wagner" of "Wagner Group". */
export function withoutHead(organization: string): string {
  const words = organization.split(' ')
  while (words.length > 1 && DROPPABLE_HEADS.has(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return words.join(' ')
}

const isAcronym = (form: string): boolean => ACRONYM.test(form)

/** "Defense Ministry" of "Russian Defense Ministry"; two words at least, or it might mean anything. */
function tailsOf(form: string): string[] {
  const words = form.split(' ')
  return words.slice(1, -1).map((_, i) => words.slice(i + 1).join(' '))
}

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
