import { parentPort } from 'node:worker_threads'
import { annotate } from '../annotate.ts'
import type { Annotations, ExtractorInput } from '../extractor.ts'
import type { ThreadAnswer } from './thread-pool.ts'

/** A thread that reads texts: an ExtractorInput in, a ThreadAnswer with its Annotations out. */
parentPort?.on('message', (input: ExtractorInput) => parentPort?.postMessage(read(input)))

function read(input: ExtractorInput): ThreadAnswer<Annotations> {
  try {
    return { answer: annotate(input) }
  } catch (error) {
    return { error }
  }
}
