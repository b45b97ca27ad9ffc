// Writes one topic, then stands still in the middle of a transaction that writes another.
import { openDb } from '../../../../src/db/client.ts'

const [url = ''] = process.argv.slice(2)
const db = await openDb(url)
await db.topic.create({ data: { slug: 'acknowledged', name: 'Acknowledged' } })
await db.$transaction(async (tx) => {
  await tx.topic.create({ data: { slug: 'open', name: 'Open' } })
  process.stdout.write('in transaction\n')
  await new Promise((resolve) => setTimeout(resolve, 600_000))
})
