/** The endpoint did not do its part; the message says how, without the text or the key. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
  /** Whether the same request may succeed a little later. */
  readonly retryable: boolean
  /** How long the endpoint asks to be left alone. */
  readonly retryAfterMs: number | null

  constructor(
    message: string,
    {
      retryable = false,
      retryAfterMs = null,
    }: { retryable?: boolean; retryAfterMs?: number | null } = {},
  ) {
    super(message)
    this.retryable = retryable
    this.retryAfterMs = retryAfterMs
  }
}
