import type { Command } from 'commander'
import { readConfig } from '../../config.ts'
import { print } from '../with-database.ts'

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date; the server does this by itself when it starts')
    .action(async () => {
      const { migrate } = await import('../../db/migrate.ts')
      const applied = await migrate(readConfig().databaseUrl)
      print(
        applied.length === 0 ? 'up to date' : applied.map((name) => `applied ${name}`).join('\n'),
      )
    })
}
