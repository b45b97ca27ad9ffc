import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import type { CueContext } from './find-cues.ts'
import { phraseEnd } from './phrase-bounds.ts'
import { readSpeaker } from './read-speaker.ts'
import { withName } from './read-subject.ts'
import { readVia } from './read-via.ts'
import type { Cue } from './speaker.ts'

const INVERTIBLE =
  /^(?:said|says|wrote|writes|added|warned|explained|noted|insisted|claimed|stated|reported|announced|confirmed|complained|recalled|conceded|admitted|argued|lamented|cautioned|predicted|declared|stressed|acknowledged|reckoned|commented|remarked)$/

/** Reads `"…," said X`: the speaker stands after the verb, at the end or before a comma. */
export function readInvertedCue(passage: Passage, verb: number, context: CueContext): Cue | null {
  if (!INVERTIBLE.test(wordAt(passage, verb))) return null
  const before = wordAt(passage, verb - 1)
  if (before !== ',' && !/^["“”'‘’»«]+$/.test(before) && verb !== passage.first) return null
  // "…, the director, said at a briefing"
  if (posAt(passage, verb + 1) === 'ADP') return null
  const next = phraseEnd(passage, verb + 1, context)
  // ", said the number had doubled" goes on; ", said the mayor" closes.
  if (!/^(?:PUNCT|SPACE|ADP|PRON|ADV)$/.test(posAt(passage, next))) return null
  const found = readSpeaker(passage, context.index, verb + 1, next)
  const start = tokenAt(passage, verb)?.start
  if (!found || start === undefined) return null
  const isSaid = /^sa(?:id|ys)$/.test(wordAt(passage, verb))
  if (!isSaid && found.kind !== 'NAMED') return null
  const at = wordAt(passage, next) === ',' ? next + 1 : next
  const speaker = withName(passage, found, { at, context })
  const governs = isDescribed(passage, next) ? 'BEFORE' : 'BOTH'
  return { speaker, start, end: found.end, via: readVia(passage, next), governs, explicit: false }
}

/** ", said Roberts, who dived on 16 sites": what follows describes the speaker. */
function isDescribed(passage: Passage, next: number): boolean {
  if (wordAt(passage, next) !== ',') return false
  const word = wordAt(passage, next + 1)
  return /^(?:who|whose|which|a|an|the|of|its|head|chief|director)$/.test(word)
}
