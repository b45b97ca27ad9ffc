import DataLoader from 'dataloader'

/**
 * One loader per field of the query document: all parents that reach the same field share its
 * arguments and its selection, so their lists can be read in one go. Lives as long as a request.
 */
export class Batches {
  readonly #loaders = new Map<string, WeakMap<object, unknown>>()

  /**
   * `kind` tells apart the loaders of one field, such as its page and its count. What does not depend
   * on a selection may share one loader among fields: `field` is then an object of its own.
   */
  of<Value>(
    kind: string,
    field: object,
    load: (parents: readonly number[]) => Promise<Map<number, Value>>,
  ): DataLoader<number, Value> {
    const byField = this.#loaders.get(kind) ?? new WeakMap<object, unknown>()
    this.#loaders.set(kind, byField)
    const known = byField.get(field) as DataLoader<number, Value> | undefined
    if (known) return known
    const loader = new DataLoader<number, Value>(async (parents) => {
      const values = await load(parents)
      return parents.map((parent) => {
        const value = values.get(parent)
        return value === undefined ? new Error(`Nothing was loaded for parent ${parent}.`) : value
      })
    })
    byField.set(field, loader)
    return loader
  }
}
