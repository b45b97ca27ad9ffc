/** Stable codes of the errors that callers can act on. */
export type AppErrorCode =
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'LIMIT_EXCEEDED'
  | 'NOT_ADDITIVE'
  | 'REMOTE_FAILED'
  | 'EVENTS_PRUNED'

/**
 * An expected error: its message says what is wrong, where, and what to do, and may be shown to
 * the caller. Anything else that is thrown is a bug, and is masked and logged.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError'
  readonly code: AppErrorCode

  constructor(code: AppErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A value in the caller's input is wrong; `path` names it ("input.bodyText"). */
export class InvalidInputError extends AppError {
  override readonly name = 'InvalidInputError'
  readonly path: string | null

  constructor(message: string, path: string | null = null, options?: ErrorOptions) {
    super('INVALID_INPUT', message, options)
    this.path = path
  }
}

/** The thing asked for does not exist, or the caller may not know that it does. */
export class NotFoundError extends AppError {
  override readonly name = 'NotFoundError'

  constructor(message: string) {
    super('NOT_FOUND', message)
  }
}

/** The change contradicts what is stored. */
export class ConflictError extends AppError {
  override readonly name = 'ConflictError'

  constructor(message: string) {
    super('CONFLICT', message)
  }
}

/** Values were to be added up that must not be; the message says which, and why not. */
export class NotAdditiveError extends AppError {
  override readonly name = 'NotAdditiveError'

  constructor(message: string) {
    super('NOT_ADDITIVE', message)
  }
}

/** Somebody else changed the article since the caller read it. */
export class RevisionConflictError extends AppError {
  override readonly name = 'RevisionConflictError'
  readonly expectedRevision: number
  readonly currentRevision: number

  constructor(expectedRevision: number, currentRevision: number) {
    super(
      'CONFLICT',
      `input.expectedRevision: the article is at revision ${currentRevision}, not ${expectedRevision}. Read it again, then decide whether the change is still right.`,
    )
    this.expectedRevision = expectedRevision
    this.currentRevision = currentRevision
  }
}
