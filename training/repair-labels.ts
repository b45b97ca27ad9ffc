/**
 * The sets follow different guidelines. Everywhere here: a country is a place, also when it acts; a
 * people is no name; a listed acronym is an organization; "Paris , France" and "Poland and Sweden" are
 * two places; a person's title and a common noun at the end ("Israeli military", "Trump
 * administration", "Hormozgan province") are not part of the name.
 */

import {
  type Lexicon,
  NAME_KINDS,
  type NameKind,
  phraseKey,
} from '../src/extraction/tagger/lexicon.ts'
import type { EntityTag, Name, Sentence } from './conll.ts'

const ABBREVIATED = new Set(['U.S.', 'US', 'U.S', 'USA', 'U.K.', 'UK', 'UAE'])
/** "Foreign Minister" is a link to an office in the silver set, not an organization. */
const OFFICE =
  /^([Mm]inisters?|[Pp]residents?|[Ss]ecretary|[Gg]overnor|[Aa]mbassador|[Cc]hancellor|[Cc]hair(wo)?man)$/
/** "New Zealand Prime Minister": the country before these is still a name. */
const BEFORE_OFFICE =
  /^(Prime|President|Foreign|Defen[cs]e|Interior|Finance|Vice|Deputy|Secretary|Governor|Attorney|Senator)$/
/** Names that the silver set leaves out now and then, and that mean one thing. */
const MISSED: ReadonlyMap<string, EntityTag> = new Map([
  ...['Gaza', 'Crimea', 'Donbas', 'Europe', 'Asia', 'Africa'].map((w) => [w, 'LOC'] as const),
  ...[
    'Houthis',
    'Hamas',
    'Hezbollah',
    'Taliban',
    'TikTok',
    'Twitter',
    'Facebook',
    'Senate',
    'Congress',
  ].map((w) => [w, 'ORG'] as const),
])
const LONGEST_COUNTRY = 4
const PEOPLE_ENDING = /(an|sh|ese|ch|i)$/
type Is = (start: number, end: number, kind: NameKind) => boolean

export function repairLabels(lexicon: Lexicon, sentence: Sentence): Sentence {
  const { words } = sentence
  const is: Is = (start, end, kind) => {
    const row = lexicon.index.find(phraseKey(words.slice(start, end)))
    return row >= 0 && ((lexicon.kinds[row] ?? 0) & (1 << NAME_KINDS.indexOf(kind))) !== 0
  }
  const given = sentence.names.flatMap((name) => splitList(words, name))
  const kept = given.flatMap((name) => repairName(words, name, is))
  const names = addMissing(words, joinStates(words, kept, is), is)
  return { words, names: names.sort((a, b) => a.start - b.start) }
}

/** "Yekaterinburg , Russia" is two names; organizations keep their commas. */
function splitList(words: readonly string[], name: Name): Name[] {
  if (name.tag === 'ORG') return [name]
  const parts: Name[] = []
  let start = name.start
  for (let i = name.start; i <= name.end; i += 1) {
    const word = words[i] ?? ''
    const next = words[i + 1] ?? ''
    const joint = word === ',' || (word === 'and' && isCapital(words[i - 1]) && isCapital(next))
    if (i < name.end && !joint) continue
    if (i > start) parts.push({ ...name, start, end: i })
    start = i + 1
  }
  // "Trinidad and Tobago" and "Jr." after a comma stay as they are.
  const odd =
    parts.some((part) => !isCapital(words[part.start])) ||
    words
      .slice(name.start, name.end)
      .some((w) => w === 'Jr.' || w === 'Tobago' || w === 'Herzegovina')
  return odd ? [name] : parts
}

