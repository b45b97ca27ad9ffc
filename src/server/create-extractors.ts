import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { createOpenAiExtractor, type RemoteReport } from '../extraction/openai-extractor.ts'
import { createExtractionThreads } from '../extraction/pool/extraction-threads.ts'

/** What the log is told. */
export interface ExtractorEvents extends Pick<Extractors, 'onFallback'> {
  readonly onRemoteRead: (report: RemoteReport) => void
}

export interface RunningExtractors extends Extractors {
  /** Ends their threads. */
  close(): Promise<void>
}

/** The extractors that the settings ask for, with this machine's cores, network and clock. */
export function createExtractors(
  { remoteExtractor }: Pick<Config, 'remoteExtractor'>,
  { onFallback, onRemoteRead }: ExtractorEvents,
): RunningExtractors {
  const remote =
    remoteExtractor === null
      ? null
      : createOpenAiExtractor({
          endpoint: remoteExtractor,
          limits: remoteExtractor,
          fetch,
          clock: { now: Date.now, sleep },
          onRead: onRemoteRead,
        })
  return { ...createExtractionThreads(), remote, onFallback }
}
