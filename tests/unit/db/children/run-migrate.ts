// Says that it is ready, waits for the end of its standard input, migrates a database with the migrations of a folder and
// prints what it applied.
import { once } from 'node:events'
import { migrate } from '../../../../src/db/migrate.ts'

const [url = '', directory = ''] = process.argv.slice(2)
process.stdout.write('ready\n')
await once(process.stdin.resume(), 'end')
process.stdout.write(`${JSON.stringify(migrate(url, { directory }))}\n`)
