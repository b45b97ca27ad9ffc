/** One server-sent event; `data` is read as JSON. */
interface SentEvent {
  readonly id: string | null
  readonly event: string | null
  /** Read as the query asked for it. */
  readonly data: any
}

export interface EventStream {
  readonly response: Response
  /** The next event; null when the stream has ended. Heartbeats are left out. */
  next(): Promise<SentEvent | null>
  /** The next so many. */
  take(count: number): Promise<SentEvent[]>
  /** All that come until the stream ends. */
  rest(): Promise<SentEvent[]>
  /** Hangs up. */
  close(): Promise<void>
}

/** Reads a response of server-sent events. */
export function readEventStream(response: Response): EventStream {
  const reader = (response.body ?? new ReadableStream())
    .pipeThrough(new TextDecoderStream())
    .getReader()
  let text = ''

  async function next(): Promise<SentEvent | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end === -1) {
        const { done, value } = await reader.read()
        if (done) return null
        text += value
        continue
      }
      const block = text.slice(0, end)
      text = text.slice(end + 2)
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim() ?? null
      const [id, event, data] = [field('id'), field('event'), field('data')]
      if (id !== null || event !== null) return { id, event, data: data ? JSON.parse(data) : null }
    }
  }
  async function take(count: number): Promise<SentEvent[]> {
    const events: SentEvent[] = []
    while (events.length < count) {
      const event = await next()
      if (event === null) throw new Error(`The stream ended after ${JSON.stringify(events)}`)
      events.push(event)
    }
    return events
  }
  async function rest(): Promise<SentEvent[]> {
    const events: SentEvent[] = []
    for (let event = await next(); event !== null; event = await next()) events.push(event)
    return events
  }
  return { response, next, take, rest, close: () => reader.cancel() }
}
