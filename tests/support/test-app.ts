import type { Hono } from 'hono'
import { pino } from 'pino'
import { createApiKey } from '../../src/actions/create-api-key.ts'
import { ingestArticle } from '../../src/actions/ingest-article.ts'
import type { IngestInput } from '../../src/actions/ingest-input.ts'
import { OPERATOR, type Scope } from '../../src/auth/actor.ts'
import type { Db } from '../../src/db/client.ts'
import { EventFeed } from '../../src/db/event-feed.ts'
import type { Extractors } from '../../src/extraction/extractors.ts'
import { createApp } from '../../src/server/app.ts'
import { type EventStream, readEventStream } from './event-stream.ts'
import { EMBEDDED_ONLY } from './extractors.ts'
import { createTestDatabase } from './test-database.ts'

export const ADMIN_KEY = 'an-admin-key-for-tests'
const PUBLIC_URL = 'https://news.example'
/** What the application takes for the present, unless a test says otherwise. */
export const NOW = new Date('2025-12-24T12:00:00Z')

/** Answers are compared as a whole, or read as the query asked for them. */
type Data = any

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly data: Data
  readonly errors: readonly { message: string; path?: unknown[]; extensions?: { code?: string } }[]
}

export interface TestApp {
  readonly app: Hono
  readonly db: Db
  readonly events: EventFeed
  /** SQL statements since the last `statements.length = 0`. */
  readonly statements: string[]
  /** What was logged, one JSON object a line. */
  readonly logged: string[]
  /** Asks GraphQL, as the public unless given a key. */
  ask(query: string, options?: { variables?: object; key?: string }): Promise<Answer>
  /** The data of an answer that must have no errors. */
  read(query: string, options?: { variables?: object; key?: string }): Promise<Data>
  /** Opens a subscription; its first event, the position, is taken already. */
  subscribe(
    query: string,
    options?: { variables?: object; key?: string; lastEventId?: string },
  ): Promise<EventStream>
  ingest(input: Partial<IngestInput>): ReturnType<typeof ingestArticle>
  makeKey(...scopes: Scope[]): Promise<string>
  setTime(now: Date): void
  close(): Promise<void>
}

/** The whole application on a database of its own; no port is opened. */
export async function createTestApp(extractors: Extractors = EMBEDDED_ONLY): Promise<TestApp> {
  const statements: string[] = []
  const logged: string[] = []
  let wake = (): void => {}
  const { db, close } = await createTestDatabase({
    onQuery: (sql) => statements.push(sql),
    onCommit: () => wake(),
  })
  const events = new EventFeed(db, {
    onError: (error) => {
      throw error
    },
  })
  wake = () => events.wake()
  let now = NOW
  const app = createApp({
    db,
    extractors,
    events,
    adminKey: ADMIN_KEY,
    log: pino({ level: 'info' }, { write: (line) => logged.push(line) }),
    publicUrl: PUBLIC_URL,
    now: () => now,
  })

  const ask: TestApp['ask'] = async (query, { variables, key } = {}) => {
    const response = await app.request('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    const { status, headers } = response
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>
    return { status, headers, data, errors }
  }
  return {
    app,
    db,
    statements,
    logged,
    ask,
    close: async () => {
      await events.close()
      await close()
    },
    events,
    read: async (query, options) => {
      const { data, errors } = await ask(query, options)
      if (errors.length > 0) throw new Error(`${query}\n${JSON.stringify(errors, null, 2)}`)
      return data
    },
    subscribe: async (query, { variables, key, lastEventId } = {}) => {
      const response = await app.request('/graphql', {
        method: 'POST',
        headers: {
          accept: 'text/event-stream',
          'content-type': 'application/json',
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
        },
        body: JSON.stringify({ query, variables }),
      })
      const stream = readEventStream(response)
      const first = await stream.next()
      if (first?.event !== null) throw new Error(`No position came first: ${JSON.stringify(first)}`)
      return stream
    },
    ingest: (input) =>
      ingestArticle(
        { db, extractors, actor: OPERATOR, now },
        {
          source: 'wire',
          externalId: 'a1',
          bodyText: 'Nothing happened.',
          headline: 'Quiet day',
          ...input,
        },
      ),
    makeKey: async (...scopes) =>
      (await createApiKey({ db, actor: OPERATOR }, { name: 'test', scopes })).key,
    setTime: (time) => {
      now = time
    },
  }
}
