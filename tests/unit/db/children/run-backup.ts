// Backs a database up and prints what the copy is.
import { backupDatabase } from '../../../../src/db/backup.ts'

const [url = '', target = ''] = process.argv.slice(2)
process.stdout.write(`${JSON.stringify(backupDatabase(url, target))}\n`)
