import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { embeddedExtractor } from '../extraction/embedded-extractor.ts'
import type { Extractors } from '../extraction/extractors.ts'
import { createOpenAiExtractor, type RemoteReport } from '../extraction/openai-extractor.ts'

/** What the log is told. */
export interface ExtractorEvents extends Pick<Extractors, 'onFallback'> {
  readonly onRemoteRead: (report: RemoteReport) => void
}

/** The extractors that the settings ask for, with this machine's network and clock. */
export function createExtractors(
  { remoteExtractor }: Pick<Config, 'remoteExtractor'>,
  { onFallback, onRemoteRead }: ExtractorEvents,
): Extractors {
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
  return { embedded: embeddedExtractor, remote, onFallback }
}
