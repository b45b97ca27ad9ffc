import type { Tx } from '../db/client.ts'

export interface Notice {
  readonly kind: 'CORRECTION' | 'CLARIFICATION'
  readonly text: string
}

/** Tells readers what was wrong with the text that this revision replaces. Returns the notice's id. */
export async function writeNotice(
  tx: Tx,
  {
    articleId,
    revisionId,
    notice,
    now,
  }: {
    readonly articleId: number
    readonly revisionId: number
    readonly notice: Notice
    readonly now: Date
  },
): Promise<number> {
  const { id } = await tx.correction.create({
    data: { articleId, revisionId, ...notice, issuedAt: now },
    select: { id: true },
  })
  return id
}

/** Whether readers do not have the notice yet: a CMS sends it again with every later state. */
export async function isNewNotice(
  tx: Tx,
  articleId: number,
  { kind, text }: Notice,
): Promise<boolean> {
  return (await tx.correction.count({ where: { articleId, kind, text } })) === 0
}
