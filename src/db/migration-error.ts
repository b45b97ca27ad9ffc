import { AppError } from '../core/app-error.ts'

/** The database and the migrations do not fit together; the message names the migration and says what to do. */
export class MigrationError extends AppError {
  override readonly name = 'MigrationError'

  constructor(message: string, options?: ErrorOptions) {
    super('CONFLICT', message, options)
  }
}
