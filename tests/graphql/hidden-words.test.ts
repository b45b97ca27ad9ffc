import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { eraseArticle } from '../../src/actions/erase-article.ts'
import { openArticles } from '../../src/actions/open-articles.ts'
import { publishArticle } from '../../src/actions/publish-article.ts'
import { unpublishArticle } from '../../src/actions/unpublish-article.ts'
import { withdrawArticle } from '../../src/actions/withdraw-article.ts'
import { OPERATOR } from '../../src/auth/actor.ts'
import { AppError } from '../../src/core/app-error.ts'
import { visibleArticle } from '../../src/db/visibility.ts'
import { schema } from '../../src/graphql/schema.ts'
import {
  type Asked,
  everyAnswer,
  everythingToAsk,
  QUERIES,
  ROUTES,
} from '../support/every-answer.ts'
import { EMBEDDED_ONLY } from '../support/extractors.ts'
import { ADMIN_KEY, createTestApp, NOW, type TestApp } from '../support/test-app.ts'

const HOUR = 3_600_000
/** Words that stand in one article only: in its headline, its topic, the name that it gives a person, and what it counts. */
const WORDS = {
  left: ['Zorvath', 'Quillmere', 'Brontesk', 'drazzles'],
  right: ['Yaskold', 'Pemberlane', 'Obrinsky', 'flobnaks'],
} as const
type Story = keyof typeof WORDS

/** A story of one person under a name of its own, in one place, filed under one topic. */
const tell = (
  app: TestApp,
  {
    id,
    person,
    words: [headline, topic, name, thing],
    state = { publishedAt: NOW },
  }: {
    readonly id: string
    readonly person: string
    readonly words: readonly [string, string, string, string]
    readonly state?: object
  },
) =>
  app.ingest({
    externalId: id,
    headline: `${headline} closes in Oslo`,
    bodyText: `Minister Astrid ${name} said 70 ${thing} were stolen in Oslo.\n\nThe ${headline} Council said 12 ${thing} were found.`,
    topics: [{ slug: 'news', name: topic }],
    authors: [`${name} Reporter`],
    url: `https://wire.example/${headline.toLowerCase()}`,
    entities: [{ name: `Astrid ${name}`, type: 'PERSON', externalId: person }],
    ...state,
  })

/** No word of a hidden story in any answer, other than as what was asked for. */
async function expectNoWord(
  app: TestApp,
  hidden: readonly string[],
  { asked, key, depth }: { asked: Asked; key?: string | undefined; depth?: number },
): Promise<void> {
  const quoted = [...asked.articles, ...asked.entities, ...asked.metrics, ...asked.urls]
  for (const { asked: query, text, refusal } of await everyAnswer(app, asked, {
    key,
    ...(depth !== undefined && { depth }),
  })) {
    const own = quoted.reduce((rest, slug) => rest.replaceAll(slug, ''), refusal)
    const told = `${text}${own}`.toLowerCase()
    const leaked = hidden.flatMap((word) => {
      const at = told.indexOf(word.toLowerCase())
      return at < 0 ? [] : [told.slice(Math.max(0, at - 200), at + 100)]
    })
    expect([query.slice(0, 200), leaked]).toEqual([query.slice(0, 200), []])
  }
}

test('every field of Query and every address is asked: one that is new is added to tests/support/every-answer.ts', async () => {
  expect(Object.keys(QUERIES).sort()).toEqual(
    Object.keys(schema.getQueryType()?.getFields() ?? {}).sort(),
  )
  const app = await createTestApp()
  onTestFinished(app.close)
  const routes = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  expect(Object.keys(ROUTES).sort()).toEqual([...new Set(routes)].sort())
})

const later = new Date(NOW.getTime() + HOUR)
/** Ways to be hidden, and words of an article that is so: as in WORDS. */
const HIDDEN = {
  draft: [{ status: 'DRAFT' }, ['Akrovane', 'Belstrom', 'Cotterell', 'dwimbles']],
  scheduled: [
    { status: 'SCHEDULED', publishedAt: later },
    ['Ekvarine', 'Fendlewick', 'Garrowby', 'hobbrins'],
  ],
  embargoed: [
    { publishedAt: NOW, embargoedUntil: later },
    ['Ikstrade', 'Jorvandel', 'Kestlemore', 'lindrips'],
  ],
  unpublished: [
    { status: 'UNPUBLISHED', publishedAt: NOW },
    ['Movrand', 'Nettlewick', 'Ostrander', 'plimbols'],
  ],
  withdrawn: [{ publishedAt: NOW }, ['Quorvane', 'Rindlemere', 'Stavrogin', 'tobbrins']],
  erased: [{ publishedAt: NOW }, ['Ulvrane', 'Vestermark', 'Wexcombe', 'yarbrins']],
} as const

