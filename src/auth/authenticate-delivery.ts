import type { Db } from '../db/client.ts'
import { type Actor, UnauthenticatedError } from './actor.ts'
import { authenticate, equalInConstantTime } from './api-key.ts'
import { verifyContentfulSignature } from './contentful-signature.ts'
import { verifyGhostSignature, verifyStandardSignature } from './delivery-signature.ts'
import { currentSecrets, type SourceSecrets } from './source-secret.ts'

interface AuthenticatedDelivery {
  readonly actor: Actor
  /** What the sender calls the delivery, as far as its signature vouches for it; null where it does not. */
  readonly signedId: string | null
}

/**
 * Who sends a delivery to a source: its CMS, by a signature with the source's secret or with that secret as bearer
 * token, or the holder of an API key. Throws UnauthenticatedError for anything else.
 */
export async function authenticateDelivery(
  db: Db,
  source: SourceSecrets & { readonly slug: string },
  request: {
    readonly headers: Headers
    readonly body: Buffer
    /** Where the sender has sent it, as the sender knows it. */
    readonly url: URL
    readonly adminKey: string | null
    readonly now: Date
  },
): Promise<AuthenticatedDelivery> {
  const { headers, now } = request
  const secrets = currentSecrets(source, now)
  const cms: Actor = { label: `source:${source.slug}`, scopes: ['INGEST'] }
  const ghost = headers.get('x-ghost-signature')
  const contentful = headers.get('x-contentful-signature')
  const isSigned = ghost !== null || contentful !== null || headers.has('webhook-signature')
  if (isSigned && secrets.length === 0) throw withoutSecret(source.slug)
  if (ghost !== null) {
    return { actor: cms, signedId: verifyGhostSignature(ghost, { ...request, secrets }) }
  }
  if (contentful !== null) {
    return { actor: cms, signedId: verifyContentfulSignature(contentful, { ...request, secrets }) }
  }
  if (isSigned) return { actor: cms, signedId: verifyStandardSignature({ ...request, secrets }) }

  const authorization = headers.get('authorization')
  if (authorization === null || authorization.trim() === '') {
    throw new UnauthenticatedError(
      'A delivery needs a signature (X-Ghost-Signature, X-Contentful-Signature or webhook-signature), or the header "Authorization: Bearer" with the source\'s secret or an API key with the scope INGEST.',
    )
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1]
  if (token !== undefined && secrets.some((secret) => equalInConstantTime(token, secret))) {
    return { actor: cms, signedId: null }
  }
  return { actor: await authenticate(db, authorization, request.adminKey), signedId: null }
}

const withoutSecret = (slug: string): UnauthenticatedError =>
  new UnauthenticatedError(
    `The source "${slug}" has no secret to check signatures with: make one with "dateline sources rotate-secret ${slug}" and give it to the CMS.`,
  )
