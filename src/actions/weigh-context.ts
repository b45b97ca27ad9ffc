import { foldKey } from '../core/fold-key.ts'
import type { Tx } from '../db/client.ts'
import { readCompanions } from '../db/companions.ts'
import type { FoundEntity } from '../extraction/extractor.ts'
import type { Candidate } from './find-candidates.ts'

/** What an article says beside the names: who else is in it, and where it happens. */
export interface StoryContext {
  readonly articleId: number | null
  /** Entities of the article that are known already, with what they came from. */
  readonly known: ReadonlyMap<number, FoundEntity>
  /** Countries of the article's places. */
  readonly countries: ReadonlySet<string>
}

export interface Evidence {
  /** 0 and up: about how many things of the story speak for the candidate. */
  readonly weight: number
  /** Offices and jobs that articles gave it. */
  readonly jobTitles: readonly string[]
}

const SAME_COUNTRY = 1
const SAME_JOB = 1
/** A whole country is in too many stories to tell much. */
const SHARED_COUNTRY = 0.5
const SHARED = 1

/** What of the story speaks for each candidate: names that stood beside it before, its country, the person's job. */
export async function weighContext(
  tx: Tx,
  wanted: readonly { readonly entity: FoundEntity; readonly candidates: readonly Candidate[] }[],
  { articleId, known, countries }: StoryContext,
): Promise<(entity: FoundEntity, candidate: Candidate) => Evidence> {
  const companions = await readCompanions(tx, {
    entityIds: [...new Set(wanted.flatMap(({ candidates }) => candidates.map(({ id }) => id)))],
    among: [...known.keys()],
    articleId,
  })
  return ({ jobTitle }, { id, countryCode, jobTitle: givenTitle }) => {
    const { others, jobTitles } = companions.get(id) ?? { others: [], jobTitles: [] }
    const titles = givenTitle ? [givenTitle, ...jobTitles] : jobTitles
    const shared = others.filter((other) => other !== id).map((other) => weightOf(known.get(other)))
    const weight =
      shared.reduce((sum, one) => sum + one, 0) +
      (countryCode !== null && countries.has(countryCode) ? SAME_COUNTRY : 0) +
      (jobTitle !== null && titles.some((title) => foldKey(title) === foldKey(jobTitle))
        ? SAME_JOB
        : 0)
    return { weight, jobTitles: titles }
  }
}

const weightOf = (entity: FoundEntity | undefined): number =>
  entity?.place?.kind === 'COUNTRY' || entity?.place?.kind === 'CONTINENT' ? SHARED_COUNTRY : SHARED

/** Whether no word of the title is in any of the others: "goalkeeper" and "Foreign Minister". */
export function isOtherJob(jobTitle: string | null, others: readonly string[]): boolean {
  if (jobTitle === null || others.length === 0) return false
  const words = new Set(others.flatMap((other) => foldKey(other).split(' ')))
  return !foldKey(jobTitle)
    .split(' ')
    .some((word) => words.has(word))
}
