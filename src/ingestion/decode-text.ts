import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { InvalidInputError } from '../core/app-error.ts'
import { refuseBinaryFormat } from './binary-format.ts'

/** How much of a file is looked at to tell what it is; encodings show within a few sentences. */
const SAMPLE_BYTES = 64 * 1024

/** HTML asks for the declaration within its first 1,024 bytes; some pages need more. */
const DECLARATION_BYTES = 4096

const DECLARED = /<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w:.-]+)/i

/** Below this confidence (of 100) the detector is guessing, and windows-1252 is the better guess. */
const LEAST_CONFIDENCE = 10

/** As the web does: what calls itself Latin-1 is nearly always the Windows superset of it. */
const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
])

/**
 * The text in the bytes of a file: by byte order mark, else strict UTF-8, else the character set
 * that HTML or XML declares, else the one that fits best. The mark itself is left out.
 * Throws InvalidInputError, without the file's name, for what is not text.
 */
export function decodeText(bytes: Uint8Array): string {
  refuseBinaryFormat(bytes)
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  if (encoding) return decode(bytes, encoding)
  if (hasManyControls(bytes)) {
    throw new InvalidInputError(
      'The file is binary data, not text: leave it out, or export its text.',
    )
  }
  return decodeUtf8(bytes) ?? decode(bytes, declaredEncoding(bytes) ?? detectedEncoding(bytes))
}

/** iconv-lite leaves the byte order mark out. */
function decode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function markedEncoding([first, second, third, fourth]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le'
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be'
  return null
}

/** Latin text in UTF-16 has a NUL in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const nuls = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  const many = sample.length * 0.35
  if (sample.length % 2 === 1 || sample.length < 8) return null
  if (odd > many && even < odd / 10) return 'utf-16le'
  return even > many && odd < even / 10 ? 'utf-16be' : null
}

/** A few stray NULs are cleaned away later; this many controls mean that it was never text. */
function hasManyControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) {
    // Escape (0x1b) switches character sets in Japanese mail.
    if (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d)) controls += 1
  }
  return controls >= 16 && controls > sample.length * 0.02
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1')
  const name = DECLARED.exec(start)?.[1]?.toLowerCase()
  // Bytes that read as ASCII here cannot be UTF-16, and those that are not UTF-8 cannot be that.
  if (name === undefined || /^utf-?(?:8|16|32)/.test(name)) return null
  return iconv.encodingExists(name) ? (SUPERSETS.get(name) ?? name) : null
}

function detectedEncoding(bytes: Uint8Array): string {
  const likely = analyse(bytes.subarray(0, SAMPLE_BYTES)).find(
    ({ name, confidence }) =>
      confidence >= LEAST_CONFIDENCE && name !== 'UTF-8' && iconv.encodingExists(name),
  )
  const name = likely?.name.toLowerCase() ?? 'windows-1252'
  return SUPERSETS.get(name) ?? name
}
