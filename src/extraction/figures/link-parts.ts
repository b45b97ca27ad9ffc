import type { EventWords } from './events/event-vocabulary.ts'
import { eventNamed } from './events/event-words.ts'
import type { FigureDraft } from './figure-draft.ts'
import { wordAt } from './passage.ts'

/** Events that can only happen to what another event put there. */
const WHOLE_OF: Readonly<Record<string, string>> = { intercepted: 'launched' }
const LOOK_BACK = 8

/** What must have happened to the whole of which a part was so treated: what was intercepted was launched. */
export function wholeEvent(words: EventWords | null): EventWords | null {
  const event = WHOLE_OF[words?.event ?? '']
  return event === undefined ? null : eventNamed(event)
}

/**
 * For each figure the index of the whole that it counts a part of, or null: "28 of 31", "of which
 * 587", "including 12 children", and what was intercepted of what one speaker says was launched.
 */
export function linkParts(drafts: readonly FigureDraft[]): (number | null)[] {
  return drafts.map((draft, i) => {
    const { part } = draft.site
    if (draft.site.number.kind !== 'COUNT') return null
    if (part === 'OF_NUMBER') return wholeAfter(drafts, i)
    if (part === 'OF_PRONOUN' || part === 'INCLUDED') return wholeBefore(drafts, i, part)
    return (
      pairedWhole(drafts, i) ??
      (isAfterOfWhich(draft) ? wholeBefore(drafts, i, 'OF_PRONOUN') : null)
    )
  })
}

/** "28 of 31 drones": the next number counts the same noun. */
function wholeAfter(drafts: readonly FigureDraft[], i: number): number | null {
  const [part, whole] = [drafts[i]?.site, drafts[i + 1]?.site]
  if (!part || whole?.passage !== part.passage || whole.number.kind !== 'COUNT') return null
  return whole.phrase?.first === part.phrase?.first ? i + 1 : null
}

const wordsOf = (draft: FigureDraft | undefined): string | null => draft?.words?.event ?? null

/** The same thing launched, said by the same speaker in the same sentence or the one before. */
function pairedWhole(drafts: readonly FigureDraft[], i: number): number | null {
  const draft = drafts[i]
  const whole = WHOLE_OF[wordsOf(draft) ?? '']
  if (!draft || !whole) return null
  const near = [...Array(LOOK_BACK).keys()].flatMap((step) => [i - 1 - step, i + 1 + step])
  const found = near.find((at) => {
    const other = drafts[at]
    return (
      other !== undefined &&
      wordsOf(other) === whole &&
      other.thing.key === draft.thing.key &&
      sameSpeaker(other, draft) &&
      Math.abs(other.sentence - draft.sentence) <= 1
    )
  })
  return found ?? null
}

/** The nearest figure before that can contain this one, of the same noun if there is one. */
function wholeBefore(
  drafts: readonly FigureDraft[],
  i: number,
  part: 'OF_PRONOUN' | 'INCLUDED',
): number | null {
  const draft = drafts[i]
  if (!draft) return null
  let nearest: number | null = null
  for (let at = i - 1; at >= Math.max(0, i - LOOK_BACK); at -= 1) {
    const other = drafts[at]
    if (!other || draft.sentence - other.sentence > 1) break
    if (other.site.number.kind !== 'COUNT' || other.site.part === part) continue
    if (other.thing.key === draft.thing.key && wordsOf(other) === wordsOf(draft)) return at
    nearest ??= isSmaller(draft, other) ? at : null
  }
  return nearest
}

const isSmaller = ({ site: { number } }: FigureDraft, whole: FigureDraft): boolean =>
  number.value === null ||
  whole.site.number.value === null ||
  number.value <= whole.site.number.value

function isAfterOfWhich({ site: { passage, first } }: FigureDraft): boolean {
  for (let at = first - 1; at > first - LOOK_BACK; at -= 1) {
    if (/^(?:which|whom)$/.test(wordAt(passage, at)) && wordAt(passage, at - 1) === 'of')
      return true
    if (/^[.,;]$/.test(wordAt(passage, at))) return false
  }
  return false
}

const sameSpeaker = (a: FigureDraft, b: FigureDraft): boolean =>
  a.attribution.kind === b.attribution.kind && a.attribution.label === b.attribution.label

/** Whoever intercepts what was launched is whom it was launched at, where the text names no target. */
export function aimAtInterceptors(
  drafts: readonly FigureDraft[],
  wholes: readonly (number | null)[],
): FigureDraft[] {
  const aimed = [...drafts]
  for (const [i, draft] of drafts.entries()) {
    const at = wholes[i] ?? -1
    const whole = aimed[at]
    const { actor } = draft.parties
    if (!whole || whole.parties.target || wordsOf(draft) !== 'intercepted') continue
    if (actor && actor !== whole.parties.actor) {
      aimed[at] = { ...whole, parties: { ...whole.parties, target: actor } }
    }
  }
  return aimed
}
