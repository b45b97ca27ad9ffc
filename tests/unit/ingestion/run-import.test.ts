import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IngestOutcome } from '../../../src/actions/decide-outcome.ts'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import { collectFiles } from '../../../src/ingestion/import-files.ts'
import { type ImportProgress, runImport } from '../../../src/ingestion/run-import.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/import', import.meta.url))
const OPTIONS = { format: 'auto', source: 'northport-times', publishedAt: null } as const

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-import-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function importFolder(ingest: (id: string) => IngestOutcome, path = folder) {
  const progress: ImportProgress[] = []
  const files = await collectFiles(path)
  const summary = await runImport(
    { files, ...OPTIONS },
    { prepare: async ({ externalId }) => externalId, store: async (id: string) => ingest(id) },
    (step) => progress.push(step),
  )
  return { summary, progress, files }
}

describe('an import', () => {
  it('counts what became of each article, and names what failed', async () => {
    const { summary } = await importFolder(
      (id) => (id.startsWith('b') ? 'CREATED' : 'UNCHANGED'),
      FIXTURES,
    )
    const at = (name: string): string => join(FIXTURES, name)
    expect(summary).toMatchObject({ created: 5, updated: 0, unchanged: 4, stale: 0 })
    expect(summary.failed.map(({ where }) => where)).toEqual([
      ...[2, 3, 4, 5, 6, 7].map((line) => at(`bad-lines.jsonl:${line}`)),
      at('stories.json[1]'),
    ])
  })

  it('goes on after an article that is refused, and skips what is in no format of articles', async () => {
    await writeFile(join(folder, 'a.txt'), 'Refused.')
    await writeFile(join(folder, 'b.txt'), Buffer.from('89504e470d0a1a0a0000', 'hex'))
    await writeFile(join(folder, 'c.dat'), 'a,b')
    await writeFile(join(folder, 'd.txt'), 'Fine.')
    const { summary } = await importFolder((id) => {
      if (id === 'a') throw new InvalidInputError('The article has no text.')
      return 'UPDATED'
    })
    expect(summary).toEqual({
      created: 0,
      updated: 1,
      unchanged: 0,
      stale: 0,
      failed: [
        { where: join(folder, 'a.txt'), reason: 'The article has no text.' },
        {
          where: join(folder, 'b.txt'),
          reason: 'The file is a PNG picture, not text: leave it out.',
        },
      ],
      skipped: [
        {
          where: join(folder, 'c.dat'),
          reason: expect.stringMatching(/^The file is in no format that can be imported/),
        },
      ],
    })
  })

  it('stops at a bug', async () => {
    await writeFile(join(folder, 'a.txt'), 'Text.')
    await writeFile(join(folder, 'b.txt'), 'Text.')
    const seen: string[] = []
    const importing = importFolder((id) => {
      seen.push(id)
      throw new TypeError('x is not a function')
    })
    await expect(importing).rejects.toThrow(TypeError)
    expect(seen).toEqual(['a'])
  })

  it('reports its progress in files, bytes and articles, also inside a file', async () => {
    await writeFile(join(folder, 'a.jsonl'), '{"externalId":"1"}\n{"externalId":"2"}\nnot JSON\n')
    await writeFile(join(folder, 'b.txt'), 'Text.')
    const { progress } = await importFolder(() => 'STALE')
    const steps = [
      [0, 19, 1],
      [0, 38, 2],
      [0, 47, 3],
      [1, 47, 3],
      [2, 52, 4],
    ]
    expect(progress).toEqual(
      steps.map(([done, bytesDone, articles]) => ({
        done,
        total: 2,
        bytesDone,
        bytesTotal: 52,
        articles,
      })),
    )
  })
})
