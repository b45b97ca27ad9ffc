import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type AppError, InvalidInputError } from '../core/app-error.ts'

const STATUS: Readonly<Partial<Record<AppError['code'], ContentfulStatusCode>>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  LIMIT_EXCEEDED: 413,
}

/**
 * An expected error as { code, message, path? }, with the codes of GraphQL's Error.
 *
 * @param otherwise the status of codes that are about the input
 */
export function errorResponse(
  context: Context,
  error: AppError,
  otherwise: ContentfulStatusCode,
): Response {
  const { code, message } = error
  const path = error instanceof InvalidInputError ? error.path : null
  return context.json({ code, message, ...(path !== null && { path }) }, STATUS[code] ?? otherwise)
}
