import { type Passage, tokenAt } from '../passage.ts'
import type { CueContext } from './find-cues.ts'
import { firstFrom } from './mention-index.ts'
import type { Speaker } from './speaker.ts'

/** Mentions further back than this are no longer what a pronoun means. */
const REACH = 12

/** Who a pronoun speaks for: the last one who spoke, or for "he" and "she" the last person named. */
export function resolveSpeaker(passage: Passage, at: number, context: CueContext): Speaker | null {
  const token = tokenAt(passage, at)
  if (!token) return null
  const place = { start: token.start, end: token.end }
  const { lastSpeaker, index } = context
  const personal = /^(?:he|she|i)$/.test(token.lower)
  const isPerson = (claimant: number | null) =>
    claimant !== null && index.entities[claimant]?.type === 'PERSON'
  if (
    lastSpeaker &&
    (!personal || lastSpeaker.kind !== 'NAMED' || isPerson(lastSpeaker.claimant))
  ) {
    return { ...lastSpeaker, ...place }
  }
  if (!personal) return null
  const last = firstFrom(index, token.start) - 1
  for (let i = last; i > last - REACH; i -= 1) {
    const mention = index.mentions[i]
    if (mention && isPerson(mention.entity)) {
      const label = passage.text.slice(mention.start, mention.end)
      return { kind: 'NAMED', label, claimant: mention.entity, ...place }
    }
  }
  return null
}