test('no word of a hidden article is in any answer to the public or to a reviewer; those who may see it miss nothing', async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  const context = { db: app.db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now: NOW }
  for (const [i, [way, [state, words]]] of Object.entries(HIDDEN).entries()) {
    // Another story names the same person otherwise, and came in before it or after.
    const open = () =>
      tell(app, {
        id: `${way}-open`,
        person: way,
        words: [way, `${way} news`, `Open${way}`, 'boats'],
      })
    if (i % 2 === 0) await open()
    await tell(app, { id: way, person: way, words, state })
    if (i % 2 === 1) await open()
  }
  const idOf = async (externalId: string) =>
    (await app.db.article.findFirstOrThrow({ where: { externalId } })).id
  await withdrawArticle(context, { articleId: await idOf('withdrawn'), text: 'It was wrong.' })
  const all = Object.values(HIDDEN).flatMap(([, words]) => words)
  const before = await everythingToAsk(app, { words: [] })
  await eraseArticle(context, { articleId: await idOf('erased') })
  const after = await everythingToAsk(app, { words: ['oslo', 'council', ...all] })
  const both = (name: 'ids' | 'articles' | 'urls' | 'entities' | 'metrics') => [
    ...new Set([...before[name], ...after[name]]),
  ]
  const asked = {
    ...after,
    ids: both('ids'),
    articles: both('articles'),
    urls: both('urls'),
    entities: both('entities'),
    metrics: both('metrics'),
  }
  // The notice of a withdrawal keeps the headline.
  const [headline, ...others] = HIDDEN.withdrawn[1]
  const hidden = all.filter((word) => word !== headline)
  await expectNoWord(app, hidden, { asked, depth: 1 })
  // Further from the root, from the lists and from some of each kind.
  const some = (values: readonly string[]) => values.filter((_, i) => i % 24 === 0)
  const { articles, entities, metrics } = asked
  const few = { articles: some(articles), entities: some(entities), metrics: some(metrics) }
  await expectNoWord(app, hidden, {
    asked: { ...asked, ...few, urls: [], words: ['oslo'] },
    depth: 2,
  })
  await expectNoWord(app, hidden, { asked, depth: 1, key: await app.makeKey('REVIEW', 'INGEST') })

  const gone = [...others, ...HIDDEN.erased[1]]
  const there = all.filter((word) => !gone.some((one) => one === word))
  for (const key of [ADMIN_KEY, await app.makeKey('READ_UNPUBLISHED')]) {
    const answers = await everyAnswer(app, { ...asked, words: ['oslo'] }, { key, depth: 1 })
    const told = answers.map(({ text }) => text.toLowerCase()).join('\n')
    expect(there.filter((word) => !told.includes(word.toLowerCase()))).toEqual([])
    expect(HIDDEN.erased[1].filter((word) => told.includes(word.toLowerCase()))).toEqual([])
  }
}, 300_000)

const step = fc.record({
  story: fc.constantFrom<Story[]>('left', 'right'),
  act: fc.constantFrom('public', 'draft', 'embargoed', 'publish', 'unpublish', 'erase', 'wait'),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const steps = (...all: `${Story} ${Step['act']}`[]): Step[] =>
  all.map((one) => {
    const [story, act] = one.split(' ') as [Story, Step['act']]
    return { story, act }
  })

test('whatever the order of ingests, publications, embargoes and erasures, no answer has a word that only hidden articles have', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 7 }),
      fc.boolean(),
      async (all, isReviewer) => {
        const app = await createTestApp()
        try {
          let now = NOW
          for (const { story, act } of all) {
            if (act === 'wait') {
              now = new Date(now.getTime() + 2 * HOUR)
              app.setTime(now)
              // Half of the time it has been told that they open, half not yet.
              if (story === 'left') await openArticles(app.db, now)
              continue
            }
            try {
              await run(app, { story, act, now })
            } catch (error) {
              // What contradicts itself is refused, and changes nothing.
              if (!(error instanceof AppError)) throw error
            }
          }
          const seen = await app.db.article.findMany({
            where: visibleArticle({ seesUnpublished: false, now }),
          })
          const hidden = (['left', 'right'] as const).filter(
            (story) => !seen.some(({ externalId }) => externalId === story),
          )
          const asked = await everythingToAsk(app, {
            words: ['oslo', ...Object.values(WORDS).flat()],
          })
          const key = isReviewer ? await app.makeKey('REVIEW', 'INGEST') : undefined
          await expectNoWord(
            app,
            hidden.flatMap((story) => WORDS[story]),
            { asked, key, depth: 1 },
          )
        } finally {
          await app.close()
        }
      },
    ),
    {
      numRuns: 3,
      examples: [
        [steps('left public', 'right public', 'left unpublish'), false],
        [steps('left public', 'right public', 'left erase'), false],
        [steps('left draft', 'right embargoed', 'right wait'), true],
        [steps('left public', 'left unpublish', 'right embargoed', 'right wait'), false],
      ],
    },
  )
}, 300_000)

async function run(
  app: TestApp,
  { story, act, now }: { story: Story; act: Exclude<Step['act'], 'wait'>; now: Date },
): Promise<void> {
  const context = { db: app.db, actor: OPERATOR, extractors: EMBEDDED_ONLY, now }
  const about = { id: story, person: 'p-1', words: WORDS[story] }
  if (act === 'public') {
    await tell(app, { ...about, state: { publishedAt: now, status: 'PUBLISHED' } })
  } else if (act === 'draft') await tell(app, { ...about, state: { status: 'DRAFT' } })
  else if (act === 'embargoed') {
    const embargoedUntil = new Date(now.getTime() + HOUR)
    await tell(app, { ...about, state: { publishedAt: now, embargoedUntil } })
  } else {
    const article = await app.db.article.findFirst({ where: { externalId: story } })
    if (article === null) return
    const change = { publish: publishArticle, unpublish: unpublishArticle, erase: eraseArticle }
    await change[act](context, { articleId: article.id })
  }
}
