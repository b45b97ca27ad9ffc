import type { EntityType } from '../extractor.ts'
import type { Name, NameSpan } from './name.ts'
import { spanText } from './name.ts'

const TITLE =
  /^(?:(?:(?:Prime|Foreign|Defen[cs]e|Interior|Finance|Health) )?Minister|(?:Vice )?President|General(?! Staff)|Colonel|Governor|Mayor|Chancellor|Senator|King|Queen|Pope|Dr\.?|Mrs?\.?|Ms\.?) (?=\p{Lu})/u
const ORGANIZATION =
  /\b(?:Ministry|Army|Force|Forces|Bank|Party|University|Inc|Staff|Council|Committee|Agency|Police|Court|Union|Group|Company|Parliament|Telegram)\b|^\p{Lu}{2,}$/u
const DEMONYM = /^\p{Lu}\p{L}+(?:ian|ish|ese|ean|can)s?$/u
const PLACE_BEFORE = new Set(['in', 'from', 'near', 'of', 'at', 'on', 'over', 'to', 'capital'])

/** Decides what each run names, and drops the runs that name nothing. */
export function typeNames(spans: readonly NameSpan[]): Name[] {
  return spans.flatMap((span) => {
    const text = spanText(span)
    if (DEMONYM.test(text)) return []
    const title = TITLE.exec(text)?.[0] ?? ''
    const cut = title === '' ? 0 : title.trim().split(' ').length
    const firstToken = span.firstToken + cut
    const type = title === '' ? typeOf(span, text) : 'PERSON'
    return [{ ...span, firstToken, type, jobTitle: title.trim() || null, confidence: 0.5 }]
  })
}

function typeOf({ document, firstToken }: NameSpan, text: string): EntityType {
  if (ORGANIZATION.test(text) && !/^U\.?S\.?$/.test(text)) return 'ORGANIZATION'
  if (/ (?:Street|Square|River|Airport|Sea|States)$/.test(text)) return 'PLACE'
  const before = document.tokens[firstToken - 1]?.lower ?? ''
  if (PLACE_BEFORE.has(before)) return 'PLACE'
  return text.includes(' ') ? 'PERSON' : 'PLACE'
}
