import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'
import { createYoga } from 'graphql-yoga'
import { authenticate } from '../auth/api-key.ts'
import { viewerOf } from '../auth/viewer-of.ts'
import { AppError } from '../core/app-error.ts'
import { Batches } from '../graphql/batches.ts'
import type { Context } from '../graphql/context.ts'
import { maskError, toGraphQLError } from '../graphql/errors.ts'
import { MAX_ALIASES, MAX_TOKENS } from '../graphql/limits.ts'
import { schema } from '../graphql/schema.ts'
import type { AppDependencies } from './app.ts'
import { graphiqlOptions, renderGraphiQL } from './graphiql.ts'
import { useErrorMasking } from './use-error-masking.ts'
import { useSubscriptions } from './use-subscriptions.ts'

interface RequestContext {
  readonly requestId: string
}

/** GraphQL over HTTP, and GraphiQL for browsers, at /graphql. */
export function createGraphQLHandler({
  db,
  extractors,
  adminKey,
  log,
  now,
  events,
  publicUrl,
}: AppDependencies) {
  async function createContext(request: Request, requestId: string): Promise<Context> {
    const time = now?.() ?? new Date()
    const actor = await authenticate(db, request.headers.get('authorization'), adminKey)
    const viewer = viewerOf(actor, time)
    return {
      db,
      extractors,
      actor,
      viewer,
      now: time,
      log,
      publicUrl,
      requestId,
      batches: new Batches(),
      asOf: new Map(),
      events,
      lastEventId: request.headers.get('last-event-id'),
      renew: () => createContext(request, requestId),
    }
  }
  const yoga = createYoga<RequestContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: async ({ request, requestId }): Promise<Context> => {
      try {
        return await createContext(request, requestId)
      } catch (error) {
        throw error instanceof AppError
          ? toGraphQLError(error)
          : maskError(error, { log, requestId })
      }
    },
    plugins: [
      useErrorMasking(),
      useSubscriptions(),
      maxTokensPlugin({ n: MAX_TOKENS }),
      maxAliasesPlugin({ n: MAX_ALIASES }),
    ],
    cors: false,
    graphiql: graphiqlOptions,
    renderGraphiQL,
    landingPage: false,
    maskedErrors: false,
    multipart: false,
    logging: false,
  })
  return (request: Request, context: RequestContext): Promise<Response> =>
    Promise.resolve(yoga.fetch(request, context))
}
