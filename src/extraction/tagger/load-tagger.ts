import { readFileSync } from 'node:fs'
import { Tagger } from './tagger.ts'

const MODEL = new URL('model/tagger.bin', import.meta.url)
const KERNEL = new URL('model/kernel.wasm', import.meta.url)

let tagger: Tagger | null = null

/** The tagger of this thread; reads its model on the first call, some 40 ms. */
export function loadTagger(): Tagger {
  tagger ??= new Tagger(new Uint8Array(readFileSync(MODEL)).buffer, readFileSync(KERNEL))
  return tagger
}
