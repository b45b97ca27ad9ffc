import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLines } from '../../src/cli/read-lines.ts'
import { type CliResult, runCli } from '../support/run-cli.ts'

let folder: string
let url: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-extract-'))
  url = `file:${join(folder, 'test.db')}`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const STORY = `News

Rescue at sea

Ferrymen of the Norwegian Coast Guard rescued 28 of 40 passengers off Bergen on Monday, Captain Ida Lund said. “We saw no more lights,” Lund told NRK.

Back to top
`

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const extract = (...args: string[]): Promise<CliResult> => runCli(['extract', ...args], url)

let ofStory: Promise<CliResult> | undefined
/** What is printed for STORY as JSON; a second of work, so that it is asked once. */
const extractStory = (): Promise<CliResult> => {
  ofStory ??= extract(write('story.txt', STORY), '--json')
  return ofStory
}

async function extractStdin(lines: string | Buffer, ...args: string[]): Promise<CliResult> {
  const child = spawn(process.execPath, ['bin/dateline.js', 'extract', '--stdin-jsonl', ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
  })
  const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] }
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
  child.stdin.end(lines)
  const [code] = (await once(child, 'close')) as [number | null]
  const text = (of: Buffer[]): string => Buffer.concat(of).toString('utf8')
  return { code, stdout: text(chunks.stdout), stderr: text(chunks.stderr) }
}

const parseLines = (stdout: string): any[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Every span of an extraction cuts its own words out of the text. */
function expectTrueSpans({ headline, bodyText, mentions, figures }: any): void {
  const fields: any = { HEADLINE: [...headline], BODY: [...bodyText] }
  const cues = figures.flatMap(({ attribution }: any) => attribution.cue ?? [])
  for (const { field, start, end, exact } of [
    ...mentions.map(({ span }: any) => span),
    ...figures.map(({ span }: any) => span),
    ...cues,
  ]) {
    expect(fields[field].slice(start, end).join('')).toBe(exact)
  }
}

describe('dateline extract', () => {
  test('prints names, figures and rates of a text as JSON, without a database', async () => {
    const { code, stdout, stderr } = await extractStory()
    expect([code, stderr]).toEqual([0, ''])
    const found = JSON.parse(stdout)
    expect(Object.keys(found)).toEqual([
      'headline',
      'bodyText',
      'removedText',
      'language',
      'mentions',
      'figures',
      'derived',
    ])
    expect(found).toMatchObject({ headline: 'Rescue at sea', removedText: ['News', 'Back to top'] })
    expect(found.mentions).toContainEqual({
      type: 'PERSON',
      name: 'Ida Lund',
      span: { field: 'BODY', start: 136, end: 140, exact: 'Lund' },
    })
    const [part] = found.figures
    expect(Object.keys(part)).toEqual([
      'span',
      'value',
      'minValue',
      'maxValue',
      'valueText',
      'unit',
      'metric',
      'measure',
      'qualifier',
      'places',
      'attribution',
    ])
    expect(part).toMatchObject({ value: 28, valueText: '28', qualifier: 'EXACT' })
    expect(part.attribution).toMatchObject({ kind: 'NAMED', label: 'Ida Lund' })
    expect(found.derived).toMatchObject([{ value: 0.7, formula: '28 / 40', operands: [0, 1] }])
    expectTrueSpans(found)
    expect(existsSync(join(folder, 'test.db'))).toBe(false)
  })

  test('without --json it lists them for people', async () => {
    const { stdout } = await extract(write('story.txt', STORY))
    expect(stdout).toMatch(/^Rescue at sea\n\nPeople: Ida Lund \(2\)\n/)
    expect(stdout).toMatch(/\n {2}0\.7000 {2}Passengers rescued .*\(28 \/ 40\)\. /)
  })

  test('a page, and a text in another encoding, give what the text gives', async () => {
    const expected = (await extractStory()).stdout
    const latin = Buffer.from(STORY.replace('“', '\x93').replace('”', '\x94'), 'latin1')
    expect((await extract(write('latin.txt', latin), '--json')).stdout).toBe(expected)
    const [, headline = '', body = ''] = STORY.trim().split('\n\n')
    const page = `<!doctype html><html><body><nav>News</nav><article><h1>${headline}</h1><p>${body}</p></article></body></html>`
    const { stdout } = await extract(write('page.html', page), '--json')
    const { mentions, figures } = JSON.parse(expected)
    expect(JSON.parse(stdout)).toMatchObject({ headline, bodyText: body, mentions, figures })
  })

  test('a text in another language is named so, and nothing is read from it', async () => {
    const german = `Sturm an der Küste\n\nDer Sturm hat am Montag bei Bergen 40 Häuser beschädigt, wie die Polizei mitteilte.`
    for (const flags of [['--json'], ['--json', '--verbatim']]) {
      const { code, stdout } = await extract(write('german.txt', german), ...flags)
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({
        language: 'de',
        mentions: [],
        figures: [],
        derived: [],
      })
    }
    const lines = await extractStdin(JSON.stringify({ id: 1, text: german }))
    expect(JSON.parse(lines.stdout)).toMatchObject({ id: 1, language: 'de', mentions: [] })
    expect((await extract(join(folder, 'german.txt'))).stdout).toMatch(
      /\nLanguage: de\. Only English/,
    )
  })

  test('--verbatim takes the text as it stands', async () => {
    const text = '  News\r\n\r\n😀 Five men  left Oslo.\t\n'
    const found = JSON.parse((await extract(write('v.txt', text), '--json', '--verbatim')).stdout)
    expect(found).toMatchObject({ headline: '', bodyText: text, removedText: [] })
    const spans = found.mentions.map(({ span }: any) => span)
    expect(spans).toEqual([{ field: 'BODY', start: 27, end: 31, exact: 'Oslo' }])
    expectTrueSpans(found)
  })

  test('--published-at is what weekdays are counted from, and needs a zone', async () => {
    const path = write('story.txt', STORY)
    expect((await extract(path, '--published-at', '2025-12-24T09:00:00Z')).code).toBe(0)
    const { code, stderr } = await extract(path, '--published-at', 'noon')
    expect([code, stderr]).toEqual([1, expect.stringContaining('write a time with its zone')])
  })

  test('says what is wrong with what it is given', async () => {
    const problem = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await extract(...args)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).not.toMatch(/at .*\.[jt]s:/)
      return stderr
    }
    expect(await problem(join(folder, 'no.txt'))).toMatch(/^There is no file ".*no\.txt"/)
    expect(await problem(folder)).toMatch(/ is a folder: name one file of it\.$/m)
    expect(await problem(write('a.pdf', '%PDF-1.7'))).toMatch(/a\.pdf: The file is a PDF document/)
    expect(await problem(write('empty.txt', '\n'))).toMatch(/empty\.txt: The text is empty/)
    expect(await problem(write('a.txt', 'A.'), '--stdin-jsonl')).toMatch(/choose one of them/)
    expect(await problem()).toMatch(/name a file, or give --stdin-jsonl/)
  })
})

