import { freeSlug, slugOf } from '../core/slug.ts'
import type { Tx } from './client.ts'

/** Slugs for new rows with these titles: none is or was in the table yet, none is given twice. */
export async function freeSlugs(
  tx: Tx,
  table: 'article' | 'entity',
  titles: readonly string[],
): Promise<string[]> {
  if (titles.length === 0) return []
  const bases = titles.map((title) => slugOf(title) || table)
  // "slug" and "slug-…" are one range of the index: "." follows "-" in ASCII.
  const where = { OR: [...new Set(bases)].map((base) => ({ slug: { gte: base, lt: `${base}.` } })) }
  const select = { slug: true }
  const rows =
    table === 'article'
      ? await tx.article.findMany({ where, select })
      : [
          ...(await tx.entity.findMany({ where, select })),
          ...(await tx.formerSlug.findMany({ where, select })),
        ]
  const taken = new Set(rows.map(({ slug }) => slug))
  return bases.map((base) => {
    const slug = freeSlug(base, taken)
    taken.add(slug)
    return slug
  })
}
