import { embeddedExtractor } from '../../src/extraction/embedded-extractor.ts'
import type { Extractors } from '../../src/extraction/extractors.ts'

/** No endpoint is set, and nothing may need one. */
export const EMBEDDED_ONLY: Extractors = {
  embedded: embeddedExtractor,
  remote: null,
  onFallback: (reason) => {
    throw new Error(`A test without a remote extractor asked for it: ${reason}`)
  },
}
