import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { UnauthenticatedError } from './actor.ts'
import { equalInConstantTime } from './api-key.ts'

/** How far the signer's clock may be off, and how long a delivery may be repeated by whoever overheard it. */
const REPLAY_WINDOW_MS = 5 * 60 * 1000

/** A delivery as it came over the wire, and the secrets that are good for its source. */
export interface SignedDelivery {
  readonly headers: Headers
  /** The raw bytes: signatures are over these, not over parsed JSON. */
  readonly body: Buffer
  readonly secrets: readonly string[]
  readonly now: Date
}

/**
 * Checks Ghost's signature, "sha256=<hex of HMAC(secret, body + t)>, t=<milliseconds>".
 *
 * @returns what is the same when Ghost sends this delivery again, and different for the next
 * @throws UnauthenticatedError where it is not good
 */
export function verifyGhostSignature(
  signature: string,
  { body, secrets, now }: Omit<SignedDelivery, 'headers'>,
): string {
  const match = /^sha256=([0-9a-f]{64}), ?t=(\d{1,16})$/i.exec(signature.trim())
  const [, hex, t] = match ?? []
  if (hex === undefined || t === undefined) {
    throw new UnauthenticatedError(
      'X-Ghost-Signature is not understood: it must be "sha256=<hex>, t=<milliseconds>".',
    )
  }
  const isGood = secrets.some((secret) =>
    equalInConstantTime(
      hex.toLowerCase(),
      createHmac('sha256', secret).update(body).update(t).digest('hex'),
    ),
  )
  if (!isGood) throw wrongSignature('X-Ghost-Signature')
  requireFresh(new Date(Number(t)), now)
  return `${t}.${hex.toLowerCase()}`
}

/**
 * Checks a signature of the Standard Webhooks specification.
 *
 * @returns the sender's id of the delivery
 * @throws UnauthenticatedError where it is not good
 */
export function verifyStandardSignature({ headers, body, secrets, now }: SignedDelivery): string {
  const [id, seconds, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    headers.get(`webhook-${part}`),
  )
  if (!id || !seconds || !signatures || !/^\d{1,12}$/.test(seconds)) {
    throw new UnauthenticatedError(
      'A signed delivery needs the headers webhook-id, webhook-timestamp (in seconds) and webhook-signature.',
    )
  }
  const time = new Date(Number(seconds) * 1000)
  const given = signatures.split(' ')
  const isGood = secrets
    .filter(isStandardSecret)
    .map((secret) => new Webhook(secret).sign(id, time, body))
    .some((expected) => given.some((signature) => equalInConstantTime(signature, expected)))
  if (!isGood) throw wrongSignature('webhook-signature')
  requireFresh(time, now)
  return id
}

/** The library throws for others, such as one that another CMS made. */
const isStandardSecret = (secret: string): boolean =>
  /^(?:whsec_)?(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(secret)

export const wrongSignature = (header: string): UnauthenticatedError =>
  new UnauthenticatedError(
    `${header} does not fit the body and the secret of this source: check the secret, and that nothing on the way changes the body.`,
  )

export function requireFresh(signedAt: Date, now: Date): void {
  if (Math.abs(now.getTime() - signedAt.getTime()) <= REPLAY_WINDOW_MS) return
  throw new UnauthenticatedError(
    'The signature was made more than 5 minutes ago, or ahead: check the clocks of both machines.',
  )
}
