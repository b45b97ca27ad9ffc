import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { readArticleState } from '../../../src/actions/article-state.ts'
import { recordArticleChange, recordOpening } from '../../../src/actions/record-article-change.ts'
import { createTestApp, NOW, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  onTestFinished(app.close)
})

/** Type, audience and value of the figure, of every event since the last call. */
function eventsSince() {
  let last = 0
  return async () => {
    const rows = await app.db.outboxEvent.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
    })
    last = rows.at(-1)?.id ?? last
    const values = new Map((await app.db.figure.findMany()).map(({ id, value }) => [id, value]))
    return rows.map(({ type, audience, figureId }) =>
      [type, audience, ...(figureId === null ? [] : [values.get(figureId)])].join(' '),
    )
  }
}

const past = new Date(NOW.getTime() - 3_600_000)
const SANK = 'Officials in Oslo said 5 boats sank.'
const SANK_AND_MISSING = 'Officials in Oslo said 5 boats sank. They said 12 people died.'

describe('an article that comes in', () => {
  test('a public one is published, with its figures', async () => {
    const events = eventsSince()
    await app.ingest({ bodyText: SANK })
    expect(await events()).toEqual([
      'article.created READERS',
      'article.published EVERYONE',
      'figure.reported EVERYONE 5',
    ])
  })

  test('of a hidden one only readers of unpublished articles are told', async () => {
    const events = eventsSince()
    await app.ingest({ bodyText: SANK, status: 'DRAFT' })
    expect(await events()).toEqual(['article.created READERS', 'figure.reported READERS 5'])
  })

  test('of a new text only the figures are reported that it did not say before', async () => {
    await app.ingest({ bodyText: SANK })
    const events = eventsSince()
    await events()
    await app.ingest({ bodyText: SANK_AND_MISSING })
    expect(await events()).toEqual(['article.updated EVERYONE', 'figure.reported EVERYONE 12'])
  })

  test('a draft that is published is told to everyone, its known figures to the public', async () => {
    await app.ingest({ bodyText: SANK, status: 'DRAFT' })
    const events = eventsSince()
    await events()
    await app.ingest({ bodyText: SANK_AND_MISSING })
    expect(await events()).toEqual([
      'article.published EVERYONE',
      'figure.reported PUBLIC 5',
      'figure.reported EVERYONE 12',
    ])
  })

  test.each([
    ['DRAFT', ['article.unpublished EVERYONE']],
    ['UNPUBLISHED', ['article.unpublished EVERYONE']],
    ['WITHDRAWN', ['article.withdrawn EVERYONE', 'figure.retracted EVERYONE 5']],
  ] as const)('a public one that the CMS makes %s is told as %s', async (status, told) => {
    await app.ingest({ bodyText: SANK })
    const events = eventsSince()
    await events()
    await app.ingest({ bodyText: SANK, status })
    expect(await events()).toEqual(told)
    await app.ingest({ bodyText: SANK, status, headline: 'Not yet' })
    expect(await events()).toEqual([expect.stringMatching(/^article\.\w+ READERS$/)])
  })
})

describe('a change of figures', () => {
  const change = (where: { value: number }, data: object) =>
    app.db.$transaction(async (tx) => {
      const figure = await tx.figure.findFirstOrThrow({ where })
      const before = await readArticleState(tx, { articleId: figure.articleId, now: NOW })
      await tx.figure.update({ where: { id: figure.id }, data })
      await recordArticleChange(tx, { before, type: 'article.corrected', now: NOW })
    })

  test('a figure that is superseded makes its successor revised', async () => {
    await app.ingest({ bodyText: SANK })
    const events = eventsSince()
    await events()
    await app.db.$transaction(async (tx) => {
      const { id, createdAt, ...old } = await tx.figure.findFirstOrThrow()
      const before = await readArticleState(tx, { articleId: old.articleId, now: NOW })
      const successor = await tx.figure.create({
        data: { ...old, start: old.start + 1, value: 6, createdAt },
      })
      const data = { status: 'SUPERSEDED', supersededById: successor.id } as const
      await tx.figure.update({ where: { id }, data })
      await recordArticleChange(tx, { before, type: 'article.corrected', now: NOW })
    })
    expect(await events()).toEqual(['article.corrected EVERYONE', 'figure.revised EVERYONE 6'])
  })

  test.each([
    ['changed', { value: 6 }, 'figure.revised EVERYONE 6'],
    ['rejected', { reviewStatus: 'REJECTED' }, 'figure.retracted EVERYONE 5'],
    ['retracted', { status: 'RETRACTED' }, 'figure.retracted EVERYONE 5'],
  ])('a figure that is %s is told so', async (_, data, event) => {
    await app.ingest({ bodyText: SANK })
    const events = eventsSince()
    await events()
    await change({ value: 5 }, data)
    expect(await events()).toEqual(['article.corrected EVERYONE', event])
  })
})

test('an embargo that opens publishes the article and its figures, once its time has come', async () => {
  const embargoedUntil = new Date(NOW.getTime() + 60_000)
  const { articleId } = await app.ingest({ bodyText: SANK, publishedAt: past, embargoedUntil })
  const events = eventsSince()
  await events()
  const open = (now: Date) => app.db.$transaction((tx) => recordOpening(tx, { articleId, now }))
  await open(NOW)
  expect(await events()).toEqual([])
  await open(embargoedUntil)
  expect(await events()).toEqual(['article.published EVERYONE', 'figure.reported PUBLIC 5'])
})

test('the events of a change that is rolled back are not there', async () => {
  await app.ingest({ bodyText: SANK })
  const before = await app.db.outboxEvent.count()
  const failing = app.db.$transaction(async (tx) => {
    const { id: articleId } = await tx.article.findFirstOrThrow()
    const state = await readArticleState(tx, { articleId, now: NOW })
    await recordArticleChange(tx, { before: state, type: 'article.corrected', now: NOW })
    throw new Error('the disk is full')
  })
  await expect(failing).rejects.toThrow('the disk is full')
  expect(await app.db.outboxEvent.count()).toBe(before)
})
