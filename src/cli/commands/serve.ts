import type { Command } from 'commander'
import { readConfig } from '../../config.ts'
import { startServer } from '../../server/start-server.ts'

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve GraphQL and GraphiQL; settings come from the environment')
    .action(async () => {
      const server = await startServer(readConfig())
      const stopped = new Promise<void>((resolve) => {
        process.once('SIGINT', resolve)
        process.once('SIGTERM', resolve)
      })
      await stopped
      await server.close()
    })
}
