/**
 * Does work on items ahead of who takes the results: on up to `ahead` at once, also while a result is
 * being used. Results come in the order of the items, each as soon as it is there. A failure is
 * thrown in its turn. Whether it ends or is left early, it waits for the work that was begun, and
 * tells the source.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = iterate(items)
  const running = new Set<Promise<Result>>()
  let left = false
  const begin = async (): Promise<{ readonly result: Result } | null> => {
    const next = await source.next()
    if (next.done || left) return null
    const result = work(next.value)
    running.add(result)
    return { result: await result.finally(() => running.delete(result)) }
  }
  const open = Array.from({ length: ahead }, () => observed(begin()))
  try {
    for (;;) {
      const oldest = await open.shift()
      if (!oldest) return
      open.push(observed(begin()))
      yield oldest.result
    }
  } finally {
    left = true
    await Promise.allSettled(running)
    // A source that is being asked may never answer: it is told, and not waited for.
    void observed(source.return(undefined))
  }
}

async function* iterate<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
): AsyncGenerator<Item, undefined> {
  yield* items
}

/** Awaited later: until then a failure must not count as unhandled. */
function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
