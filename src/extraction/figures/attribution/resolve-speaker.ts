import { type Passage, tokenAt, wordAt } from '../passage.ts'
import { isPlural } from '../things/plural.ts'
import { readNounPhrase } from '../things/read-noun-phrase.ts'
import type { CueContext } from './find-cues.ts'
import { firstFrom } from './mention-index.ts'
import { readSpeaker } from './read-speaker.ts'
import type { Speaker } from './speaker.ts'

/** Mentions further back than this are no longer what a pronoun means. */
const REACH = 12

/** "Observers called it calm … they said": the plural that opens the sentence before. */
function opener({ previous, index }: CueContext): Speaker | null {
  const phrase = previous && readNounPhrase(previous, previous.first)
  if (!previous || !phrase || !isPlural(wordAt(previous, phrase.head))) return null
  return readSpeaker(previous, index, phrase.first, phrase.next)
}

/** Who a pronoun speaks for: the last one who spoke, or for "he" and "she" the last person named. */
export function resolveSpeaker(passage: Passage, at: number, context: CueContext): Speaker | null {
  const token = tokenAt(passage, at)
  if (!token) return null
  const place = { start: token.start, end: token.end }
  const { lastSpeaker, index } = context
  const personal = /^(?:he|she|i)$/.test(token.lower)
  const isPerson = (claimant: number | null) =>
    claimant !== null && index.entities[claimant]?.type === 'PERSON'
  if (token.lower === 'they' && isPerson(lastSpeaker?.claimant ?? null)) {
    const speaker = opener(context)
    return speaker && { ...speaker, ...place }
  }
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
