import type { GraphQLResolveInfo } from 'graphql'
import { visibleRevision } from '../../db/visibility.ts'
import type { Context } from '../context.ts'

/** What a root field was asked with. An object of its own for each, so that it can stand for the field in `batches`. */
export interface AsOf {
  readonly time: Date
}

interface Asked {
  readonly context: Context
  readonly info: GraphQLResolveInfo
}

/** Remembers that the articles of a root field are asked for as they were. */
export function rememberAsOf({ context, info }: Asked, time: Date | null | undefined): void {
  if (time) context.asOf.set(info.path.key, { time })
}

/** Of the root field's own articles, `article { x }` and `articles { edges { node { x } } }`, not of those further down. */
function asOfAt({ context, info }: Asked): AsOf | null {
  if (context.asOf.size === 0) return null
  const node = info.path.prev
  const root = node?.typename === 'ArticleEdge' ? node.prev?.prev?.prev : node
  const isRoot = root !== undefined && root.prev === undefined
  return isRoot ? (context.asOf.get(root.key) ?? null) : null
}

/** The text that was current then, where a field of an article is asked for as it was; null where it is asked for as it is. */
export async function textAsOf(id: number, { context, info }: Asked) {
  const asked = asOfAt({ context, info })
  if (asked === null) return null
  const { batches, db, viewer } = context
  const texts = batches.of('textAsOf', asked, async (articleIds) => {
    const rows = await db.articleRevision.findMany({
      where: {
        articleId: { in: [...articleIds] },
        createdAt: { lte: asked.time },
        AND: visibleRevision(viewer),
      },
      orderBy: { number: 'asc' },
    })
    // The last of each article stays.
    return new Map(rows.map((row) => [row.articleId, row]))
  })
  return texts.load(id)
}

export type TextAsOf = NonNullable<Awaited<ReturnType<typeof textAsOf>>>

/** What was said then, or what is said now; the first needs a statement for all articles of the list. */
export function nowOrThen<Value>(
  id: number,
  asked: Asked,
  { now, past }: { readonly now: Value; readonly past: (text: TextAsOf) => Value },
): Value | Promise<Value> {
  if (asOfAt(asked) === null) return now
  return textAsOf(id, asked).then((text) => (text === null ? now : past(text)))
}

/** Whether the notice had been given then. */
export function isGivenAsOf(asked: Asked, issuedAt: Date): boolean {
  const asOf = asOfAt(asked)
  return asOf === null || issuedAt <= asOf.time
}
