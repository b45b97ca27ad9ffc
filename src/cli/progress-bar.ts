import { SingleBar } from 'cli-progress'

/** Progress through so many bytes, on a terminal only: a log has no use for it. */
export function startProgressBar(bytes: number): SingleBar | null {
  if (!process.stderr.isTTY) return null
  const bar = new SingleBar({
    format: '{bar} {percentage}%, {articles} articles, {eta_formatted} left',
  })
  bar.start(bytes, 0, { articles: 0 })
  return bar
}
