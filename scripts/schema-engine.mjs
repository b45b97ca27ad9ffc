#!/usr/bin/env node
/**
 * Prisma's schema engine without the downloaded binary.
 *
 * The Prisma CLI starts the program that PRISMA_SCHEMA_ENGINE_BINARY names (prisma.config.ts sets it) in one of three ways:
 *   schema-engine --version
 *   schema-engine --datasource '{"url":…}' cli can-connect-to-database|create-database|drop-database
 *   schema-engine --datasource '{"url":…}' --datamodels FILE     then JSON-RPC, one message a line
 * This is such a program. It runs the same engine, built as WebAssembly: npm's @prisma/schema-engine-wasm, in the exact
 * version that @prisma/engines-version names. Raise both together with `prisma`.
 *
 * The protocol is not documented; it is what the CLI of the pinned version sends. tests/unit/db/schema-drift.test.ts and
 * every `npm run generate` run it.
 */
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SqliteFile } from './schema-engine-database.mjs'

const RPC_SERVER_ERROR = 4466 // the code by which the CLI knows an error of the engine
const EXIT_PANIC = 101 // the exit code by which it knows a crash

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', multiple: true, default: [] },
    datasource: { type: 'string', default: '{}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean', default: false },
  },
})

if (flags.version) {
  const { version } = await loadEngine()
  console.log('schema-engine-cli', version())
} else if (positionals[0] === 'cli') {
  await runCommand(positionals[1])
} else {
  await serve()
}

/** One of the commands that need a file rather than an engine. */
async function runCommand(name) {
  log('INFO', 'Starting schema engine CLI') // the Prisma CLI skips the first line
  const database = openDatabase()
  const commands = {
    'can-connect-to-database': async () => database.assertExists(),
    'create-database': () => database.create(),
    'drop-database': () => database.drop(),
  }
  try {
    await commands[name]()
  } catch (error) {
    log('ERROR', error.message, { error_code: error.code ?? 'P1001', is_panic: false })
    process.exitCode = 1
  }
}

/** Answers JSON-RPC requests from standard input until it ends. */
async function serve() {
  const database = openDatabase()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: database.provider,
    adapterName: database.adapterName,
    connect: () => database.connect(),
    connectToShadowDb: () => database.connectToShadowDb(),
  })
  const files = await Promise.all(
    flags.datamodels.map(async (file) => [file, await readFile(file, 'utf8')]),
  )
  const datamodels = files.length > 0 ? files : undefined
  exitOnPanic()

  const { SchemaEngine } = await loadEngine()
  const start = () =>
    SchemaEngine.new({ datamodels }, (line) => process.stderr.write(`${line}\n`), factory)
  let engine
  /** Requests that the WebAssembly build answers otherwise than the binary. */
  const overrides = {
    getDatabaseVersion: (params) => engine.version(params),
    // It would only empty the tables.
    reset: async () => {
      await database.drop()
      engine = await start()
    },
    // It returns what the binary prints.
    diff: async (params) => {
      const { stdout, ...result } = await engine.diff(params)
      if (stdout) send({ id: 'print', method: 'print', params: { content: stdout.trimEnd() } })
      return result
    },
  }

  const stop = async () => {
    await database.disconnect()
    process.exit(0) // the engine leaves timers behind
  }
  process.once('SIGTERM', () => void stop()) // how the CLI ends an engine that it no longer needs

  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line)
    if (method === undefined) continue // the CLI's answer to our `print`
    try {
      engine ??= await start()
      const run = overrides[method] ?? engine[method].bind(engine)
      send({ id, result: (await run(params)) ?? null })
    } catch (error) {
      const message = originalMessage(error, factory.errorRegistry)
      const data = { is_panic: false, message, error_code: error.code }
      send({ id, error: { code: RPC_SERVER_ERROR, message, data } })
    }
  }
  await stop()
}

function openDatabase() {
  return new SqliteFile(JSON.parse(flags.datasource).url)
}

/** Loads the engine's glue code and gives it its WebAssembly module; importing the package needs a bundler for that. */
async function loadEngine() {
  const glueUrl = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(glueUrl)
  const wasm = await readFile(new URL('schema_engine_bg.wasm', glueUrl))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/** A Rust panic arrives as an exception outside any request; its text comes through this global. */
function exitOnPanic() {
  let panic
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message
    },
  }
  process.on('uncaughtException', (error) => {
    const message = panic ?? error.message
    log('ERROR', message, { is_panic: true, message })
    process.exit(EXIT_PANIC)
  })
}

/** Errors of the JavaScript driver pass through the engine as "External error id#3". */
function originalMessage(error, errorRegistry) {
  return String(error?.message ?? error).replace(
    /External error id#(\d+)/g,
    (whole, id) => errorRegistry.consumeError(Number(id))?.error?.message ?? whole,
  )
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function log(level, message, fields) {
  const line = { level, fields: { message, ...fields }, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
