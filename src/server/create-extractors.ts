import { embeddedExtractor } from '../extraction/embedded-extractor.ts'
import type { Extractors } from '../extraction/extractors.ts'

/** The extractors that the settings ask for. */
export function createExtractors({ onFallback }: Pick<Extractors, 'onFallback'>): Extractors {
  return { embedded: embeddedExtractor, remote: null, onFallback }
}
