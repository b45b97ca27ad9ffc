import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import { articleMatch, nameMatch } from '../../../src/core/search-match.ts'
import { parseSearchQuery } from '../../../src/core/search-query.ts'
import { databasePath } from '../../../src/db/database-path.ts'
import { fillSearchIndex, indexArticles } from '../../../src/db/search-index.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

let database: TestDatabase
let sqlite: Database.Database
beforeAll(async () => {
  database = await createTestDatabase()
  sqlite = new Database(databasePath(database.url))
})
afterAll(async () => {
  sqlite.close()
  await database.close()
})

const indexed = () =>
  sqlite.prepare('SELECT rowid AS id, * FROM article_fts ORDER BY rowid').all() as {
    id: number
    headline: string
    entities: string
  }[]
const findNames = (match: string) =>
  sqlite.prepare('SELECT rowid FROM alias_fts WHERE alias_fts MATCH ?').pluck().all(match)

let count = 0
async function createArticle(headline: string, body = 'Nothing happened.'): Promise<number> {
  count += 1
  const { db } = database
  const text = { headline, wordCount: 2, language: 'en' }
  const { id } = await db.article.create({
    data: {
      ...text,
      slug: `s${count}`,
      externalId: `e${count}`,
      orderedAt: new Date(0),
      payloadHash: '',
      headlineKey: '',
      source: {
        connectOrCreate: {
          where: { slug: 'wire' },
          create: { slug: 'wire', name: 'Wire', nameKey: 'wire' },
        },
      },
    },
  })
  const revision = await db.articleRevision.create({
    data: {
      ...text,
      articleId: id,
      number: 1,
      bodyText: body,
      bodyHtml: '',
      removedText: [],
      authors: [],
      contentHash: '',
      extractorName: '',
      extractorVersion: '',
    },
  })
  await db.article.update({ where: { id }, data: { currentRevisionId: revision.id } })
  return id
}

describe('after all migrations', () => {
  test('the tables are there with their triggers', () => {
    const names = sqlite
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY name",
      )
      .pluck()
      .all()
    expect(names).toEqual([
      'alias_fts_delete',
      'alias_fts_insert',
      'alias_fts_update',
      'article_fts_delete',
    ])
  })

  test('names are in the index as soon as they are stored, and leave it with their entity', async () => {
    const { db } = database
    const entity = await db.entity.create({
      data: {
        type: 'PLACE',
        slug: 'sao-paulo',
        name: 'São Paulo',
        nameKey: 'sao paulo',
        aliases: { create: { name: 'São Paulo', nameKey: 'sao paulo' } },
      },
      include: { aliases: true },
    })
    const [alias] = entity.aliases
    expect(findNames('"sao paulo"')).toEqual([alias?.id])
    await db.alias.update({ where: { id: alias?.id ?? 0 }, data: { name: 'Sampa' } })
    expect([findNames('"sao paulo"'), findNames('"sampa"')]).toEqual([[], [alias?.id]])
    await db.entity.delete({ where: { id: entity.id } })
    expect(findNames('"sampa"')).toEqual([])
    sqlite.exec("INSERT INTO alias_fts(alias_fts, rank) VALUES('integrity-check', 1)")
  })
})

describe('the index of articles', () => {
  test('is filled with what it lacks, and only that', async () => {
    const ids = [await createArticle('Ferry resumes'), await createArticle('Bridge closed')]
    await database.db.$transaction((tx) => indexArticles(tx, ids.slice(0, 1)))
    expect(indexed().map(({ headline }) => headline)).toEqual(['Ferry resumes'])
    expect(await fillSearchIndex(database.db)).toBe(1)
    expect(indexed().map(({ id }) => id)).toEqual(ids)
    expect(await fillSearchIndex(database.db)).toBe(0)
  })

  test('an article that changed is written anew, and nothing of a deleted one is left', async () => {
    const id = await createArticle('Old headline')
    const { db } = database
    await db.$transaction((tx) => indexArticles(tx, [id]))
    await db.articleRevision.updateMany({
      where: { articleId: id },
      data: { headline: 'New words' },
    })
    await db.$transaction((tx) => indexArticles(tx, [id]))
    const find = (word: string) =>
      sqlite.prepare('SELECT rowid FROM article_fts WHERE article_fts MATCH ?').pluck().all(word)
    expect([find('"old"'), find('"new"')]).toEqual([[], [id]])
    await db.article.delete({ where: { id } })
    expect(find('"new"')).toEqual([])
    await db.article.deleteMany()
    expect(indexed()).toEqual([])
    sqlite.exec("INSERT INTO article_fts(article_fts) VALUES('integrity-check')")
  })

  test('takes in 250 articles in several transactions', async () => {
    for (let i = 0; i < 250; i += 1) await createArticle(`Story ${i}`)
    expect(await fillSearchIndex(database.db)).toBe(250)
    expect(indexed()).toHaveLength(250)
  })
})

