// Keeps a file locked for writing until its standard input ends.
import { once } from 'node:events'
import Database from 'better-sqlite3'

const [file] = process.argv.slice(2)
const connection = new Database(file)
connection.exec('BEGIN IMMEDIATE')
process.stdout.write('locked\n')
await once(process.stdin.resume(), 'end')
connection.exec('ROLLBACK')
connection.close()
