import { randomBytes } from 'node:crypto'

/** What a source has to verify deliveries with. */
export interface SourceSecrets {
  readonly secret: string | null
  readonly previousSecret: string | null
  readonly previousSecretUntil: Date | null
}

/** 256 random bits in the form of Standard Webhooks; as text it serves as a bearer token and for Ghost. */
export const generateSourceSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The secrets that are good now, the newest first. */
export function currentSecrets(
  { secret, previousSecret, previousSecretUntil }: SourceSecrets,
  now: Date,
): readonly string[] {
  const overlaps = previousSecretUntil !== null && previousSecretUntil > now
  return [secret, overlaps ? previousSecret : null].filter((known) => known !== null)
}
