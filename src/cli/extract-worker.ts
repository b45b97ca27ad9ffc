import { parentPort, workerData } from 'node:worker_threads'
import {
  extractLine,
  type LineAnswer,
  type LineOptions,
  type NumberedLine,
} from './extract-line.ts'

/** Answers batches of lines, one at a time, in a thread of its own. */
async function answer(lines: readonly NumberedLine[]): Promise<LineAnswer[]> {
  const answers: LineAnswer[] = []
  for (const line of lines) answers.push(await extractLine(line, workerData as LineOptions))
  return answers
}

parentPort?.on('message', (lines: readonly NumberedLine[]) => {
  // A rejection ends the thread, and the pool hears of it.
  void answer(lines).then((answers) => parentPort?.postMessage(answers))
})
