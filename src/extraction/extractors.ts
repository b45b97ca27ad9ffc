import type { ExtractorKind } from '../core/extractor-kind.ts'
import type { Annotations, Extractor, ExtractorInput } from './extractor.ts'

/** The extractors of this process, by name. */
export interface Extractors {
  readonly embedded: Extractor
  /** Null where the settings name no endpoint. */
  readonly remote: Extractor | null
  /** A tag, or null where the text does not tell; see detect-language.ts. */
  readonly detectLanguage: (text: string) => Promise<string | null>
  /** Told why the embedded extractor reads what the remote one should have read: for the log. */
  readonly onFallback: (reason: string) => void
}

type Readers = Omit<Extractors, 'detectLanguage'>

/** What was found in a text, and by whom. */
export interface Reading {
  readonly extractor: Extractor
  readonly annotations: Annotations
  /** True where another extractor should have read it. */
  readonly isFallback: boolean
}

/** The extractor that a choice means; the embedded one, and a word in the log, where it is missing. */
export function chooseExtractor(
  { embedded, remote, onFallback }: Readers,
  kind: ExtractorKind,
): Extractor {
  if (kind === 'embedded') return embedded
  if (remote === null) {
    onFallback('no endpoint is set: DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL')
  }
  return remote ?? embedded
}

/**
 * Reads a text with the chosen extractor. Whatever goes wrong with another one, the embedded one
 * reads it: a story is never refused because a service is down.
 */
export async function extractWithFallback(
  extractors: Readers,
  kind: ExtractorKind,
  input: ExtractorInput,
): Promise<Reading> {
  const { embedded, onFallback } = extractors
  const extractor = chooseExtractor(extractors, kind)
  if (extractor !== embedded) {
    try {
      return { extractor, annotations: await extractor.extract(input), isFallback: false }
    } catch (error) {
      onFallback(`${extractor.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const annotations = await embedded.extract(input)
  return { extractor: embedded, annotations, isFallback: kind !== 'embedded' }
}
