/** Hands the one writing connection from writer to writer, first come, first served. */
export class WriteQueue {
  #last: Promise<void> = Promise.resolve()

  /** Waits for the turn; the function that it resolves to ends it. */
  async acquire(): Promise<() => void> {
    const before = this.#last
    const { promise, resolve } = withResolvers()
    this.#last = promise
    await before
    return resolve
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }
}

/** Promise.withResolvers needs Node 22. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
