import { monthOf, weekdayOf } from '../dates/calendar.ts'
import type { NumberReading } from '../numbers/number-reading.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'

/** Words that number their kind whatever follows: "Article 5 of the treaty", "Boeing 737 jets". */
const NUMBERED = new Set(
  (
    'no. nos. # article section chapter page p. pp. vol. volume table paragraph clause rule ' +
    'resolution protocol phase tier boeing airbus flight route highway interstate motorway platform ' +
    'gate terminal channel formula lane ward apollo covid iphone playstation xbox windows psalm ' +
    'wrestlemania opus op. expo cop agenda falcon matchday proposition amendment exhibit psalm'
  ).split(' '),
)
/** Words that do so only where no counted noun follows: "in case 3", not "in one case 3 people". */
const NUMBERING = new Set(
  (
    'number figure stage level category grade class type mark model series version road line room ' +
    'floor unit block building reactor radio group pool stall division district precinct zone ' +
    'sector area brigade regiment battalion league round game episode season week day leg lap hole ' +
    'set bill measure title item case lot count verse bowl century fifa uefa vision horizon mach ' +
    'starship soyuz world war part act scene size age'
  ).split(' '),
)
const MAX_LABEL = 10_000

/** Whether a number is a name or a place in an order: "No. 10", "Boeing 737", "Formula One". */
export function isLabel(passage: Passage, number: NumberReading): boolean {
  const { kind, first, next, value } = number
  if (kind !== 'COUNT' || value === null || value >= MAX_LABEL) return false
  const before = tokenAt(passage, first - 1)
  const own = tokenAt(passage, first)?.text ?? ''
  if (!before || /[,.]/.test(own)) return false
  const isWritten = /^\d+$/.test(own) || /^\p{Lu}\p{Ll}/u.test(own)
  if (!isWritten) return false
  if (NUMBERED.has(before.lower) || isAirliner(passage, number)) return true
  // "the Group of Seven"
  const isGroup = before.lower === 'of' && /^\p{Lu}\p{Ll}/u.test(own)
  if (isGroup && /^\p{Lu}/u.test(tokenAt(passage, first - 2)?.text ?? '')) return true
  if (NUMBERING.has(before.lower)) return !isCounted(passage, next)
  if (!isAfterName(passage, number) || isSaidOf(passage, next)) return false
  return !isCounted(passage, next) || isModel(passage, number)
}

/** "11 more 737 MAX jets": Boeing's numbers stand without its name too. */
const isAirliner = (passage: Passage, { first, next }: NumberReading): boolean =>
  /^7[0-9]7$/.test(wordAt(passage, first)) &&
  (/^(?:max|dreamliner)s?$/.test(wordAt(passage, next)) ||
    /^(?:more|new|additional|further|used)$/.test(wordAt(passage, first - 1)))

const isCounted = (passage: Passage, at: number): boolean =>
  /^(?:NOUN|ADJ)$/.test(posAt(passage, at)) || wordAt(passage, at) === 'of'

/** "In Kyiv 3 were killed": a verb shows that the number counts. */
const isSaidOf = (passage: Passage, at: number): boolean =>
  /^(?:VERB|AUX)$/.test(posAt(passage, at))

function isAfterName(passage: Passage, { first }: NumberReading): boolean {
  const before = tokenAt(passage, first - 1)
  if (!before || passage.titleCase || first - 1 === passage.first) return false
  if (isGoingOn(passage, first - 1)) return false
  return before.pos === 'PROPN' && /^\p{Lu}/u.test(before.text)
}

/** "the Union held 139 seats and the League 128": the noun is left out, the name is no label. */
function isGoingOn(passage: Passage, name: number): boolean {
  let at = name
  while (/^(?:PROPN|DET|ADJ)$/.test(posAt(passage, at)) && at > name - 7) at -= 1
  if (!/^(?:and|,|;)$/.test(wordAt(passage, at))) return false
  for (let i = at - 1; i > at - 10; i -= 1) if (posAt(passage, i) === 'NUM') return true
  return false
}

const isTime = (word: string): boolean =>
  weekdayOf(word) !== undefined || monthOf(word) !== undefined

/** "the Mirage 2000 jets", but "in Port Lind 300 people": there the name follows a preposition. */
function isModel(passage: Passage, { first, value }: NumberReading): boolean {
  if (value === null || isTime(wordAt(passage, first - 1))) return false
  let at = first - 1
  while (at > first - 6 && posAt(passage, at) === 'PROPN') at -= 1
  // "a Learjet 45 aircraft"
  if (/^an?$/.test(wordAt(passage, at))) return true
  if (value < 100) return false
  while (/^(?:DET|ADJ)$/.test(posAt(passage, at))) at -= 1
  return at > passage.first && posAt(passage, at) !== 'ADP' && posAt(passage, at) !== 'PUNCT'
}
