import type { ExecutionResult } from 'graphql'

/** A line now and then keeps proxies from closing a quiet connection. */
const HEARTBEAT_MS = 12_000

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx would otherwise collect events until its buffer is full.
  'X-Accel-Buffering': 'no',
}

/**
 * Results as server-sent events, in the protocol of graphql-sse ("distinct connections mode"): "next"
 * for each, "complete" at the end. `extensions.eventId` becomes the event's id, which browsers send
 * back when they connect again. A result is asked for when the client has taken the one before.
 */
export function eventStreamResponse(results: AsyncIterable<ExecutionResult>): Response {
  const iterator = results[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  let heartbeat: NodeJS.Timeout
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      heartbeat = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(':\n\n'))
      }, HEARTBEAT_MS)
      heartbeat.unref()
    },
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) {
        clearInterval(heartbeat)
        controller.enqueue(encoder.encode('event: complete\ndata:\n\n'))
        controller.close()
      } else controller.enqueue(encoder.encode(format(value)))
    },
    async cancel() {
      clearInterval(heartbeat)
      await iterator.return?.()
    },
  })
  return new Response(body, { headers: HEADERS })
}

function format(result: ExecutionResult): string {
  const { eventId } = result.extensions ?? {}
  const id = typeof eventId === 'string' ? `id: ${eventId}\n` : ''
  // Only a position: where the stream starts.
  if (result.data === undefined && result.errors === undefined) return `${id}\n`
  return `${id}event: next\ndata: ${JSON.stringify(result)}\n\n`
}
