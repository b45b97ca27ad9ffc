import { parentPort } from 'node:worker_threads'
import { annotate } from '../annotate.ts'
import type { Annotations, ExtractorInput } from '../extractor.ts'
import { detectLanguage } from '../language/detect-language.ts'
import type { ThreadAnswer } from './thread-pool.ts'

export type ExtractionTask =
  | { readonly annotate: ExtractorInput }
  | { readonly detectLanguage: string }

export type ExtractionAnswer = Annotations | string | null

/** A thread that reads texts: an ExtractionTask in, a ThreadAnswer out. */
parentPort?.on('message', (task: ExtractionTask) => {
  void perform(task).then((answer) => parentPort?.postMessage(answer))
})

async function perform(task: ExtractionTask): Promise<ThreadAnswer<ExtractionAnswer>> {
  try {
    return {
      answer:
        'annotate' in task ? annotate(task.annotate) : await detectLanguage(task.detectLanguage),
    }
  } catch (error) {
    return { error }
  }
}
