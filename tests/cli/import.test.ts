import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { runCli, startCli } from '../support/run-cli.ts'

let folder: string
let url: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'))
  url = `file:${join(folder, 'test.db')}`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const story = (n: number): string =>
  `Ferry ${n} resumes\n\nThe ferry between Oslo and Copenhagen carried ${n + 2} passengers on Monday, the port authority said.\n`

describe('dateline import', () => {
  test('takes in a text, then says UNCHANGED, then UPDATED when the text changed', async () => {
    const file = join(folder, 'ferry.txt')
    writeFileSync(file, story(1))
    const args = ['import', file, '--source', 'desk', '--published-at', '2025-12-24T09:00:00Z']
    expect(await runCli(args, url)).toEqual({
      code: 0,
      stdout: 'CREATED ferry-1-resumes\n1 created, 0 updated, 0 unchanged, 0 stale, 0 failed\n',
      stderr: '',
    })
    expect((await runCli(args, url)).stdout).toContain('UNCHANGED ferry-1-resumes')
    writeFileSync(file, story(1).replace('3 passengers', '4 passengers'))
    expect((await runCli(args, url)).stdout).toContain('UPDATED ferry-1-resumes')
  })

  test('one bad line of a file is named, the others come in, and the exit code is 1', async () => {
    const file = join(folder, 'export.jsonl')
    const line = (id: string) =>
      JSON.stringify({ externalId: id, headline: id, bodyText: 'Some text.' })
    writeFileSync(file, `${line('a')}\n{"broken\n${line('c')}\n`)
    const { code, stdout } = await runCli(['import', file, '--source', 'desk', '--json'], url)
    expect(code).toBe(1)
    const summary = JSON.parse(stdout)
    expect(summary).toMatchObject({ created: 2, updated: 0, unchanged: 0, stale: 0 })
    expect(summary.failed).toEqual([
      { where: expect.stringMatching(/export\.jsonl:2$/), reason: expect.stringMatching(/JSON/) },
    ])
  })

  test('a file that is not there, a bad time and an unknown format say what to do', async () => {
    const missing = await runCli(['import', join(folder, 'nope.txt'), '--source', 'desk'], url)
    expect([missing.code, missing.stdout]).toEqual([1, ''])
    expect(missing.stderr).toMatch(/nope\.txt/)
    expect(missing.stderr).not.toMatch(/at .*\.ts/)
    const time = await runCli(['import', folder, '--source', 'desk', '--published-at', 'noon'], url)
    expect(time.code).toBe(1)
    expect(time.stderr).toContain('write a time with its zone, like 2025-12-24T09:00:00Z.')
    const format = await runCli(['import', folder, '--source', 'desk', '--format', 'docx'], url)
    expect(format.stderr).toContain('Allowed choices are auto')
  })

  test('killed at any moment, it loses nothing it has acknowledged, and the next import finishes it', async () => {
    const STORIES = 120
    const stories = join(folder, 'stories')
    mkdirSync(stories)
    for (let n = 0; n < STORIES; n += 1)
      writeFileSync(join(stories, `${String(n).padStart(3, '0')}.txt`), story(n))
    const args = ['import', stories, '--source', 'desk', '--verbose']

    const acknowledged: string[] = []
    for (const lines of [20, 50]) {
      const child = startCli(args, url)
      const ended = once(child, 'close')
      const seen: string[] = []
      if (child.stdout === null) throw new Error('The child has no output.')
      for await (const line of createInterface({ input: child.stdout })) {
        seen.push(line)
        if (seen.length === lines) child.kill('SIGKILL')
      }
      expect(await ended).toEqual([null, 'SIGKILL'])
      acknowledged.push(...seen.filter((line) => /^(CREATED|UNCHANGED) /.test(line)))
    }

    const db = await openDb(url)
    const stored = new Set(
      (await db.article.findMany({ select: { slug: true } })).map(({ slug }) => slug),
    )
    expect(stored.size).toBeLessThan(STORIES)
    const lost = acknowledged
      .map((line) => line.split(' ')[1] ?? '')
      .filter((slug) => !stored.has(slug))
    expect(lost).toEqual([])
    // Nothing is half-written: every article has its revision, its mentions and its figure.
    const half = await db.article.findMany({
      where: {
        OR: [{ currentRevisionId: null }, { mentions: { none: {} } }, { figures: { none: {} } }],
      },
    })
    expect(half).toEqual([])
    await db.$disconnect()

    const { code, stdout } = await runCli(args, url)
    expect(code).toBe(0)
    expect(stdout.trim().split('\n').at(-1)).toBe(
      `${STORIES - stored.size} created, 0 updated, ${stored.size} unchanged, 0 stale, 0 failed`,
    )
  })
})
