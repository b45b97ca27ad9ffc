import { Command } from 'commander'
import { ConfigError } from '../config.ts'
import { AppError } from '../core/app-error.ts'
import { addBackupCommand } from './commands/backup.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addExportCommand } from './commands/export.ts'
import { addExtractCommand } from './commands/extract.ts'
import { addImportCommand } from './commands/import.ts'
import { addKeysCommand } from './commands/keys.ts'
import { addMigrateCommand } from './commands/migrate.ts'
import { addServeCommand } from './commands/serve.ts'
import { addSourcesCommand } from './commands/sources.ts'
import { addWebhooksCommand } from './commands/webhooks.ts'

const program = new Command('dateline')
  .description('News articles as a graph: who, where, how many, says who.')
  .showHelpAfterError('(see --help)')

addServeCommand(program)
addImportCommand(program)
addExportCommand(program)
addExtractCommand(program)
addSourcesCommand(program)
addKeysCommand(program)
addWebhooksCommand(program)
addMigrateCommand(program)
addBackupCommand(program)
addDoctorCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  const expected = error instanceof AppError || error instanceof ConfigError
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = expected ? 1 : 70
}