describe('dateline extract --stdin-jsonl', () => {
  test('answers each line with its id, in the order of the input', async () => {
    const names = readdirSync('src/extraction')
    const lines = Array.from({ length: 100 }, (_, i) => ({
      id: i % 2 === 0 ? i : `line ${i}`,
      text: `Report ${i}\n\n${`A court in Oslo fined ${i + 2} men from ${names.length} towns. `.repeat((i * 7) % 23)}Then it rose.`,
    }))
    const input = lines.map((line) => JSON.stringify(line)).join('\r\n')
    const { code, stdout, stderr } = await extractStdin(input)
    expect([code, stderr]).toEqual([0, ''])
    const answers = parseLines(stdout)
    expect(answers.map(({ id }) => id)).toEqual(lines.map(({ id }) => id))
    expect(answers.map(({ headline }) => headline)).toEqual(lines.map((_, i) => `Report ${i}`))
    for (const answer of answers) expectTrueSpans(answer)
  })

  test('answers like a file with the same text', async () => {
    const expected = JSON.parse((await extractStory()).stdout)
    const { stdout } = await extractStdin(JSON.stringify({ id: 7, text: STORY }))
    expect(JSON.parse(stdout)).toEqual({ id: 7, ...expected })
  })

  test('a bad line is answered with its number and reason, and the exit code is 1', async () => {
    const lines = [
      '{"id": "good", "text": "Two men left Oslo."}',
      '',
      '{"id": "broken"',
      '{"id": 4}',
      '{"id": 5, "text": "Two men.", "publishedAt": "noon"}',
      '{"text": "Two men."}',
      '{"id": 7, "text": " "}',
      '\xff',
      '{"id": "last", "text": "Two men\u2028left.", "publishedAt": "2025-12-24", "more": 1}',
    ]
    const bytes = lines.map((line) => Buffer.from(line, line === '\xff' ? 'latin1' : 'utf8'))
    const input = Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\n')]))
    const { code, stdout } = await extractStdin(input)
    expect(code).toBe(1)
    const [first, ...rest] = parseLines(stdout)
    const last = rest.pop()
    expect(first).toMatchObject({ id: 'good', bodyText: 'Two men left Oslo.' })
    expect(last.id).toBe('last')
    expect(rest).toEqual([
      { id: null, line: 3, error: expect.stringMatching(/not JSON/) },
      { id: 4, line: 4, error: expect.stringMatching(/text: .*string/) },
      { id: 5, line: 5, error: expect.stringMatching(/publishedAt: write a time like/) },
      { id: null, line: 6, error: expect.stringMatching(/id: /) },
      { id: 7, line: 7, error: 'The text is empty: give the text of an article.' },
      { id: null, line: 8, error: 'The line is not UTF-8: write it in that encoding.' },
    ])
  })

  test('--verbatim changes no character', async () => {
    const text = ' \u2028 A\r\n\n\n\tb \u0000 e\u0301 😀 '
    const { stdout } = await extractStdin(JSON.stringify({ id: 1, text }), '--verbatim')
    expect(JSON.parse(stdout)).toMatchObject({ headline: '', bodyText: text, removedText: [] })
  })

  test('no input is no output', async () => {
    expect(await extractStdin('\n\n')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('a reader that has seen enough is no error', async () => {
    const child = spawn(process.execPath, ['bin/dateline.js', 'extract', '--stdin-jsonl'])
    const errors: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.stdin.on('error', () => undefined)
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.end(`${JSON.stringify({ id: 1, text: 'Two men left.' })}\n`.repeat(2000))
    expect(await once(child, 'close')).toEqual([0, null])
    expect(Buffer.concat(errors).toString()).toBe('')
  })

  test('reads no further ahead than its queue, however slowly answers are taken', async () => {
    const built = pathToFileURL(resolve('dist/cli/extract-lines.js')).href
    const { extractLines } = await import(built)
    const total = 300
    let read = 0
    let written = 0
    let furthest = 0
    async function* input(): AsyncGenerator<Uint8Array> {
      while (read < total) {
        read += 1
        furthest = Math.max(furthest, read - written)
        yield Buffer.from(`${JSON.stringify({ id: read, text: 'Two men left.' })}\n`)
      }
    }
    const output = new Writable({
      write(_chunk, _encoding, done) {
        written += 1
        setImmediate(done)
      },
    })
    const options = { verbatim: true, publishedAt: null }
    expect(await extractLines(input(), output, options)).toEqual({ lines: total, failed: 0 })
    expect(furthest).toBeLessThanOrEqual(availableParallelism() * 8 + 2)
  })
})

describe('lines', () => {
  async function read(chunks: readonly Uint8Array[], most?: number) {
    const stream = (async function* () {
      for (const chunk of chunks) yield chunk
    })()
    const lines = []
    for await (const line of readLines(stream, most)) lines.push(line)
    return lines
  }

  test('are the same lines wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\u2028', ' '), { maxLength: 60 }),
        fc.array(fc.nat(80), { maxLength: 6 }),
        async (letters, cuts) => {
          const text = letters.join('')
          const bytes = Buffer.from(text)
          const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
            (a, b) => a - b,
          )
          const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end))
          const lines = await read(chunks)
          const expected = text
            .split('\n')
            .map((line, i) => ({ number: i + 1, line }))
            .filter(({ line }) => !/^[ \r]*$/.test(line))
          expect(
            lines.map(({ number, bytes: line }) => ({
              number,
              line: line && Buffer.from(line).toString(),
            })),
          ).toEqual(expected)
        },
      ),
    )
  })

  test('are handed on without waiting for more', async () => {
    const seen: string[] = []
    const stream = (async function* () {
      for (const chunk of ['1\n2\n', '3\n4', '4\n']) {
        yield Buffer.from(chunk)
        seen.push('asked')
      }
    })()
    for await (const { bytes } of readLines(stream)) seen.push(String(bytes))
    expect(seen).toEqual(['1', '2', 'asked', '3', 'asked', '44', 'asked'])
  })

  test('give up a line that is too long, and keep the next', async () => {
    const chunks = ['12345', '67\nshort\n', '1234567'].map((text) => Buffer.from(text))
    const lines = await read(chunks, 6)
    expect(lines.map(({ number, bytes }) => [number, bytes?.length ?? null])).toEqual([
      [1, null],
      [2, 5],
      [3, null],
    ])
  })
})
