import { AppError } from '../core/app-error.ts'

/** Another server did not do its part: it cannot be reached, may not be asked, or answers what is of no use. */
export class RemoteError extends AppError {
  override readonly name = 'RemoteError'

  constructor(message: string, options?: ErrorOptions) {
    super('REMOTE_FAILED', message, options)
  }
}
