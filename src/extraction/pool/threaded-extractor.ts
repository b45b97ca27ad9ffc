import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { createEmbeddedExtractor } from '../embedded-extractor.ts'
import type { Annotations, Extractor, ExtractorInput } from '../extractor.ts'
import { ThreadPool } from './thread-pool.ts'

export interface ThreadedExtractor extends Extractor {
  /** Ends its threads. */
  close(): Promise<void>
}

/** A pause between two deliveries costs no new start; a quiet server has its memory back. */
const IDLE_MS = 60_000

/**
 * The embedded extractor in threads of its own: this one goes on answering, and all cores read. As
 * many threads as cores, because this thread only waits while they read; each holds its own tables.
 */
export function createThreadedExtractor(): ThreadedExtractor {
  const pool = new ThreadPool<ExtractorInput, Annotations>({
    size: availableParallelism(),
    idleMs: IDLE_MS,
    start: startThread,
  })
  return {
    ...createEmbeddedExtractor((input) => pool.run(input)),
    close: () => pool.close(),
  }
}

const FROM_SOURCE = import.meta.url.endsWith('.ts')
const THREAD = new URL(`./annotate-thread.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url)

/** Node 20 does not hand the loader of TypeScript on to threads, so each registers its own. */
function startThread(): Worker {
  if (!FROM_SOURCE) return new Worker(THREAD)
  const [loader, thread] = [import.meta.resolve('tsx/esm/api'), THREAD.href].map((url) =>
    JSON.stringify(url),
  )
  const code = `import(${loader}).then(({ register }) => { register(); return import(${thread}) })`
  return new Worker(code, { eval: true })
}
