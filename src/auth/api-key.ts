import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '../db/client.ts'
import { type Actor, PUBLIC, SCOPES, type Scope, UnauthenticatedError } from './actor.ts'

/** 256 random bits: too many to guess, so a plain hash is enough to store. */
export const generateApiKey = (): string => `dl_${randomBytes(32).toString('base64url')}`

export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** The part of a key that may be shown, to tell keys apart. */
export const apiKeyPrefix = (key: string): string => key.slice(0, 8)

/** Scopes as stored: unknown ones, written by a newer release, are left out. */
export function readScopes(stored: unknown): Scope[] {
  return SCOPES.filter((scope) => Array.isArray(stored) && stored.includes(scope))
}

/**
 * Who sends this Authorization header. No header is the public; a header that is not a good key
 * throws UnauthenticatedError, so that a client never mistakes public answers for its own.
 */
export async function authenticate(
  db: Db,
  authorization: string | null,
  adminKey: string | null,
): Promise<Actor> {
  if (authorization === null || authorization.trim() === '') return PUBLIC
  const key = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1]
  if (key === undefined) {
    throw new UnauthenticatedError(
      'The Authorization header is not understood: send "Authorization: Bearer <key>".',
    )
  }
  if (adminKey !== null && equalInConstantTime(key, adminKey)) {
    return { label: 'key:admin', scopes: ['ADMIN'] }
  }
  const row = await db.apiKey.findUnique({ where: { hash: hashApiKey(key) } })
  if (row === null) {
    throw new UnauthenticatedError('This API key is unknown: check it, or ask for a new one.')
  }
  if (row.revokedAt !== null) {
    throw new UnauthenticatedError('This API key was revoked: ask for a new one.')
  }
  return { label: `key:${row.id} ${row.name}`, scopes: readScopes(row.scopes) }
}

/** How long it takes tells nothing about where they differ. */
export function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashApiKey(a)), Buffer.from(hashApiKey(b)))
}
