import { z } from 'zod'
import { InvalidInputError, NotFoundError } from '../core/app-error.ts'
import type { Db } from '../db/client.ts'
import { articleWhere, entityWhere, sourceWhere } from '../db/filters.ts'
import { findMetric } from '../db/find-metric.ts'
import { findPlace } from '../db/find-place.ts'
import type { FigureIds } from '../db/selected-figures.ts'
import type { Viewer } from '../db/visibility.ts'

/** A day in UTC, or a moment with its zone. */
const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'write a day or a moment, like 2025-12-24 or 2025-12-24T09:00:00Z',
  })
  .transform((text) => new Date(text))
const name = z.string().min(1, 'name one')

const selectionSchema = z.strictObject({
  metric: name.optional(),
  place: name.optional(),
  claimant: name.optional(),
  source: name.optional(),
  article: name.optional(),
  from: time.optional(),
  to: time.optional(),
})

/** Which figures are wanted: keys and slugs, and when their article was published (from inclusive, to exclusive). */
export type FigureSelection = z.output<typeof selectionSchema>

/** What filters an export can be asked with. */
const SELECTION_NAMES = Object.keys(selectionSchema.shape)

/** Throws InvalidInputError for a filter that is not known, and for a time that is none. */
export function parseSelection(given: Readonly<Record<string, unknown>>): FigureSelection {
  const result = selectionSchema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue?.code === 'unrecognized_keys') {
    throw new InvalidInputError(
      `"${issue.keys.join('", "')}" is no filter: there are ${SELECTION_NAMES.join(', ')}.`,
      issue.keys[0] ?? null,
    )
  }
  const path = issue?.path.join('.') ?? ''
  throw new InvalidInputError(`${path}: ${issue?.message ?? 'it is wrong'}.`, path)
}

/**
 * What the names of a selection mean. A place stands for all that lies in it; keys and slugs of what was merged are known.
 * Throws NotFoundError for a name that nothing has which the viewer may see: an empty file would say that there are no figures.
 */
export async function resolveSelection(
  db: Db,
  viewer: Viewer,
  { metric, place, claimant, source, article, from, to }: FigureSelection,
): Promise<FigureIds> {
  const named = (slug: string) => ({ slug: { eq: slug } })
  const select = { id: true }
  return {
    metricId: await idOf('metric', metric, (key) => findMetric(db, viewer, key)),
    placeId: await idOf('place', place, (slug) => findPlace(db, viewer, slug)),
    claimantId: await idOf('claimant', claimant, (slug) =>
      db.entity.findFirst({ where: entityWhere(named(slug), viewer), select }),
    ),
    sourceId: await idOf('source', source, (slug) =>
      db.source.findFirst({ where: sourceWhere(named(slug), viewer), select }),
    ),
    articleId: await idOf('article', article, (slug) =>
      db.article.findFirst({ where: articleWhere(named(slug), viewer), select }),
    ),
    from: from ?? null,
    to: to ?? null,
  }
}

async function idOf(
  kind: string,
  name: string | undefined,
  find: (name: string) => Promise<{ readonly id: number } | null>,
): Promise<number | null> {
  if (name === undefined) return null
  const found = await find(name)
  if (found === null) throw new NotFoundError(`There is no ${kind} "${name}".`)
  return found.id
}
