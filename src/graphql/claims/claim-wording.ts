import { type ClaimFacts, claimFacts } from '../../db/claim-facts.ts'
import type { Context } from '../context.ts'
import { ATTRIBUTION_COLUMNS } from '../figures/attribution.ts'

/** What does not depend on a selection is read once for all fields that ask for it. */
const FACTS = {}
const WORDING = {}

/** How many articles print a claim, and since when, for whoever asks. */
export function loadClaimFacts(
  { batches, db, viewer }: Pick<Context, 'batches' | 'db' | 'viewer'>,
  claimId: number,
): Promise<ClaimFacts> {
  return batches.of('claim facts', FACTS, (ids) => claimFacts(db, viewer, ids)).load(claimId)
}

/** The first figure that says it, of those that may be seen: its words stand for the claim's. */
export async function loadClaimWording(context: Context, claimId: number) {
  const { firstFigureId } = await loadClaimFacts(context, claimId)
  const figures = context.batches.of('claim wording', WORDING, async (ids) => {
    const rows = await context.db.figure.findMany({
      where: { id: { in: [...ids] } },
      select: {
        ...ATTRIBUTION_COLUMNS,
        id: true,
        qualifier: true,
        population: true,
        unit: true,
        valueText: true,
        periodText: true,
      },
    })
    return new Map(rows.map((row) => [row.id, row]))
  })
  return figures.load(firstFigureId)
}
