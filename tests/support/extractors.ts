import { embeddedExtractor } from '../../src/extraction/embedded-extractor.ts'
import type { Extractors } from '../../src/extraction/extractors.ts'

import { detectLanguage } from '../../src/extraction/language/detect-language.ts'

/** No endpoint is set, and nothing may need one. */
export const EMBEDDED_ONLY: Extractors = {
  embedded: embeddedExtractor,
  remote: null,
  detectLanguage,
  onFallback: (reason) => {
    throw new Error(`A test without a remote extractor asked for it: ${reason}`)
  },
}
