import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { InvalidInputError } from '../core/app-error.ts'
import { DatabaseFileError } from './database-error.ts'

/**
 * The absolute path of the file that a database URL names: "file:./data/dateline.db" is relative to the working
 * directory. Messages name the URL's scheme only, since the rest may hold a password.
 *
 * @throws {InvalidInputError} when the URL names anything but a file
 */
export function databasePath(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? ''
  if (/^postgres(ql)?:$/i.test(scheme)) {
    throw invalidUrl('PostgreSQL is not supported yet')
  }
  if (scheme !== 'file:') {
    throw invalidUrl(
      scheme === ''
        ? 'DATABASE_URL has no scheme'
        : `DATABASE_URL has the unknown scheme ${scheme}`,
    )
  }
  const name = url.slice(scheme.length)
  if (name === '' || name.endsWith('/')) throw invalidUrl('DATABASE_URL names no file')
  if (name === ':memory:') {
    throw invalidUrl('A database in memory cannot be shared by two connections')
  }
  if (name.includes('?')) throw invalidUrl('DATABASE_URL takes no parameters')
  return path.resolve(name)
}

/** @throws {DatabaseFileError} when the directory is missing and cannot be made */
export function createDirectoryOf(file: string): void {
  const directory = path.dirname(file)
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    const problem = `needs the directory ${directory}, which cannot be created (${errorCode(error)}). Create it, or name another file.`
    throw new DatabaseFileError(file, problem, { cause: error })
  }
}

function invalidUrl(problem: string): InvalidInputError {
  return new InvalidInputError(
    `${problem}. Use a SQLite file, such as file:./data/dateline.db.`,
    'DATABASE_URL',
  )
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error
}
