import type { Token } from '../../document.ts'
import type { FoundEntity } from '../../extractor.ts'
import { type Passage, posAt, tokenAt, wordAt } from '../passage.ts'
import { firstFrom, type MentionIndex, mentionsWithin } from './mention-index.ts'
import type { Speaker } from './speaker.ts'

const ANONYMOUS = /^(?:sources?|insiders?|whistleblowers?|leakers?)$/
const ANONYMOUS_PHRASE =
  /\b(?:familiar with|anonymity|unnamed|not authori[sz]ed|declined to be (?:named|identified)|asked not to be|briefed on|with knowledge of|with direct knowledge|close to the)\b/i
/** One who speaks for a named body: the body is the claimant. */
const SPOKESPERSON =
  /^(?:spokes(?:man|woman|person|people)|press|statement|release|bulletin|report|data|figures?|tally|survey|poll|estimates?|study|chief|head|director|website|briefing|count|index|statistics)$/
const BODY =
  /^(?:service|agency|newspaper|magazine|website|group|company|firm|bank|institute|channel|broadcaster|programme|program|network|union|daily|airline|station|think-tank)$/
const NOT_SPEAKERS =
  /^(?:law|laws|sharia|tradition|plans?|schedule|constitution|rules|legend|custom|index|shares?|stock|price|prices|blast|explosion|earthquake|attack|virus|war|storm|flood|fire|crash)$/
/** Mentions further back than this are no longer what "the ministry" means. */
const KNOWN_REACH = 40
const LEADING = /^(?:the|a|an)$/

/** Makes a speaker of a noun phrase; null when nothing in it could speak. `next` is exclusive. */
export function readSpeaker(
  passage: Passage,
  index: MentionIndex,
  first: number,
  next: number,
): Speaker | null {
  const start = tokenAt(passage, first)?.start
  const end = tokenAt(passage, next - 1)?.end
  if (start === undefined || end === undefined || next <= first) return null
  const head = headOf(passage, first, next)
  if (head < 0 || NOT_SPEAKERS.test(wordAt(passage, head))) return null
  const bare = LEADING.test(wordAt(passage, first)) ? first + 1 : first
  const label = passage.text.slice(tokenAt(passage, bare)?.start ?? start, end)
  const place = { start, end }
  if (ANONYMOUS.test(wordAt(passage, head)) || ANONYMOUS_PHRASE.test(label)) {
    return { kind: 'ANONYMOUS', label, claimant: null, ...place }
  }
  const named =
    namedSpeaker(passage, index, { first, next, head }) ??
    knownSpeaker(passage, index, { first, next, head })
  if (named) return { kind: 'NAMED', ...named, ...place }
  const kind = isProperName(passage, bare, next) ? 'NAMED' : 'COLLECTIVE'
  return { kind, label, claimant: null, ...place }
}

/** A name that the name passes have not found: "Variety said". */
function isProperName(passage: Passage, first: number, next: number): boolean {
  for (let at = first; at < next; at += 1) {
    const token = tokenAt(passage, at)
    if (token?.pos !== 'PROPN' || !/^\p{Lu}/u.test(token.text)) return false
  }
  return first > passage.first && posAt(passage, first - 1) !== 'NUM' && !passage.titleCase
}

interface PhraseSite {
  readonly first: number
  readonly next: number
  readonly head: number
}

function namedSpeaker(
  passage: Passage,
  index: MentionIndex,
  { first, next, head }: PhraseSite,
): { label: string; claimant: number } | null {
  const start = tokenAt(passage, first)?.start ?? 0
  const headToken = tokenAt(passage, head)
  const end = tokenAt(passage, next - 1)?.end ?? 0
  const mentions = mentionsWithin(index, start, end)
  const person = mentions.find(({ entity }) => index.entities[entity]?.type === 'PERSON')
  const atHead = mentions.find(
    (mention) => headToken && mention.start <= headToken.start && mention.end >= headToken.end,
  )
  const spoken =
    atHead ??
    person ??
    bodyNamed(index, mentions, headToken) ??
    spokenFor(index, mentions, wordAt(passage, head))
  if (!spoken) return null
  return { label: passage.text.slice(spoken.start, spoken.end), claimant: spoken.entity }
}

/** "the ministry said": the last body named whose name ends so, or the last person with such a post. */
function knownSpeaker(
  passage: Passage,
  index: MentionIndex,
  { first, next, head }: PhraseSite,
): { label: string; claimant: number } | null {
  if (wordAt(passage, first) !== 'the' || head !== first + 1 || next !== head + 1) return null
  const noun = wordAt(passage, head)
  const last = firstFrom(index, tokenAt(passage, first)?.start ?? 0) - 1
  for (let i = last; i > last - KNOWN_REACH; i -= 1) {
    const mention = index.mentions[i]
    const entity = mention && index.entities[mention.entity]
    if (!mention || !entity || !hasRole(entity, noun)) continue
    return { label: passage.text.slice(mention.start, mention.end), claimant: mention.entity }
  }
  return null
}

function hasRole({ type, name, jobTitle }: FoundEntity, noun: string): boolean {
  if (type === 'PERSON') return jobTitle?.toLowerCase().split(' ').at(-1) === noun
  return type === 'ORGANIZATION' && name.toLowerCase().split(/[\s-]/).includes(noun)
}

/** "the Norda news agency", "the Copernicus service": the name before the kind of body. */
function bodyNamed(
  index: MentionIndex,
  mentions: ReturnType<typeof mentionsWithin>,
  head: Token | undefined,
): (typeof mentions)[number] | undefined {
  if (!head || !BODY.test(head.lower)) return undefined
  return mentions.find(
    ({ entity, end }) =>
      index.entities[entity]?.type === 'ORGANIZATION' && end < head.start && head.start - end < 8,
  )
}

function spokenFor(
  index: MentionIndex,
  mentions: ReturnType<typeof mentionsWithin>,
  head: string,
): (typeof mentions)[number] | undefined {
  if (!SPOKESPERSON.test(head)) return undefined
  return mentions.find(({ entity }) => index.entities[entity]?.type === 'ORGANIZATION')
}

/** The last noun before the phrase's first preposition, comma or clause. */
function headOf(passage: Passage, first: number, next: number): number {
  let head = -1
  for (let at = first; at < next; at += 1) {
    const pos = posAt(passage, at)
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON') head = at
    else if (head >= 0 && /^(?:ADP|PUNCT|CCONJ|VERB|AUX)$/.test(pos)) {
      const isJoined = wordAt(passage, at) === '-' || wordAt(passage, at - 1) === '-'
      if (!isJoined) break
    } else if (head >= 0 && pos === 'ADJ' && posAt(passage, at + 1) === 'ADP') break
  }
  return head
}
