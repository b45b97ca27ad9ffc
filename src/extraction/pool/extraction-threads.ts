import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { createEmbeddedExtractor } from '../embedded-extractor.ts'
import type { Annotations } from '../extractor.ts'
import type { Extractors } from '../extractors.ts'
import type { ExtractionAnswer, ExtractionTask } from './extraction-thread.ts'
import { ThreadPool } from './thread-pool.ts'

export interface ExtractionThreads extends Pick<Extractors, 'embedded' | 'detectLanguage'> {
  close(): Promise<void>
}

/** A pause between two deliveries costs no new start; a quiet server has its memory back. */
const IDLE_MS = 60_000

/**
 * The embedded extractor and the detector of languages, in threads: this one goes on answering, and
 * all cores read. As many threads as cores, because this one mostly waits while they read; each
 * holds its own tables.
 */
export function createExtractionThreads(): ExtractionThreads {
  const pool = new ThreadPool<ExtractionTask, ExtractionAnswer>({
    size: availableParallelism(),
    idleMs: IDLE_MS,
    start: startThread,
  })
  return {
    embedded: createEmbeddedExtractor(
      (input) => pool.run({ annotate: input }) as Promise<Annotations>,
    ),
    detectLanguage: (text) => pool.run({ detectLanguage: text }) as Promise<string | null>,
    close: () => pool.close(),
  }
}

const FROM_SOURCE = import.meta.url.endsWith('.ts')
const THREAD = new URL(`./extraction-thread.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url)

/** Node 20 does not hand the loader of TypeScript on to threads, so each registers its own. */
function startThread(): Worker {
  if (!FROM_SOURCE) return new Worker(THREAD)
  const [loader, thread] = [import.meta.resolve('tsx/esm/api'), THREAD.href].map((url) =>
    JSON.stringify(url),
  )
  const code = `import(${loader}).then(({ register }) => { register(); return import(${thread}) })`
  return new Worker(code, { eval: true })
}
