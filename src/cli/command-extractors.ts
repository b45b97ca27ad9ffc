import { readConfig } from '../config.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { createExtractors } from '../server/create-extractors.ts'

/** The extractors of the settings; why one had to be replaced goes to standard error, once for each reason. */
export function commandExtractors(): Extractors {
  const told = new Set<string>()
  return createExtractors(readConfig(), {
    onFallback: (reason) => {
      if (told.has(reason)) return
      told.add(reason)
      process.stderr.write(`read by the embedded extractor instead: ${reason}\n`)
    },
    onRemoteRead: () => {},
  })
}
