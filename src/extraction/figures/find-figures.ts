import type { Document } from '../document.ts'
import type { FoundAttribution, FoundFigure } from '../extractor.ts'
import type { NamedArticle } from '../named-article.ts'
import {
  ARTICLE_VOICE,
  attributionOf,
  continuesReport,
  governingCue,
  isInCue,
} from './attribution/attribute.ts'
import { findCues } from './attribution/find-cues.ts'
import { indexMentions, type MentionIndex } from './attribution/mention-index.ts'
import type { Cue } from './attribution/speaker.ts'
import { buildFigure } from './build-figure.ts'
import { clauseAround, clauseStarts } from './context/find-clauses.ts'
import { findPlaceGroups, placesOf } from './context/find-figure-places.ts'
import { findPeriods, nearestPeriod } from './context/find-period.ts'
import { readParties } from './context/read-parties.ts'
import { readPopulation } from './context/read-population.ts'
import type { DateExpression } from './dates/date-expression.ts'
import { findDates } from './dates/find-dates.ts'
import { findEvents } from './events/find-events.ts'
import type { FigureDraft } from './figure-draft.ts'
import { aimAtInterceptors, linkParts } from './link-parts.ts'
import { findNumbers } from './numbers/find-numbers.ts'
import { type Passage, readPassages } from './passage.ts'
import type { EventSite } from './site.ts'
import { findSites } from './things/find-sites.ts'
import { isWorthKeeping } from './things/is-worth-keeping.ts'
import { type Antecedent, resolveThing } from './things/resolve-thing.ts'

/**
 * Finds every figure of an article whose names are known: what is counted, what happened to it, who
 * says so, where and when. Ordered by field and start; no two have the same span.
 */
export function findFigures(article: NamedArticle): FoundFigure[] {
  const drafts: FigureDraft[] = []
  for (const document of article.documents) drafts.push(...draftFigures(article, document, drafts))
  const wholes = linkParts(drafts)
  const aimed = aimAtInterceptors(drafts, wholes)
  return aimed.map((draft, i) => buildFigure(draft, wholes[i] ?? null))
}

interface ReadPassage {
  readonly passage: Passage
  readonly dates: readonly DateExpression[]
  readonly dateTokens: ReadonlySet<number>
}

function draftFigures(
  article: NamedArticle,
  document: Document,
  before: readonly FigureDraft[],
): FigureDraft[] {
  const index = indexMentions(article, document)
  const passages = readPassages(document).map((passage): ReadPassage => {
    const dates = findDates(passage, article.publishedAt)
    return { passage, dates, dateTokens: tokensOf(dates) }
  })
  const cues = findCues(passages, index)
  const reader = new DocumentReader(index)
  const base = (before.at(-1)?.sentence ?? -2) + 2
  return passages.flatMap((read, i) => reader.read(read, cues[i] ?? [], base + i))
}

function tokensOf(dates: readonly DateExpression[]): ReadonlySet<number> {
  const tokens = new Set<number>()
  for (const { first, next } of dates) for (let at = first; at < next; at += 1) tokens.add(at)
  return tokens
}

/** Reads the sentences of one document in order, with what carries over from one to the next. */
class DocumentReader {
  readonly #index: MentionIndex
  #last: Antecedent | null = null
  #paragraph = -1
  #report: FoundAttribution = ARTICLE_VOICE

  constructor(index: MentionIndex) {
    this.#index = index
  }

  read({ passage, dates }: ReadPassage, cues: readonly Cue[], sentence: number): FigureDraft[] {
    if (passage.paragraph !== this.#paragraph) this.#report = ARTICLE_VOICE
    this.#paragraph = passage.paragraph
    const carried = cues.length === 0 && continuesReport(passage) ? this.#report : ARTICLE_VOICE
    const lastCue = cues.at(-1)
    this.#report = lastCue ? attributionOf(passage, lastCue) : carried
    const sites = findEvents(findSites(passage, findNumbers(passage, dates)))
    const kept = sites.filter(({ number }) => !isInCue(cues, number.start, number.end))
    const periods = findPeriods(passage, dates, cues)
    const groups = findPlaceGroups(passage, this.#index, cues)
    const clauses = clauseStarts(passage)
    const end = passage.tokens[passage.last - 1]?.end ?? 0
    return kept.flatMap((site, i) => {
      const thing = resolveThing(site, this.#last)
      if (!thing || !isWorthKeeping(site, thing)) return []
      const words = thing.words ?? (site.event?.words.change ? null : site.event?.words) ?? null
      if (site.number.kind === 'COUNT') this.#last = { thing, people: words?.people === true }
      const { number } = site
      const clause = clauseAround(clauses, number.start, end)
      const cue = governingCue(cues, number.start)
      return [
        {
          site,
          thing,
          words,
          sentence,
          attribution: cue ? attributionOf(passage, cue) : carried,
          places: placesOf(groups, {
            start: number.start,
            end: number.end,
            clauseStart: clause.start,
            clauseEnd: clause.end,
            previousEnd: kept[i - 1]?.number.end ?? 0,
            nextStart: kept[i + 1]?.number.start ?? end,
          }),
          period: nearestPeriod(periods, number.start, number.end),
          parties: readParties(passage, site.event, this.#index),
          population: populationOf(site),
        },
      ]
    })
  }
}

const populationOf = ({ passage, number }: EventSite): string | null =>
  number.kind === 'PERCENT' || number.kind === 'RATIO' ? readPopulation(passage, number.next) : null
