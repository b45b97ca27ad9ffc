import { open } from 'node:fs/promises'

/** What is needed of an open file. */
type OpenFile = Pick<Awaited<ReturnType<typeof open>>, 'datasync' | 'close'>

/**
 * Brings what was committed onto the disk without holding up the event loop: SQLite itself would wait for the disk inside
 * COMMIT, on the only thread. Those who commit while the disk is at work share the next turn.
 */
export class WalFlusher {
  readonly #file: string
  readonly #open: (file: string, flags: string) => Promise<OpenFile>
  #opened: Promise<OpenFile> | null = null
  #running: Promise<void> | null = null
  #next: Promise<void> | null = null

  /**
   * @param file the database; its WAL file is there, and the same one, as long as a connection is open
   * @param openFile how to open it; tests set it
   */
  constructor(file: string, openFile: (file: string, flags: string) => Promise<OpenFile> = open) {
    this.#file = `${file}-wal`
    this.#open = openFile
  }

  /** Resolves when all that was committed before the call survives a power cut. */
  flush(): Promise<void> {
    if (this.#running === null) return this.#start()
    // The disk may have begun before this commit.
    this.#next ??= this.#running.catch(() => undefined).then(() => this.#start())
    return this.#next
  }

  async close(): Promise<void> {
    await (this.#next ?? this.#running)?.catch(() => undefined)
    await (await this.#opened)?.close()
    this.#opened = null
  }

  #start(): Promise<void> {
    this.#next = null
    this.#running = this.#sync().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #sync(): Promise<void> {
    this.#opened ??= this.#open(this.#file, 'r+')
    await (await this.#opened).datasync()
  }
}
