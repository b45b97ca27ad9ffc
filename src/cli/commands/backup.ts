import type { Command } from 'commander'
import { readConfig } from '../../config.ts'
import { print } from '../with-database.ts'

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('copy the database to a new file, also while the server writes')
    .argument('<file>', 'where to; it must not exist')
    .action(async (file: string) => {
      const { backupDatabase } = await import('../../db/backup.ts')
      await backupDatabase(readConfig().databaseUrl, file)
      print(file)
    })
}
