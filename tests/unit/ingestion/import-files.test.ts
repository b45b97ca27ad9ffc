import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InvalidInputError, NotFoundError } from '../../../src/core/app-error.ts'
import {
  chooseImporter,
  collectFiles,
  MAX_FILE_BYTES,
  readImportFile,
} from '../../../src/ingestion/import-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-import-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = (name: string, content = 'Text.'): Promise<void> =>
  writeFile(join(folder, name), content)

describe('the files of a path', () => {
  it('are the file itself', async () => {
    await write('story.txt')
    const path = join(folder, 'story.txt')
    expect(await collectFiles(path)).toEqual([{ path, name: 'story.txt', size: 5 }])
  })

  it('are all files of a folder and its folders in the order of their names', async () => {
    await mkdir(join(folder, 'B', 'deep'), { recursive: true })
    await Promise.all(
      ['b.txt', 'a.html', 'B/2.txt', 'B/10.txt', 'B/deep/x.jsonl'].map((name) => write(name)),
    )
    expect((await collectFiles(folder)).map(({ name }) => name)).toEqual([
      'B/10.txt',
      'B/2.txt',
      'B/deep/x.jsonl',
      'a.html',
      'b.txt',
    ])
  })

  it('are not hidden', async () => {
    await mkdir(join(folder, '.git'))
    await Promise.all(['.hidden.txt', '.git/config', 'a.txt'].map((name) => write(name)))
    expect((await collectFiles(folder)).map(({ name }) => name)).toEqual(['a.txt'])
  })

  it('are found once, through links that lead around in a circle', async () => {
    await mkdir(join(folder, 'a'))
    await write('a/story.txt')
    await symlink(folder, join(folder, 'a', 'up'))
    await symlink(join(folder, 'a'), join(folder, 'z'))
    await symlink(join(folder, 'a', 'story.txt'), join(folder, 'link.txt'))
    expect((await collectFiles(folder)).map(({ name }) => name)).toEqual([
      'a/story.txt',
      'link.txt',
    ])
  })

  it('must exist', async () => {
    await expect(collectFiles(join(folder, 'missing'))).rejects.toThrow(NotFoundError)
    await expect(collectFiles(folder)).rejects.toThrow(/has no files to import/)
  })
})

describe('reading a file', () => {
  it('says why it cannot be read', async () => {
    await symlink(join(folder, 'gone.txt'), join(folder, 'link.txt'))
    const [file] = await collectFiles(folder)
    expect(file).toMatchObject({ name: 'link.txt', size: 0 })
    await expect(file && readImportFile(file)).rejects.toThrow(
      new InvalidInputError('The file cannot be read (ENOENT): check its permissions.'),
    )
  })

  it('does not start on one that is too large', async () => {
    const file = { path: 'large.jsonl', name: 'large.jsonl', size: MAX_FILE_BYTES + 1 }
    await expect(readImportFile(file)).rejects.toThrow(
      'The file has 257 MB, and 256 MB are the most: divide it.',
    )
  })
})

describe('the importer', () => {
  const choose = (name: string, content: string): string =>
    chooseImporter('auto', { path: name, name, bytes: Buffer.from(content, 'latin1') }).format

  it.each([
    ['story.txt', 'News', 'text'],
    ['2025/STORY.TXT', 'News', 'text'],
    ['story', 'News', 'text'],
    ['story.html', 'News', 'html'],
    ['page.htm', '', 'html'],
    ['saved-page.aspx', '\n<!DOCTYPE html><html>', 'html'],
    ['saved.txt', '\xef\xbb\xbf<!-- saved -->\n<html lang="en">', 'html'],
    ['stories.jsonl', '{}', 'jsonl'],
    ['stories.ndjson', '{}', 'jsonl'],
    ['story.json', '{}', 'jsonl'],
    ['stories', ' {"externalId":"1"}', 'jsonl'],
  ])('for %s with "%s" is %s', (name, content, format) => {
    expect(choose(name, content)).toBe(format)
  })

  it('is the one that was named, whatever the file looks like', () => {
    const file = { path: 'x.csv', name: 'x.csv', bytes: Buffer.from('a,b') }
    expect(chooseImporter('text', file).format).toBe('text')
  })

  it('is missing for other files, with an error that says what they are', () => {
    expect(() => choose('table.dat', 'a,b')).toThrow(
      new InvalidInputError(
        'The file is in no format that can be imported (text, html, jsonl, ninjs, rss, wordpress, wxr, csv): leave it out, or name its format.',
      ),
    )
    expect(() => choose('picture.png', '\x89PNG\r\n')).toThrow(
      /a PNG picture, not text: leave it out/,
    )
  })
})
