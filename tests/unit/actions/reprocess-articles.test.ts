import { expect, onTestFinished, test } from 'vitest'
import { ingestArticle } from '../../../src/actions/ingest-article.ts'
import { OPERATOR } from '../../../src/auth/actor.ts'
import { EMBEDDED_ONLY } from '../../support/extractors.ts'
import { createTestDatabase } from '../../support/test-database.ts'
import { nextLine, startChild } from '../db/children/start-child.ts'
import { fakeExtractor } from './fake-extractor.ts'

const ARTICLES = 60
const CHILD = new URL('./children/reprocess.ts', import.meta.url)

test('a run that is killed leaves whole articles, and the next one does the rest', async () => {
  const { db, url, close } = await createTestDatabase()
  onTestFinished(close)
  const embedded = fakeExtractor(
    '1',
    { type: 'PERSON', name: 'Anna Berg' },
    { value: 40, quote: '40 farms' },
  )
  for (let i = 0; i < ARTICLES; i += 1) {
    await ingestArticle(
      { db, actor: OPERATOR, now: new Date(), extractors: { ...EMBEDDED_ONLY, embedded } },
      {
        source: 'wire',
        externalId: `a${i}`,
        headline: 'Storm',
        bodyText: 'Anna Berg met Bo Ek. The storm hit 40 farms and 12 barns.',
      },
    )
  }

  const killed = startChild(CHILD, url)
  let done = 0
  while (done < 10) done = Number(await nextLine(killed))
  await killed.kill()

  const half = await versionsOf()
  const finished = half.filter((version) => version === '2').length
  expect(half.filter((version) => version === '1').length).toBe(ARTICLES - finished)
  expect(finished).toBeGreaterThanOrEqual(done)

  const next = startChild(CHILD, url)
  const rest = ARTICLES - finished
  for (let i = 1; i <= rest; i += 1) expect(await nextLine(next)).toBe(String(i))
  expect(JSON.parse(await nextLine(next))).toEqual({ reprocessed: rest, unchanged: 0, failed: [] })
  expect(await next.finish()).toBe(0)
  expect(new Set(await versionsOf())).toEqual(new Set(['2']))
  expect(await db.auditEvent.count({ where: { action: 'reprocessArticle' } })).toBe(ARTICLES)
  expect(await db.outboxEvent.count({ where: { type: 'article.reprocessed' } })).toBe(ARTICLES)

  /** Of each article what read it; all of its rows must say the same, and be all of it. */
  async function versionsOf(): Promise<string[]> {
    const articles = await db.article.findMany({
      include: { currentRevision: true, mentions: true, figures: true, entities: true },
    })
    return articles.map(({ currentRevision, mentions, figures, entities }) => {
      const version = currentRevision?.extractorVersion ?? ''
      expect(mentions.map(({ exact }) => exact)).toEqual([version === '1' ? 'Anna Berg' : 'Bo Ek'])
      expect(figures.map(({ exact }) => exact)).toEqual([version === '1' ? '40 farms' : '12 barns'])
      expect(entities.map(({ entityId }) => entityId)).toEqual(
        mentions.map(({ entityId }) => entityId),
      )
      return version
    })
  }
})
