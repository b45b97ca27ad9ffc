import type { Worker } from 'node:worker_threads'

/** What a thread posts for each task it was sent. */
export type ThreadAnswer<Answer> =
  | { readonly answer: Answer }
  /** The task threw; the thread is fine. */
  | { readonly error: unknown }

export interface ThreadPoolOptions {
  /** How many threads run at most. */
  readonly size: number
  /** How long a thread without work is kept. */
  readonly idleMs: number
  /** Starts a thread that posts one ThreadAnswer for each message it gets. */
  readonly start: () => Worker
}

interface Job<Task, Answer> {
  readonly task: Task
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
  /** Threads that died over it. */
  deaths: number
}

interface Thread<Task, Answer> {
  readonly worker: Worker
  job: Job<Task, Answer> | null
  idle: NodeJS.Timeout | null
  /** What it died of. */
  error: unknown
}

/** A thread may die of another's memory, or of an accident: a second chance is fair, a third is not. */
const MAX_DEATHS = 2

/**
 * Threads that do one task at a time. The first tasks start them, one for each task that finds all
 * others busy; those without work end after a while, and never keep the process alive. The task of a
 * thread that dies goes to a new one; it is rejected when that dies too.
 */
export class ThreadPool<Task, Answer> {
  readonly #options: ThreadPoolOptions
  readonly #threads = new Set<Thread<Task, Answer>>()
  /** The one that was busy last is last: it is used first, so that the others grow old. */
  readonly #free: Thread<Task, Answer>[] = []
  readonly #waiting: Job<Task, Answer>[] = []
  #closed = false

  constructor(options: ThreadPoolOptions) {
    this.#options = options
  }

  /** Threads that run, busy or not. */
  get size(): number {
    return this.#threads.size
  }

  /** Rejects with what the task threw, when two threads died over it, and when the pool is closed. */
  run(task: Task): Promise<Answer> {
    if (this.#closed) return Promise.reject(poolClosed())
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject, deaths: 0 })
      this.#assign()
    })
  }

  /** Ends all threads, at once; what they were doing is rejected. */
  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#waiting.splice(0)) job.reject(poolClosed())
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#free.pop() ?? this.#start()
      if (thread === null) return
      if (thread.idle !== null) clearTimeout(thread.idle)
      thread.idle = null
      thread.job = this.#waiting.shift() ?? null
      thread.worker.ref()
      thread.worker.postMessage(thread.job?.task)
    }
  }

  #start(): Thread<Task, Answer> | null {
    if (this.#threads.size >= this.#options.size) return null
    const worker = this.#options.start()
    const thread: Thread<Task, Answer> = { worker, job: null, idle: null, error: null }
    this.#threads.add(thread)
    worker.on('message', (message: ThreadAnswer<Answer>) => this.#settle(thread, message))
    worker.on('error', (error) => {
      thread.error = error
    })
    worker.on('exit', () => this.#bury(thread))
    return thread
  }

  #settle(thread: Thread<Task, Answer>, message: ThreadAnswer<Answer>): void {
    const { job, worker } = thread
    thread.job = null
    thread.idle = setTimeout(() => this.#retire(thread), this.#options.idleMs).unref()
    worker.unref()
    this.#free.push(thread)
    this.#assign()
    if ('answer' in message) job?.resolve(message.answer)
    else job?.reject(message.error)
  }

  #retire(thread: Thread<Task, Answer>): void {
    this.#free.splice(this.#free.indexOf(thread), 1)
    void thread.worker.terminate()
  }

  #bury(thread: Thread<Task, Answer>): void {
    const { job, error } = thread
    this.#threads.delete(thread)
    const place = this.#free.indexOf(thread)
    if (place >= 0) this.#free.splice(place, 1)
    if (job !== null) {
      job.deaths += 1
      if (this.#closed) job.reject(poolClosed())
      else if (job.deaths < MAX_DEATHS) this.#waiting.unshift(job)
      else job.reject(new Error(`${MAX_DEATHS} threads died over this task`, { cause: error }))
    }
    this.#assign()
  }
}

const poolClosed = (): Error => new Error('The threads have been ended.')
