/** Reads the layout that training/export.py documents. Tensors are views: nothing is copied. */
export interface ModelFile {
  readonly hidden: number
  floats(name: string): Float32Array
  words(name: string): Uint32Array
  shorts(name: string): Uint16Array
  bytes(name: string): Uint8Array
}

const MAGIC = 'DLNER001'
const LENGTH_AT = MAGIC.length
const HEADER_AT = LENGTH_AT + 4

interface Header {
  readonly hidden: number
  readonly tensors: Readonly<
    Record<
      string,
      { readonly dtype: string; readonly shape: readonly number[]; readonly offset: number }
    >
  >
}

export function readModelFile(buffer: ArrayBuffer): ModelFile {
  const text = (start: number, end: number) => new TextDecoder().decode(buffer.slice(start, end))
  if (text(0, LENGTH_AT) !== MAGIC) {
    throw new Error(`Not a tagger model: it does not start with ${MAGIC}. Export it again.`)
  }
  const dataAt = HEADER_AT + new DataView(buffer).getUint32(LENGTH_AT, true)
  const { hidden, tensors }: Header = JSON.parse(text(HEADER_AT, dataAt))
  const locate = (name: string, dtype: string) => {
    const tensor = tensors[name]
    if (tensor?.dtype !== dtype)
      throw new Error(`The tagger model has no ${dtype} tensor "${name}"`)
    return { start: dataAt + tensor.offset, length: tensor.shape.reduce((a, b) => a * b, 1) }
  }
  const reader =
    <T>(dtype: string, make: (start: number, length: number) => T) =>
    (name: string): T => {
      const { start, length } = locate(name, dtype)
      return make(start, length)
    }
  return {
    hidden,
    floats: reader('f4', (start, length) => new Float32Array(buffer, start, length)),
    words: reader('u4', (start, length) => new Uint32Array(buffer, start, length)),
    shorts: reader('u2', (start, length) => new Uint16Array(buffer, start, length)),
    bytes: reader('u1', (start, length) => new Uint8Array(buffer, start, length)),
  }
}
