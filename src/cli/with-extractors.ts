import { readConfig } from '../config.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { createExtractors } from '../server/create-extractors.ts'

/**
 * Runs a command with the extractors of the settings, and ends their threads afterwards. Why one had
 * to be replaced goes to standard error, once for each reason.
 */
export async function withExtractors<T>(work: (extractors: Extractors) => Promise<T>): Promise<T> {
  const told = new Set<string>()
  const extractors = createExtractors(readConfig(), {
    onFallback: (reason) => {
      if (told.has(reason)) return
      told.add(reason)
      process.stderr.write(`read by the embedded extractor instead: ${reason}\n`)
    },
    onRemoteRead: () => {},
  })
  try {
    return await work(extractors)
  } finally {
    await extractors.close()
  }
}