function repairName(words: readonly string[], name: Name, is: Is): Name[] {
  const { tag } = name
  let { start, end } = name
  if (words[start]?.startsWith('@')) return []
  if (!words.slice(start, end).some((word) => isCapital(word) || /\d/.test(word))) return []
  if (tag === 'PER') {
    while (end - start > 1 && (is(start, start + 1, 'title-cue') || words[start] === 'the'))
      start += 1
    return [{ tag, start, end }]
  }
  if (OFFICE.test(words[end - 1] ?? '') && words[start] !== 'The') return []
  while (end - start > 1 && /^([a-z]{3,}|['’]s)$/.test(words[end - 1] ?? '')) end -= 1
  const cut = end < name.end
  if (cut && tag === 'ORG' && (words[end] === 'administration' || words[end] === 'family'))
    return [{ tag: 'PER', start, end }]
  const country =
    is(start, end, 'country') || (end === start + 1 && ABBREVIATED.has(words[start] ?? ''))
  const people = !country && is(start, end, 'demonym') && PEOPLE_ENDING.test(words[end - 1] ?? '')
  if (people && (tag === 'LOC' || cut)) return []
  // "Djiboutian armed forces": what is left is an adjective unless it is an acronym or listed.
  const alone = end === start + 1 && !/[A-Z\d]{2}/.test(words[start] ?? '')
  if (cut && tag === 'ORG' && alone && !country && !is(start, end, 'organization')) return []
  return [{ tag: country ? 'LOC' : tag, start, end }]
}

function addMissing(words: readonly string[], kept: readonly Name[], is: Is): Name[] {
  const names = [...kept]
  const taken = new Uint8Array(words.length)
  for (const name of names) taken.fill(1, name.start, name.end)
  const capitals = allCapitals(words)
  const opens = (i: number) =>
    i <= 0 || taken[i] === 1 || !isCapital(words[i]) || BEFORE_OFFICE.test(words[i] ?? '')
  for (let start = 0; start < words.length; start += 1) {
    const word = words[start] ?? ''
    if (taken[start] || !isCapital(word)) continue
    if (ABBREVIATED.has(word)) {
      const next = names.findIndex((n) => n.start === start + 1 && n.tag === 'ORG')
      const following = names[next]
      if (following && hasCue(following, is)) names[next] = { ...following, start }
      else if (word !== 'US' || (!capitals && words[start + 1] !== '$'))
        names.push({ start, end: start + 1, tag: 'LOC' })
      taken[start] = 1
      continue
    }
    for (let end = Math.min(words.length, start + LONGEST_COUNTRY); end > start; end -= 1) {
      if (taken.subarray(start, end).includes(1) || !opens(start - 1) || !opens(end)) continue
      const country = word.length > 3 && is(start, end, 'country')
      const acronym =
        end === start + 1 && /^[A-Z]{2,6}$/.test(word) && is(start, end, 'organization')
      const missed = end === start + 1 ? MISSED.get(word) : undefined
      if (!country && !missed && (capitals || !acronym)) continue
      names.push({ start, end, tag: missed ?? (country ? 'LOC' : 'ORG') })
      taken.fill(1, start, end)
      break
    }
  }
  return names
}

/** "United States" or "United Nations" before "House of Representatives": one name, though two links. */
function joinStates(words: readonly string[], names: readonly Name[], is: Is): Name[] {
  const joined: Name[] = []
  for (const name of names) {
    const before = joined.at(-1)
    const state =
      before?.end === name.start &&
      (is(before.start, before.end, 'country') || words[before.start] === 'United')
    if (before && state && name.tag === 'ORG' && hasCue(name, is)) {
      joined[joined.length - 1] = { ...name, start: before.start }
    } else joined.push(name)
  }
  return joined
}

/** "U.S. State Department" is one organization, "U.S. Boeing" is not. */
function hasCue(name: Name, is: Is): boolean {
  for (let i = name.start; i < name.end; i += 1) if (is(i, i + 1, 'organization-cue')) return true
  return false
}

function isCapital(word = ''): boolean {
  return word !== '' && word[0] !== word[0]?.toLowerCase()
}

function allCapitals(words: readonly string[]): boolean {
  return !words.some((word) => word.length > 1 && /[a-z]/.test(word) && word === word.toLowerCase())
}
