/**
 * Runs a task at once, and again each time the pause after its end has passed, so never twice at a time.
 *
 * @returns ends it, and waits for a run that is under way
 */
export function repeat(
  task: () => Promise<void>,
  { pauseMs, onError }: { readonly pauseMs: number; readonly onError: (error: unknown) => void },
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let running = run()

  async function run(): Promise<void> {
    await task().catch(onError)
    if (isStopped) return
    timer = setTimeout(() => {
      running = run()
    }, pauseMs)
    timer.unref()
  }
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}
