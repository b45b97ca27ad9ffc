import { PothosValidationError } from '@pothos/core'
import { type ExecutionResult, GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { Logger } from 'pino'
import {
  AppError,
  ConflictError,
  InvalidInputError,
  NotFoundError,
  RevisionConflictError,
} from '../core/app-error.ts'
import { builder } from './builder.ts'

const ErrorInterface = builder.interfaceRef<AppError>('Error').implement({
  description: 'Something a mutation could not do, and why.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, for programs.' }),
    message: t.exposeString('message', {
      description: 'For people: what is wrong, where, and what to do.',
    }),
  }),
})

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'A value in the input cannot be used. Nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    path: t.exposeString('path', { nullable: true, description: 'Which value: "input.bodyText".' }),
  }),
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'What the mutation should work on does not exist. Nothing was changed.',
  interfaces: [ErrorInterface],
})

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'The change contradicts what is stored. Nothing was changed.',
  interfaces: [ErrorInterface],
})

builder.objectType(RevisionConflictError, {
  name: 'RevisionConflictError',
  description: 'The article is not at the revision that the caller read. Nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', {
      description: 'The number that was given.',
    }),
    currentRevision: t.exposeInt('currentRevision', { description: 'The number it has.' }),
  }),
})

const HTTP_STATUS: Partial<Record<AppError['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  LIMIT_EXCEEDED: 400,
}

/** An expected error, as clients of GraphQL see it. */
export function toGraphQLError(error: AppError, at: GraphQLError | null = null): GraphQLError {
  const status = HTTP_STATUS[error.code]
  return new GraphQLError(error.message, {
    ...place(at),
    extensions: { code: error.code, ...(status && { http: { status } }) },
  })
}

/**
 * Lets through what was thrown on purpose. Anything else is a bug: it is logged with the request's
 * id, and the caller learns only that id.
 */
export function maskError(
  error: unknown,
  { log, requestId }: { log: Logger; requestId: string },
): Error {
  const graphqlError = error instanceof GraphQLError ? error : null
  const original = graphqlError?.originalError ?? (graphqlError ? null : error)
  if (original instanceof AppError) return toGraphQLError(original, graphqlError)
  if (original instanceof PothosValidationError) {
    return toGraphQLError(new InvalidInputError(original.message), graphqlError)
  }
  if (graphqlError !== null && (original === null || original === undefined)) return graphqlError
  if (graphqlError !== null && original instanceof GraphQLError) return graphqlError
  log.error({ err: original, path: graphqlError?.path, requestId }, 'a resolver failed')
  return new GraphQLError(`Unexpected error. It was logged with the request id ${requestId}.`, {
    ...place(graphqlError),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  })
}

/** A result as clients may see it; what is hidden from them is logged. */
export function maskErrors<Result extends { readonly errors?: readonly unknown[] | undefined }>(
  result: Result,
  log: { log: Logger; requestId: string },
): ExecutionResult {
  if (result.errors === undefined) return result as ExecutionResult
  const errors = result.errors.map((error) => maskError(error, log) as GraphQLError)
  return { ...result, errors }
}

/** Where in the query it happened. */
function place(error: GraphQLError | null): GraphQLErrorOptions {
  return {
    ...(error?.nodes && { nodes: error.nodes }),
    ...(error?.path && { path: error.path }),
  }
}
