// Writes topics for ever, two in each transaction, and prints the number of a pair once it is acknowledged.
import { openDb } from '../../../../src/db/client.ts'

const [url = ''] = process.argv.slice(2)
const db = await openDb(url)
for (let pair = 0; ; pair += 1) {
  await db.$transaction(async (tx) => {
    await tx.topic.create({ data: { slug: `${pair}-first`, name: 'First' } })
    await tx.topic.create({ data: { slug: `${pair}-second`, name: 'Second' } })
  })
  process.stdout.write(`${pair}\n`)
}
