import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDb } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startServerProcess } from '../../tests/support/run-server.ts'
import { type Latency, measureBurst } from './measure-burst.ts'

const KEY = 'a-key-of-the-benchmark'

const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'))
const DATABASE_URL = `file:${join(folder, 'bench.db')}`
migrate(DATABASE_URL)
const db = await openDb(DATABASE_URL)
await db.source.create({ data: { slug: 'bench', name: 'bench', nameKey: 'bench' } })
await db.$disconnect()
const { child, url } = await startServerProcess({
  DATABASE_URL,
  DATELINE_SAMPLES: 'off',
  DATELINE_ADMIN_KEY: KEY,
})
try {
  let from = 0
  for (const [deliveries, connections] of [
    [60, 8],
    [60, 8],
    [60, 32],
    [300, 8],
    [300, 32],
  ] as const) {
    const report = await measureBurst({ url, key: KEY, deliveries, connections, from })
    from += deliveries
    console.log(
      `${deliveries} deliveries, ${connections} connections: ${describe(report.answers)}; reads meanwhile: ${describe(report.readsMeanwhile)}; stored after ${report.drainedAfter.toFixed(1)} s`,
    )
  }
} finally {
  child.kill()
  await rm(folder, { recursive: true })
}

function describe({ count, p50, p99, max }: Latency): string {
  return `${count} answers, p50 ${p50.toFixed(0)} p99 ${p99.toFixed(0)} max ${max.toFixed(0)} ms`
}
