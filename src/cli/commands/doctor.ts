import type { Command } from 'commander'
import { readConfig } from '../../config.ts'
import { print, withDatabase } from '../with-database.ts'

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('check settings and database, and say what is wrong')
    .action(async () => {
      const { databaseUrl } = readConfig()
      print(`settings    ok, database ${databaseUrl}`)
      await withDatabase(async (db) => {
        const faults = await db.$queryRaw<Record<string, unknown>[]>`PRAGMA integrity_check`
        const [result] = faults.flatMap((row) => Object.values(row).map(String))
        print(`database    ${result === 'ok' ? 'ok' : `damaged: ${result}`}`)
        if (result !== 'ok') process.exitCode = 1
        const [articles, keys] = [
          await db.article.count(),
          await db.apiKey.count({ where: { revokedAt: null } }),
        ]
        print(`content     ${articles} articles, ${keys} active keys`)
      })
    })
}
