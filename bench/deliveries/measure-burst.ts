import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { generateArticle } from '../ingest/generate-article.ts'

export interface BurstReport {
  /** Answers of POST /ingest/:source. */
  readonly answers: Latency
  /** Query for the 20 newest headlines, asked again and again until the last article is stored. */
  readonly readsMeanwhile: Latency
  /** From the first delivery to the last article stored, in seconds. */
  readonly drainedAfter: number
}

/** Milliseconds. */
export interface Latency {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface BurstOptions {
  readonly url: string
  readonly key: string
  readonly deliveries: number
  readonly connections: number
  /** Number of the first generated article, so that each burst brings new ones. */
  readonly from: number
}

const HEADLINES = '{ articles { edges { node { slug headline } } } }'
const WAITING = '{ ingestions(first: 1, filter: { status: [RECEIVED] }) { edges { node { id } } } }'
/** Between two queries of the reader, in milliseconds. */
const READ_PAUSE_MS = 20

/** Sends deliveries as fast as they are answered, over a number of connections, while somebody reads. */
export async function measureBurst(options: BurstOptions): Promise<BurstReport> {
  const { url, key, deliveries, connections, from } = options
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const readers = new Agent({ keepAlive: true })
  const bodies = Array.from({ length: deliveries }, (_, i) => {
    const { source: _source, ...payload } = generateArticle(from + i)
    return JSON.stringify(payload)
  })
  const ask = (query: string) =>
    post(new URL('/graphql', url), JSON.stringify({ query }), { agent: readers, key })
  let isOver = false
  const reads: number[] = []
  const reading = (async () => {
    while (!isOver) {
      reads.push((await ask(HEADLINES)).ms)
      await setTimeout(READ_PAUSE_MS)
    }
  })()

  const start = performance.now()
  const answers: number[] = []
  const queue = bodies.values()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const body of queue) {
        const { ms, status, text } = await post(new URL('/ingest/bench', url), body, { agent, key })
        if (status !== 202) throw new Error(`Answered ${status}: ${text}`)
        answers.push(ms)
      }
    }),
  )
  for (;;) {
    const { text } = await ask(WAITING)
    if (JSON.parse(text).data.ingestions.edges.length === 0) break
    await setTimeout(100)
  }
  const drainedAfter = (performance.now() - start) / 1000
  isOver = true
  await reading
  agent.destroy()
  readers.destroy()
  return { answers: latencyOf(answers), readsMeanwhile: latencyOf(reads), drainedAfter }
}

function latencyOf(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}

async function post(
  url: URL,
  body: string,
  { agent, key }: { readonly agent: Agent; readonly key: string },
): Promise<{ readonly ms: number; readonly status: number; readonly text: string }> {
  const start = performance.now()
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
  const sent = request(url, { method: 'POST', agent, headers })
  sent.end(body)
  const [response] = await once(sent, 'response')
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += chunk
  return { ms: performance.now() - start, status: response.statusCode, text }
}
