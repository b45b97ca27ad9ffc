import { Worker } from 'node:worker_threads'
import type { LineAnswer, LineOptions, NumberedLine } from './extract-line.ts'

interface Task {
  readonly lines: readonly NumberedLine[]
  readonly resolve: (answers: readonly LineAnswer[]) => void
  readonly reject: (error: Error) => void
}

const FROM_SOURCE = import.meta.url.endsWith('.ts')
const WORKER = FROM_SOURCE
  ? new URL('./extract-worker.ts', import.meta.url)
  : new URL('./extract-worker.js', import.meta.url)

/** Node 20 does not hand the loader of TypeScript on to threads, so each registers its own. */
function startWorker(options: LineOptions): Worker {
  if (!FROM_SOURCE) return new Worker(WORKER, { workerData: options })
  const [loader, worker] = [import.meta.resolve('tsx/esm/api'), WORKER.href].map((url) =>
    JSON.stringify(url),
  )
  const code = `import(${loader}).then(({ register }) => { register(); return import(${worker}) })`
  return new Worker(code, { eval: true, workerData: options })
}

/** Threads that extract. One is started for each batch that finds all others busy, up to `size`. */
export class ExtractPool {
  readonly #size: number
  readonly #options: LineOptions
  readonly #workers = new Set<Worker>()
  readonly #idle: Worker[] = []
  readonly #waiting: Task[] = []
  readonly #running = new Map<Worker, Task>()

  constructor(size: number, options: LineOptions) {
    this.#size = size
    this.#options = options
  }

  /** The answers to a batch, in its order. Rejects when a thread dies. */
  run(lines: readonly NumberedLine[]): Promise<readonly LineAnswer[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ lines, resolve, reject })
      if (this.#idle.length === 0 && this.#workers.size < this.#size) this.#start()
      this.#next()
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()))
  }

  #start(): void {
    const worker = startWorker(this.#options)
    this.#workers.add(worker)
    this.#idle.push(worker)
    worker.on('message', (answers: readonly LineAnswer[]) => {
      const task = this.#running.get(worker)
      this.#running.delete(worker)
      this.#idle.push(worker)
      task?.resolve(answers)
      this.#next()
    })
    worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    )
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.shift()
      const task = this.#waiting.shift()
      if (worker === undefined || task === undefined) return
      this.#running.set(worker, task)
      worker.postMessage(task.lines)
    }
  }

  /** A thread that dies is a bug, or memory has run out: nothing more is answered. */
  #fail(error: Error): void {
    for (const task of [...this.#running.values(), ...this.#waiting]) task.reject(error)
    this.#running.clear()
    this.#waiting.length = 0
  }
}
