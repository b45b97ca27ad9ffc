import { AppError } from '../core/app-error.ts'

/** The file that the database URL names cannot be used. */
export class DatabaseFileError extends AppError {
  override readonly name = 'DatabaseFileError'
  readonly file: string

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super('INVALID_INPUT', `Database file ${file} ${problem}`, options)
    this.file = file
  }
}

/**
 * Another process kept the database locked for longer than the busy timeout. Nothing was written. A client of the server
 * may see this message, so it does not name the file.
 *
 * `$transaction` throws it as it is. From a write outside a transaction Prisma makes an error of its own class, with the
 * same message and code.
 */
export class DatabaseLockedError extends AppError {
  override readonly name = 'DatabaseLockedError'

  constructor(waitedMs: number, options?: ErrorOptions) {
    super(
      'LIMIT_EXCEEDED',
      `The database stayed locked by another process for ${waitedMs} ms. Try again; if it lasts, look for a process that keeps a transaction open.`,
      options,
    )
  }
}

/** What SQLite's result codes mean for the person who runs the program; the first matching start wins. */
const FILE_PROBLEMS: readonly (readonly [code: string, problem: string])[] = [
  [
    'SQLITE_NOTADB',
    'is not a SQLite database. Name another file in DATABASE_URL, or move this one away.',
  ],
  ['SQLITE_CORRUPT', 'is damaged. Restore it from a backup.'],
  [
    'SQLITE_READONLY',
    'cannot be written. Give this user write permission on the file and its directory.',
  ],
  [
    'SQLITE_CANTOPEN',
    'cannot be opened. It must be a file, in a directory that this user may read and write.',
  ],
  ['SQLITE_FULL', 'cannot grow: the disk is full.'],
  ['SQLITE_IOERR', 'cannot be read or written: the disk reports an error.'],
]

/** The result code of an error from better-sqlite3 or from Prisma's adapter around it: "SQLITE_BUSY". */
function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && isSqliteCode(error.code)) return error.code
  const { cause } = error
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return undefined
  return isSqliteCode(cause.originalCode) ? cause.originalCode : undefined
}

export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false
}

/** What SQLite says of `file`, in our words; an error that says nothing of the file stays as it is. */
export function explainFileError(error: unknown, file: string): unknown {
  const code = sqliteCode(error)
  const problem = FILE_PROBLEMS.find(([start]) => code?.startsWith(start))?.[1]
  return problem === undefined ? error : new DatabaseFileError(file, problem, { cause: error })
}

function isSqliteCode(code: unknown): code is string {
  return typeof code === 'string' && code.startsWith('SQLITE_')
}
