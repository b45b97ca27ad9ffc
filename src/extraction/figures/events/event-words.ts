import { EVENTS, type EventWords } from './event-vocabulary.ts'
import { inflect } from './inflect.ts'

/** What an event's verb form can do. */
type VerbShape = 'BASE' | 'PRESENT' | 'PAST' | 'PARTICIPLE' | 'GERUND'

export interface VerbSense {
  readonly words: EventWords
  /** Whether the thing counted is the verb's object or its subject. */
  readonly counted: 'OBJECT' | 'SUBJECT'
  readonly shapes: ReadonlySet<VerbShape>
  /** "down" of "shoot down"; the sense holds only with it. */
  readonly particle: string | null
}

export interface StateSense {
  readonly words: EventWords
  /** The words after the first: "power" of "without power". */
  readonly rest: readonly string[]
}

const VERBS = new Map<string, VerbSense[]>()
const STATES = new Map<string, StateSense[]>()
const NOUNS = new Map<string, EventWords>()
const NOUNS_OF = new Map<string, EventWords>()

for (const words of EVENTS) {
  for (const verb of list(words.objectOf)) addVerb(words, verb, 'OBJECT')
  for (const verb of list(words.subjectOf)) addVerb(words, verb, 'SUBJECT')
  for (const noun of list(words.nouns)) NOUNS.set(noun, words)
  for (const noun of list(words.nounsOf)) NOUNS_OF.set(noun, words)
  for (const state of list(words.states)) {
    const [first = '', ...rest] = state.split('+')
    STATES.set(first, [...(STATES.get(first) ?? []), { words, rest }])
  }
}

function list(words: string | undefined): string[] {
  return words ? words.split(' ') : []
}

function addVerb(words: EventWords, verb: string, counted: VerbSense['counted']): void {
  const [base = '', particle = null] = verb.split('+')
  const { present, past, participles, gerunds } = inflect(base)
  const shapes = new Map<string, Set<VerbShape>>()
  const add = (form: string, shape: VerbShape) =>
    shapes.set(form, (shapes.get(form) ?? new Set()).add(shape))
  add(base, 'BASE')
  add(present, 'PRESENT')
  for (const form of past) add(form, 'PAST')
  for (const form of participles) add(form, 'PARTICIPLE')
  for (const form of gerunds) add(form, 'GERUND')
  for (const [form, found] of shapes) {
    VERBS.set(form, [...(VERBS.get(form) ?? []), { words, counted, shapes: found, particle }])
  }
}

/** What a verb form, in lower case, may say; particle senses first. */
export function verbSenses(form: string): readonly VerbSense[] {
  return VERBS.get(form) ?? []
}

/** States that begin with a word: "dead", "without" (power). */
export function stateSenses(word: string): readonly StateSense[] {
  return STATES.get(word) ?? []
}

/** The event that a counted noun is by itself: "arrests". */
export const eventOfNoun = (noun: string): EventWords | null => NOUNS.get(noun) ?? null
/** The event that a noun says of what follows its "of": "the loss of". */
export const eventOfNounOf = (noun: string): EventWords | null => NOUNS_OF.get(noun) ?? null

const BY_NAME = new Map(EVENTS.map((words) => [words.event, words]))

/** The words of an event of the vocabulary. A name that is not in it is a bug. */
export function eventNamed(event: string): EventWords {
  const words = BY_NAME.get(event)
  if (!words) throw new Error(`No event "${event}" in the vocabulary.`)
  return words
}
