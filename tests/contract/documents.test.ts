import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const contributing = readFileSync('CONTRIBUTING.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

interface Rule {
  readonly name: string
  readonly to: { readonly pathNot?: readonly string[] }
}

test('the import table of CONTRIBUTING is the one that is checked', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: Rule[]
  }
  const checked = forbidden.flatMap(({ name, to }) => {
    const folder = /^(\w+)-imports-only/.exec(name)?.[1]
    const allowed = /\(([^)]*)\)/.exec(to.pathNot?.[0] ?? '')?.[1]?.split('|') ?? []
    return folder ? [[folder, allowed.filter((other) => other !== folder).sort()]] : []
  })
  const areas = checked
    .map(([folder]) => folder as string)
    .filter((name) => !/server|cli/.test(name))
  const written = [...contributing.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(
    ([, folder, cell]) => {
      const names = [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name)
      return [folder, (cell?.startsWith('all of the above') ? [...areas, ...names] : names).sort()]
    },
  )
  expect(written.filter(([folder]) => checked.some(([name]) => name === folder))).toEqual(checked)
})

test('every script that CONTRIBUTING and README name is there', () => {
  const text = contributing + readFileSync('README.md', 'utf8')
  const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '')
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every file that a document links to is there', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'samples/README.md']) {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#:]+)\)/g)].map(
      ([, link]) => link ?? '',
    )
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : ''
    expect([file, links.filter((link) => !existsSync(folder + link))]).toEqual([file, []])
  }
})
