import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { PlaceKind } from '../../core/place-kind.ts'
import type { GazetteerPlace } from './gazetteer-place.ts'

const FILE = new URL('places.tsv.br', import.meta.url)
const LINE_FEED = 10
const TAB = 9

/**
 * The gazetteer as it lies on disk: a line with the number of places, one line per place, then one
 * line per folded name with the places that it may mean (their line numbers, base 36), sorted by
 * name. Names are found by binary search in the bytes, so that nothing is parsed before it is
 * asked for: 10 MB of text and 1.5 MB of line offsets, ready after about 60 ms.
 */
export class PlaceTable {
  readonly #bytes: Buffer
  /** Where each line starts, and one more for the end. */
  readonly #lines: Uint32Array
  readonly #placeCount: number

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#lines = lineStarts(bytes)
    this.#placeCount = Number(this.#line(0))
  }

  /** Places filed under a folded name, in no order. */
  find(key: string): GazetteerPlace[] {
    const line = this.#search(Buffer.from(key))
    if (line === null) return []
    const [, ids = ''] = this.#line(line).split('\t')
    return ids.split(' ').map((id) => this.#place(Number.parseInt(id, 36)))
  }

  /** All places, in the order of their lines. */
  *all(): Generator<GazetteerPlace> {
    for (let id = 0; id < this.#placeCount; id += 1) yield this.#place(id)
  }

  #place(id: number): GazetteerPlace {
    const [name = '', kind, country, region, latitude, longitude, population, geonamesId, capital] =
      this.#line(id + 1).split('\t')
    return {
      id,
      name,
      kind: kind as PlaceKind,
      countryCode: country || null,
      regionCode: region || null,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      geonamesId: geonamesId ? Number(geonamesId) : null,
      capital: capital === 'C',
    }
  }

  /** The line whose name equals the key. */
  #search(key: Buffer): number | null {
    let [low, high] = [this.#placeCount + 1, this.#lines.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      const start = this.#lines[middle] ?? 0
      const tab = this.#bytes.indexOf(TAB, start)
      const order = this.#bytes.compare(key, 0, key.length, start, tab)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle
    }
    return null
  }

  #line(line: number): string {
    const start = this.#lines[line] ?? 0
    return this.#bytes.toString('utf8', start, (this.#lines[line + 1] ?? start + 1) - 1)
  }
}

function lineStarts(bytes: Buffer): Uint32Array {
  const starts = [0]
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
    starts.push(at + 1)
  }
  return Uint32Array.from(starts)
}

let table: PlaceTable | null = null

/** Reads the file on the first call. */
export function placeTable(): PlaceTable {
  table ??= new PlaceTable(brotliDecompressSync(readFileSync(FILE)))
  return table
}
