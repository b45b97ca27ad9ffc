import { AppError } from '../core/app-error.ts'

/** What a key may do. ADMIN includes all others. */
export const SCOPES = ['READ_UNPUBLISHED', 'INGEST', 'REVIEW', 'ADMIN'] as const
export type Scope = (typeof SCOPES)[number]

/** Who asks: anybody, the holder of a key, or the operator at the machine's own command line. */
export interface Actor {
  /** For the audit log: "public", "key:3 CMS of the Courier", "operator". */
  readonly label: string
  /** Null when nobody has identified themselves. */
  readonly scopes: readonly Scope[] | null
}

export const PUBLIC: Actor = { label: 'public', scopes: null }
export const OPERATOR: Actor = { label: 'operator', scopes: ['ADMIN'] }

export class UnauthenticatedError extends AppError {
  override readonly name = 'UnauthenticatedError'

  constructor(message: string) {
    super('UNAUTHENTICATED', message)
  }
}

class ForbiddenError extends AppError {
  override readonly name = 'ForbiddenError'

  constructor(message: string) {
    super('FORBIDDEN', message)
  }
}

export function may(actor: Actor, scope: Scope): boolean {
  return actor.scopes !== null && (actor.scopes.includes(scope) || actor.scopes.includes('ADMIN'))
}

/** Every action calls this first, so that no way in can forget it. */
export function requireScope(actor: Actor, scope: Scope): void {
  if (may(actor, scope)) return
  if (actor.scopes === null) {
    throw new UnauthenticatedError(
      `This needs an API key with the scope ${scope}: send the header "Authorization: Bearer <key>".`,
    )
  }
  throw new ForbiddenError(`This API key does not have the scope ${scope}.`)
}
