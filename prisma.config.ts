import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The Prisma CLI downloads its schema engine from a server of its own, which build machines often may not
// reach. The same engine is on npm as WebAssembly; scripts/schema-engine.mjs gives it the face of the program
// that the CLI looks for. Windows cannot start a script as a program: there the CLI downloads as ever.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL('scripts/schema-engine.mjs', import.meta.url),
  )
}
process.env.CHECKPOINT_DISABLE ??= '1' // no calls home
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1'

/** Full-text tables and SQLite's own tables behind them: migrations make them, the models do not know them. */
const SEARCH_TABLES = {
  article_fts: ['config', 'content', 'data', 'docsize', 'idx'],
  alias_fts: ['config', 'data', 'docsize', 'idx'],
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  experimental: { externalTables: true },
  tables: {
    external: Object.entries(SEARCH_TABLES).flatMap(([table, parts]) => [
      table,
      ...parts.map((part) => `${table}_${part}`),
    ]),
  },
  // `prisma migrate` works on this database; the server and the CLI open theirs themselves.
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/dateline.db' },
})
