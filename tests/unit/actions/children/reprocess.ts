// Reprocesses all articles of a database with a new version of an extractor, and prints a line for each.
import { reprocessArticles } from '../../../../src/actions/reprocess-articles.ts'
import { OPERATOR } from '../../../../src/auth/actor.ts'
import { openDb } from '../../../../src/db/client.ts'
import { EMBEDDED_ONLY } from '../../../support/extractors.ts'
import { fakeExtractor } from '../fake-extractor.ts'

const [url = ''] = process.argv.slice(2)
const db = await openDb(url)
const embedded = fakeExtractor(
  '2',
  { type: 'PERSON', name: 'Bo Ek' },
  { value: 12, quote: '12 barns' },
)
const context = { db, actor: OPERATOR, now: new Date(), extractors: { ...EMBEDDED_ONLY, embedded } }
const summary = await reprocessArticles(context, { source: null, all: false }, ({ done }) => {
  process.stdout.write(`${done}\n`)
})
process.stdout.write(`${JSON.stringify(summary)}\n`)
await db.$disconnect()
