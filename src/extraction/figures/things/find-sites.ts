import type { NumberReading } from '../numbers/number-reading.ts'
import { readQualifier } from '../numbers/read-qualifier.ts'
import { type Passage, wordAt } from '../passage.ts'
import type { Site } from '../site.ts'
import { mayBeFigure } from './is-figure.ts'
import { isReportedDuration } from './is-reported-duration.ts'
import { readCounted } from './read-counted.ts'

const INCLUDING = /^(?:including|among|includes|included)$/

/** The numbers of a sentence that may be figures, each with its qualifier and the thing it counts. */
export function findSites(passage: Passage, numbers: readonly NumberReading[]): Site[] {
  const sites: Site[] = []
  for (const [i, number] of numbers.entries()) {
    const site = readSite(passage, number, numbers[i + 1] ?? null)
    if (site) sites.push(site)
  }
  return sites
}

function readSite(
  passage: Passage,
  number: NumberReading,
  following: NumberReading | null,
): Site | null {
  if (!mayBeFigure(passage, number)) return null
  if (number.kind === 'DURATION' && !isReportedDuration(passage, number)) return null
  const counted = readCounted(passage, number, following)
  if (!counted) return null
  const { qualifier, first } = readQualifier(passage, number.first, number.next)
  const own = number.qualifier
  return {
    passage,
    number,
    qualifier: own ?? (qualifier === 'BETWEEN' ? 'EXACT' : qualifier),
    first,
    ...counted,
    part: counted.part ?? partBefore(passage, first),
  }
}

/** "including 12 children", "of which Ukraine intercepted 587", "of whom five died". */
function partBefore(passage: Passage, first: number): Site['part'] {
  if (INCLUDING.test(wordAt(passage, first - 1))) return 'INCLUDED'
  if (
    /^(?:them|whom)$/.test(wordAt(passage, first - 1)) &&
    /^(?:of|among)$/.test(wordAt(passage, first - 2))
  ) {
    return 'OF_PRONOUN'
  }
  return null
}
