import { InvalidInputError } from '../../core/app-error.ts'
import { decodeText } from '../decode-text.ts'
import type { Importer, ImportFile, ImportItem, ImportOptions } from '../importer.ts'
import { parseArticleJson } from './parse-article-json.ts'

const LINE_FEED = 0x0a

/**
 * One article per line, as an object with the fields of IngestArticleInput and times in ISO 8601;
 * a .json file may instead hold one such object, or an array of them. Lines are decoded one by one,
 * so that a large file takes little more memory than its bytes.
 */
export const jsonlImporter: Importer = {
  format: 'jsonl',

  accepts({ name, bytes }) {
    if (/\.(?:jsonl|ndjson|json)$/i.test(name)) return true
    return (
      !/[^/]\.[^/.]+$/.test(name) && /^\s*\{/.test(Buffer.from(bytes.subarray(0, 64)).toString())
    )
  },

  *read(file, options) {
    try {
      if (holdsOneDocument(file)) yield* readDocument(file, options)
      else yield* readLines(file, options)
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      yield { where: file.path, reason: error.message }
    }
  },
}

/** A .json file, unless its first line is an object and others follow. */
function holdsOneDocument({ name, bytes }: ImportFile): boolean {
  if (!/\.json$/i.test(name)) return false
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1) return true
  try {
    const first: unknown = JSON.parse(decodeText(bytes.subarray(0, end)))
    return Array.isArray(first)
  } catch {
    return true
  }
}

function* readDocument(file: ImportFile, options: ImportOptions): Iterable<ImportItem> {
  const content = parseJson(decodeText(file.bytes))
  if (!Array.isArray(content)) {
    yield { where: file.path, ...parseArticleJson(content, options) }
    return
  }
  for (const [index, element] of content.entries()) {
    yield { where: `${file.path}[${index}]`, ...parseArticleJson(element, options) }
  }
}

function* readLines(file: ImportFile, options: ImportOptions): Iterable<ImportItem> {
  const bytes = inUtf8(file.bytes)
  let number = 0
  for (let start = 0; start < bytes.length; ) {
    const lineFeed = bytes.indexOf(LINE_FEED, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed
    number += 1
    const item = readLine(bytes.subarray(start, end), options)
    start = end + 1
    if (item)
      yield { where: `${file.path}:${number}`, bytesRead: Math.min(start, bytes.length), ...item }
  }
}

/** Null for an empty line. */
function readLine(
  bytes: Uint8Array,
  options: ImportOptions,
): ReturnType<typeof parseArticleJson> | null {
  let line: string
  try {
    line = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { reason: 'The line is not UTF-8: save the file in that encoding.' }
  }
  if (line.trim() === '') return null
  try {
    return parseArticleJson(parseJson(line), options)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return { reason: error.message }
  }
}

/** JSON lines are UTF-8 by their definition; PowerShell writes UTF-16, with a byte order mark. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe
  return isUtf16 ? Buffer.from(decodeText(bytes)) : bytes
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new InvalidInputError(`This is not JSON (${error.message}): write one object per line.`)
  }
}
