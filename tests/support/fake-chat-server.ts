import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the service behaves towards one request. */
export type Behaviour = (response: ServerResponse) => void

export interface FakeChatServer {
  readonly url: string
  /** What was asked, in order. */
  readonly requests: { readonly headers: IncomingMessage['headers']; readonly body: ChatBody }[]
  close(): Promise<void>
}

interface ChatBody {
  readonly model: string
  readonly max_completion_tokens: number
  readonly response_format: { readonly type: string }
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

/** An OpenAI-compatible service that behaves as told, request by request; then it answers 418. */
export async function startFakeChatServer(...behaviours: Behaviour[]): Promise<FakeChatServer> {
  const requests: FakeChatServer['requests'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatBody
      requests.push({ headers: request.headers, body })
      const behave = behaviours.shift() ?? status(418)
      behave(response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A complete answer with this content. */
export const answer =
  (content: unknown, { finish = 'stop', tokens = 100 as number | null } = {}): Behaviour =>
  (response) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    raw(
      JSON.stringify({
        choices: [{ finish_reason: finish, message: { role: 'assistant', content: text } }],
        ...(tokens !== null && { usage: { total_tokens: tokens } }),
      }),
    )(response)
  }

export const raw =
  (body: string): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(body)
  }

export const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(code, headers)
    response.end('{"error":{"message":"key sk-secret is bad"}}')
  }

/** Takes the request and says nothing. */
export const hang: Behaviour = () => {}

/** Starts to answer, then says nothing more. */
export const stall: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"choices": [')
}

/** Starts to answer, then drops the line. */
export const hangUp: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"choices": [', () => response.destroy())
}
