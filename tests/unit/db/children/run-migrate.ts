// Migrates a database with the migrations of a folder and prints what it applied.
import { migrate } from '../../../../src/db/migrate.ts'

const [url = '', directory = ''] = process.argv.slice(2)
process.stdout.write(`${JSON.stringify(migrate(url, { directory }))}\n`)
