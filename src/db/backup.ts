import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../core/app-error.ts'
import { DatabaseFileError, explainFileError } from './database-error.ts'
import { createDirectoryOf, databasePath } from './database-path.ts'

/** The place for the backup is taken; a backup never replaces a file. */
export class BackupTargetExistsError extends AppError {
  override readonly name = 'BackupTargetExistsError'

  constructor(target: string) {
    super('CONFLICT', `Backup target ${target} exists already. Name another file, or remove it.`)
  }
}

export interface Backup {
  /** Absolute path of the copy, a database that DATABASE_URL can name as it is. */
  readonly path: string
  readonly bytes: number
}

/**
 * Copies a database, also while others write to it, as it is at one moment between two transactions. The copy is checked and
 * safe on the disk before it gets its name, so that a file at `target` is always a whole backup.
 *
 * It blocks the event loop while it runs (seconds for 100 MB): call it in a process of its own, as `dateline backup` does.
 * Writers in other processes go on.
 *
 * @throws {BackupTargetExistsError}
 * @throws {DatabaseFileError} when there is no database to copy, or it is damaged
 */
export function backupDatabase(sourceUrl: string, target: string): Backup {
  const source = databasePath(sourceUrl)
  if (!existsSync(source)) {
    throw new DatabaseFileError(source, 'does not exist, so there is nothing to back up.')
  }
  const destination = path.resolve(target)
  if (existsSync(destination)) throw new BackupTargetExistsError(destination)
  createDirectoryOf(destination)

  const partial = `${destination}.${process.pid}.partial`
  try {
    copyInto(source, partial)
    assertWhole(source, partial)
    flush(partial)
    if (existsSync(destination)) throw new BackupTargetExistsError(destination)
    renameSync(partial, destination)
  } finally {
    rmSync(partial, { force: true })
  }
  flush(path.dirname(destination)) // the new name is an entry of the directory
  return { path: destination, bytes: statSync(destination).size }
}

/** VACUUM INTO reads one snapshot in one step. SQLite's page-wise backup starts again whenever somebody writes. */
function copyInto(source: string, partial: string): void {
  try {
    const connection = new Database(source, { fileMustExist: true })
    try {
      connection.prepare('VACUUM INTO ?').run(partial)
    } finally {
      connection.close()
    }
  } catch (error) {
    throw explainFileError(error, source)
  }
}

function assertWhole(source: string, partial: string): void {
  const copy = new Database(partial, { readonly: true })
  try {
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') {
      throw new DatabaseFileError(
        source,
        `gave a damaged copy (${found}), which was removed. Check the disk and try again.`,
      )
    }
  } finally {
    copy.close()
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