describe('no query is a syntax error of FTS5:', () => {
  const run = (text: string): boolean => {
    const query = (() => {
      try {
        return parseSearchQuery(text)
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError)
        return null
      }
    })()
    if (query === null) return false
    for (const match of [articleMatch(query), articleMatch(query, { exact: true })]) {
      sqlite.prepare('SELECT rowid FROM article_fts WHERE article_fts MATCH ?').all(match)
    }
    const names = nameMatch(query)
    if (names !== null) findNames(names)
    return true
  }

  test('any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 })),
        (text) => {
          run(text)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('texts made of what has a meaning, to us or to FTS5', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'drones',
        ' ',
        ' ',
        '"',
        '(',
        ')',
        '-',
        '*',
        ':',
        'AND',
        ' OR ',
        'NOT ',
        'headline:',
        'name:',
      ],
      ...[
        'NEAR',
        '^',
        '+',
        '{',
        '}',
        ',',
        '\u0000',
        "'",
        '\\',
        '--',
        '“',
        '北京',
        'é',
        '\u{301}',
        '٣',
        '😀',
        '\ud800',
      ],
    )
    let understood = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        if (run(pieces.join(''))) understood += 1
      }),
      { numRuns: 1_000 },
    )
    expect(understood).toBeGreaterThan(100)
  })

  test('the deepest and longest that is allowed', () => {
    const deep = `${'(x OR (y '.repeat(4)}z${'))'.repeat(4)}`
    expect(run(deep)).toBe(true)
    expect(run(Array.from({ length: 32 }, (_, i) => `word${i}`).join(' OR '))).toBe(true)
  })
})

describe('a query finds what it says', () => {
  const WORDS = ['alpha', 'bravo', 'charlie', 'delta'] as const
  type Node = { readonly text: string; readonly holds: (words: ReadonlySet<string>) => boolean }
  const word = fc
    .constantFrom(...WORDS)
    .map((text): Node => ({ text, holds: (words) => words.has(text) }))
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.tuple(tie('node'), tie('node')).map(
        ([a, b]): Node => ({
          text: `(${a.text} ${b.text})`,
          holds: (w) => a.holds(w) && b.holds(w),
        }),
      ),
      fc.tuple(tie('node'), tie('node')).map(
        ([a, b]): Node => ({
          text: `(${a.text} OR ${b.text})`,
          holds: (w) => a.holds(w) || b.holds(w),
        }),
      ),
      fc.tuple(tie('node'), tie('node')).map(
        ([a, b]): Node => ({
          text: `(${a.text} -${b.text})`,
          holds: (w) => a.holds(w) && !b.holds(w),
        }),
      ),
    ),
  }))

  test('whatever words, operators and parentheses it is made of', async () => {
    await database.db.article.deleteMany()
    const subsets = Array.from({ length: 16 }, (_, bits) =>
      WORDS.filter((_word, i) => bits & (1 << i)),
    )
    const ids = new Map<number, ReadonlySet<string>>()
    for (const words of subsets)
      ids.set(await createArticle('Story', words.join(' ')), new Set(words))
    await fillSearchIndex(database.db)
    const find = sqlite
      .prepare<[string], number>(
        'SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid',
      )
      .pluck()
    fc.assert(
      fc.property(node, ({ text, holds }) => {
        fc.pre(text.split(/[ ()-]+/).length < 32)
        const expected = [...ids].filter(([, words]) => holds(words)).map(([id]) => id)
        expect([text, find.all(articleMatch(parseSearchQuery(text)))]).toEqual([text, expected])
      }),
      { numRuns: 300 },
    )
  })
})
