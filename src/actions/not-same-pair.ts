import type { Tx } from '../db/client.ts'

type NotSameWhere = NonNullable<NonNullable<Parameters<Tx['notSame']['findMany']>[0]>['where']>

/** Marks between two entities, or what was merged into them. */
export function notSamePair(oneId: number, otherId: number): NotSameWhere {
  const memberOf = (id: number) => ({ OR: [{ id }, { mergedIntoId: id }] })
  const [one, other] = [memberOf(oneId), memberOf(otherId)]
  return {
    OR: [
      { a: one, b: other },
      { a: other, b: one },
    ],
  }
}
