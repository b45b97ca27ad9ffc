import type { FoundAttribution } from '../extractor.ts'
import {
  ARTICLE_VOICE,
  attributionOf,
  continuesReport,
  cueAround,
  governingCue,
} from './attribution/attribute.ts'
import { isInMention, type MentionIndex } from './attribution/mention-index.ts'
import type { Cue } from './attribution/speaker.ts'
import { carryEvent, levelOf } from './carry-event.ts'
import { clauseAround, clauseStarts } from './context/find-clauses.ts'
import {
  findPlaceGroups,
  groupFrom,
  type PlaceGroup,
  placesOf,
} from './context/find-figure-places.ts'
import { findPeriods, nearestPeriod, type PeriodSite } from './context/find-period.ts'
import { readParties } from './context/read-parties.ts'
import { readPopulation } from './context/read-population.ts'
import type { DateExpression } from './dates/date-expression.ts'
import { findEvents } from './events/find-events.ts'
import type { FigureDraft } from './figure-draft.ts'
import { findNumbers } from './numbers/find-numbers.ts'
import { type Passage, wordAt } from './passage.ts'
import type { EventSite } from './site.ts'
import type { Antecedent } from './things/antecedent.ts'
import { findSites } from './things/find-sites.ts'
import { isSequel } from './things/is-sequel.ts'
import { isWorthKeeping } from './things/is-worth-keeping.ts'
import { resolveThing } from './things/resolve-thing.ts'

/** How far ahead a part of a figure is looked for. */
const NEAR_PARTS = 4

/** One sentence with what earlier passes found in it. */
export interface SentenceInput {
  readonly passage: Passage
  readonly dates: readonly DateExpression[]
  readonly cues: readonly Cue[]
  /** Its number among all sentences of the article. */
  readonly sentence: number
}

/** What a sentence offers to each of its figures. */
interface Surroundings extends SentenceInput {
  readonly groups: readonly PlaceGroup[]
  readonly periods: readonly PeriodSite[]
  readonly clauses: readonly number[]
  readonly carried: FoundAttribution
}

/** Reads the sentences of one document in order, with what carries over from one to the next. */
export class DocumentReader {
  readonly #index: MentionIndex
  #last: Antecedent | null = null
  #any: Antecedent | null = null
  #before: FigureDraft | null = null
  #paragraph = -1
  #report: FoundAttribution = ARTICLE_VOICE

  constructor(index: MentionIndex) {
    this.#index = index
  }

  /** The figures of the next sentence. */
  read(input: SentenceInput): FigureDraft[] {
    const { passage, dates, cues } = input
    const index = this.#index
    const sites = findEvents(findSites(passage, findNumbers(passage, dates))).filter(
      ({ number: { kind, start, end } }) =>
        !isSpeakerCount(passage, cues, start, end) &&
        !isInMention(index, start, end, { orIs: kind !== 'MONEY' }),
    )
    const carried = this.#carry(passage, cues)
    if (sites.length === 0) return []
    const around: Surroundings = {
      ...input,
      carried,
      groups: findPlaceGroups(passage, index, cues),
      periods: findPeriods(passage, dates, cues),
      clauses: clauseStarts(passage),
    }
    const drafts: FigureDraft[] = []
    for (const [i, site] of sites.entries()) {
      const draft = this.#draft(site, around, sites, i)
      if (!draft) continue
      drafts.push(draft)
      this.#before = draft
      this.#any = { ...draft, passage }
      // "seven people, including six tourists, died and three others": the others are people.
      const isPart = site.part === 'INCLUDED' || site.part === 'OF_PRONOUN'
      if (site.number.kind === 'COUNT' && !isPart && !isPlaced(site, this.#last)) {
        this.#last = { ...draft, passage }
      }
    }
    return drafts
  }

  /** The attribution a sentence without a cue goes on with, and what the next may. */
  #carry(passage: Passage, cues: readonly Cue[]): FoundAttribution {
    const isSame = passage.paragraph === this.#paragraph
    const continues = isSame && cues.length === 0 && continuesReport(passage)
    const carried = continues ? this.#report : ARTICLE_VOICE
    const lastCue = cues.at(-1)
    this.#report = lastCue ? attributionOf(passage, lastCue) : carried
    this.#paragraph = passage.paragraph
    return carried
  }

  #draft(
    site: EventSite,
    around: Surroundings,
    sites: readonly EventSite[],
    i: number,
  ): FigureDraft | null {
    const { passage, number } = site
    const { start, end } = number
    const sequel = this.#before && isSequel(site, this.#before.site) ? this.#before : null
    const thing = sequel
      ? { ...sequel.thing, unit: number.unit ?? sequel.thing.unit, words: null }
      : resolveThing(site, { counted: this.#last, any: this.#any })
    if (!thing) return null
    const words = sequel
      ? levelOf(site, sequel)
      : carryEvent(site, thing, { before: this.#before, counted: this.#last })
    if (!isWorthKeeping(site, thing, words)) return null
    const last = passage.tokens[passage.last - 1]?.end ?? 0
    const clause = clauseAround(around.clauses, start, last)
    const cue = governingCue(passage.text, around.cues, start)
    return {
      site,
      thing,
      words,
      sentence: around.sentence,
      attribution: cue ? attributionOf(passage, cue) : around.carried,
      places: placesOf(around.groups, {
        start,
        end,
        clauseStart: clause.start,
        clauseEnd: Math.min(clause.end, partEnd(around.groups, sites, i)),
        previousEnd: sites[i - 1]?.number.end ?? 0,
        nextStart: sites[i + 1]?.number.start ?? last,
      }),
      period: nearestPeriod(passage, around.periods, site),
      parties: readParties(passage, site, this.#index),
      population: populationOf(site),
    }
  }
}

/** "two officials said" counts who speaks; "a survey of 1,080 reefs found" tells something. */
function isSpeakerCount(
  passage: Passage,
  cues: readonly Cue[],
  start: number,
  end: number,
): boolean {
  const cue = cueAround(cues, start, end)
  if (!cue) return false
  const before = passage.text.slice(cue.start, start)
  return !/\b(?:of|by|from|for|in|with|lent|which|who)\b/.test(before)
}

/**
 * Where the places of a part begin, which are not those of its whole: "77 drones, 30 of them over
 * Kursk". Past a comma they are again: "12 people, including 3 children, in Kherson".
 */
function partEnd(groups: readonly PlaceGroup[], sites: readonly EventSite[], i: number): number {
  for (const { part, passage, number } of sites.slice(i + 1, i + 1 + NEAR_PARTS)) {
    if (part !== 'INCLUDED' && part !== 'OF_PRONOUN') continue
    const place = groupFrom(groups, number.end)
    if (place && !passage.text.slice(number.end, place.start).includes(',')) return number.start
  }
  return Number.POSITIVE_INFINITY
}

/** "77 drones over six regions, 30 over Kursk": what goes on is the drones, not where they were. */
const isPlaced = ({ passage, first }: EventSite, last: Antecedent | null): boolean =>
  last?.passage === passage &&
  /^(?:in|over|across|at|near|from|to)$/.test(wordAt(passage, first - 1))

const populationOf = ({ passage, number }: EventSite): string | null =>
  number.kind === 'PERCENT' || number.kind === 'RATIO' ? readPopulation(passage, number.next) : null
