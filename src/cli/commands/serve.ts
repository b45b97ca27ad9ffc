import type { Command } from 'commander'

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve GraphQL and GraphiQL; settings come from the environment')
    .action(async () => {
      const { readConfig } = await import('../../config.ts')
      const { startServer } = await import('../../server/start-server.ts')
      const server = await startServer(readConfig())
      const stopped = new Promise<void>((resolve) => {
        process.once('SIGINT', resolve)
        process.once('SIGTERM', resolve)
      })
      await stopped
      await server.close()
    })
}
