import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// graphql 16 ships CommonJS and ES modules side by side. Without the alias Vitest loads both and
// graphql refuses: "Cannot use GraphQLObjectType from another module or realm".
const resolve = { alias: { graphql: 'graphql/index.js' } }

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which on two cores leaves one to the tests.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: ['unit', 'graphql', 'contract', 'golden', 'server', 'cli'].map((name) => ({
      resolve,
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // Files of a worker share its modules: Prisma's client and the model are loaded once, not 200 times.
        isolate: false,
      },
    })),
  },
})
