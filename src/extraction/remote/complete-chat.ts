import { z } from 'zod'
import { ANSWER_FORMAT } from './answer.ts'
import type { ChatMessage } from './instructions.ts'
import { RemoteError } from './remote-error.ts'

/** Where a chat-completions service is. */
export interface ChatEndpoint {
  /** Without "/chat/completions": "https://api.example.org/v1". */
  readonly url: string
  readonly key: string | null
  readonly model: string
}

/** The part of `fetch` that is needed: the caller brings the network. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  /** The longest answer, in tokens. */
  readonly maxTokens: number
  readonly timeoutMs: number
}

export interface ChatAnswer {
  readonly content: string
  /** Null where the service does not count. */
  readonly tokens: number | null
}

/** A longer response is not an answer to what was asked. */
const MAX_RESPONSE_BYTES = 2 * 1024 * 1024

const responseSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.number() }).nullish(),
})

/**
 * One request to an OpenAI-compatible service. The timeout covers the whole answer; redirects are
 * refused, so that the key goes nowhere else.
 *
 * @throws {RemoteError} for anything but a complete answer
 */
export async function completeChat(
  fetch: Fetch,
  { url, key, model }: ChatEndpoint,
  { messages, maxTokens, timeoutMs }: ChatRequest,
): Promise<ChatAnswer> {
  const signal = AbortSignal.timeout(timeoutMs)
  let response: Response
  let body: string
  try {
    response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        messages,
        max_completion_tokens: maxTokens,
        response_format: ANSWER_FORMAT,
      }),
      redirect: 'error',
      signal,
    })
    body = response.ok ? await readBounded(response) : ''
    if (!response.ok) await response.body?.cancel()
  } catch (error) {
    if (error instanceof RemoteError) throw error
    const reason = signal.aborted ? `no answer within ${timeoutMs} ms` : 'the connection failed'
    throw new RemoteError(reason, { retryable: true })
  }
  if (!response.ok) throw refused(response)
  return readResponse(body)
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_RESPONSE_BYTES) {
      throw new RemoteError(`the answer is larger than ${MAX_RESPONSE_BYTES} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function refused({ status, headers }: Response): RemoteError {
  const retryable = status === 408 || status === 429 || status >= 500
  const advice = status === 401 || status === 403 ? ': check DATELINE_EXTRACTOR_KEY' : ''
  return new RemoteError(`it answered with status ${status}${advice}`, {
    retryable,
    retryAfterMs: readRetryAfter(headers),
  })
}

/** Seconds, or a date that counts from the server's own clock (RFC 9110, 10.2.3). */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const wait = Date.parse(value) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

function readResponse(body: string): ChatAnswer {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    throw new RemoteError('the response is not JSON')
  }
  const result = responseSchema.safeParse(json)
  if (!result.success) throw new RemoteError('the response is not a chat completion')
  const { choices, usage } = result.data
  const [choice] = choices
  if (choice?.finish_reason === 'length') throw new RemoteError('the answer was cut off')
  const content = choice?.message.content
  if (!content) throw new RemoteError('the model gave no answer')
  return { content, tokens: usage?.total_tokens ?? null }
}
