import { SingleBar } from 'cli-progress'

/**
 * Progress through so many bytes or rows, on a terminal only: a log has no use for it.
 *
 * @param noun what is counted beside the bar; updates carry its number under this name
 */
export function startProgressBar(total: number, noun = 'articles'): SingleBar | null {
  if (!process.stderr.isTTY) return null
  const bar = new SingleBar({
    format: `{bar} {percentage}%, {${noun}} ${noun}, {eta_formatted} left`,
  })
  bar.start(total, 0, { [noun]: 0 })
  return bar
}
