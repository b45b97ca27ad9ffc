import { countWords } from '../../src/core/count-words.ts'
import { cleanArticle } from '../../src/extraction/clean/clean-article.ts'
import { annotate } from './annotate.ts'
import type { GoldArticle } from './read-annotated-folder.ts'

const MICROSECONDS = 1_000_000
/** V8 goes on compiling for about as long. */
const WARMING_SECONDS = 5
const MEASURED_SECONDS = 5

/**
 * Words per second of the whole pipeline, cleaning and extraction, warm. The time is the CPU time of
 * this process, as a core that other processes use tells nothing.
 */
export async function measureSpeed(articles: readonly GoldArticle[]): Promise<number> {
  const round = async (): Promise<number> => {
    let words = 0
    for (const { raw, publishedAt } of articles) {
      const { headline, bodyText } = cleanArticle(raw)
      await annotate({ headline, body: bodyText }, publishedAt)
      words += countWords(headline) + countWords(bodyText)
    }
    return words
  }
  await repeat(round, WARMING_SECONDS)
  return repeat(round, MEASURED_SECONDS)
}

/** Words per second of CPU time. */
async function repeat(round: () => Promise<number>, atLeastSeconds: number): Promise<number> {
  const start = process.cpuUsage()
  let words = 0
  let seconds = 0
  while (seconds < atLeastSeconds) {
    words += await round()
    const { user, system } = process.cpuUsage(start)
    seconds = (user + system) / MICROSECONDS
  }
  return words / seconds
}
