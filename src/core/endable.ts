/**
 * A generator that can be ended while its next value is being waited for. A plain one would finish
 * that wait first, which for a stream of events may never be over.
 *
 * @param end makes the pending wait end
 */
export function endable<T>(
  generator: AsyncGenerator<T, void, undefined>,
  end: () => void,
): AsyncIterableIterator<T, void, undefined> {
  return {
    next: () => generator.next(),
    return: () => {
      end()
      return generator.return()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
