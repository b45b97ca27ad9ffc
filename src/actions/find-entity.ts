import { NotFoundError } from '../core/app-error.ts'
import type { Tx } from '../db/client.ts'
import { knownEntity, type Viewer } from '../db/visibility.ts'

/**
 * The entity of an id, or the one that it was merged into.
 *
 * @throws {NotFoundError} when there is none that the viewer may know of
 */
export async function findEntity(
  tx: Tx,
  { id, viewer, path }: { readonly id: number; readonly viewer: Viewer; readonly path: string },
) {
  const asked = await tx.entity.findUnique({ where: { id }, select: { mergedIntoId: true } })
  const entity =
    asked &&
    (await tx.entity.findFirst({
      where: { AND: [{ id: asked.mergedIntoId ?? id }, knownEntity(viewer)] },
    }))
  if (!entity) {
    throw new NotFoundError(`${path}: there is no such entity. "entities" lists those there are.`)
  }
  return entity
}
