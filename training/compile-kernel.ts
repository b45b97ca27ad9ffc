/** Compiles kernel.wat with wabt (npm). Usage: compile-kernel.ts PACKAGES OUT.wasm */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [packages = 'node_modules', out = 'kernel.wasm'] = process.argv.slice(2)
const { default: wabt } = await import(
  createRequire(pathToFileURL(`${packages}/../package.json`)).resolve('wabt')
)
const source = readFileSync(new URL('kernel.wat', import.meta.url), 'utf8')
const module = (await wabt()).parseWat('kernel.wat', source, { simd: true })
module.resolveNames()
module.validate()
writeFileSync(out, module.toBinary({}).buffer)
