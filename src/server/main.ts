import { ConfigError, readConfig } from '../config.ts'
import { AppError } from '../core/app-error.ts'
import { startServer } from './start-server.ts'

try {
  const server = await startServer(readConfig())
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof AppError
  process.stderr.write(
    `${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
}
