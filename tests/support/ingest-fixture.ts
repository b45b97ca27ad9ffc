import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../fixtures/ingest', import.meta.url))

/** The bytes of a payload in tests/fixtures/ingest: "ghost/post-published". */
export const ingestFixture = (name: string): Buffer => readFileSync(`${FOLDER}/${name}.json`)
