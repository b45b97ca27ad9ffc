import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMIN_KEY, createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const RAID = (count: number) =>
  `Russia launched ${count} drones overnight, according to the Ukrainian Air Force.\n\nOfficials said 12 people were injured in Odesa.`
const CORRECT = `mutation ($input: CorrectArticleInput!) { correctArticle(input: $input) { __typename
  ... on CorrectArticlePayload {
    revision { number kind }
    article { bodyText corrections { kind text revision { number } figures { id value status supersededBy { id value } } } figures { edges { node { id value } } } }
  }
  ... on Error { code message } ... on RevisionConflictError { expectedRevision currentRevision } } }`
const correct = async (input: object, key: string = ADMIN_KEY) =>
  (await app.read(CORRECT, { variables: { input }, key })).correctArticle

async function publish(externalId: string, bodyText = RAID(635)) {
  const { slug } = await app.ingest({
    externalId,
    headline: `Raid ${externalId}`,
    publishedAt: new Date('2025-12-22T08:00:00Z'),
    bodyText,
  })
  const { article } = await app.read(
    `{ article(slug: "${slug}") { id figures { edges { node { id value } } } mentions { edges { node { id } } } } }`,
  )
  return article
}
const ids = (article: { figures: { edges: { node: { id: string; value: number } }[] } }) =>
  article.figures.edges.map(({ node }) => [node.value, node.id])

describe('a correction of 635 to 653', () => {
  test('supersedes the figure, moves the series, and leaves a trace', async () => {
    const { id, ...before } = await publish('trace')
    const [, old] = ids(before)[0] ?? []
    const notice = 'An earlier version said that 635 drones were launched. It was 653.'
    const answer = await correct({ id, text: notice, bodyText: RAID(653), expectedRevision: 1 })
    const [, now] = ids(answer.article)[0] ?? []
    expect(answer).toEqual({
      __typename: 'CorrectArticlePayload',
      revision: { number: 2, kind: 'CORRECTION' },
      article: {
        bodyText: RAID(653),
        corrections: [
          {
            kind: 'CORRECTION',
            text: notice,
            revision: { number: 2 },
            figures: [
              {
                id: old,
                value: 635,
                status: 'SUPERSEDED',
                supersededBy: { id: now, value: 653 },
              },
            ],
          },
        ],
        // What did not change keeps its id.
        figures: {
          edges: [
            { node: { id: now, value: 653 } },
            { node: { id: ids(before)[1]?.[1], value: 12 } },
          ],
        },
      },
    })
    const { node, figureSeries, claims } = await app.read(`{
      node(id: "${old}") { ... on Figure { value status span { exact } supersededBy { value } } }
      figureSeries(metric: "drones-launched", interval: DAY) { points { value revisions { value } } }
      claims(filter: { metric: { key: { eq: "drones-launched" } } }) { edges { node { value articleCount } } }
    }`)
    expect(node).toEqual({
      value: 635,
      status: 'SUPERSEDED',
      span: { exact: '635 drones' },
      supersededBy: { value: 653 },
    })
    expect(figureSeries.points).toEqual([{ value: 653, revisions: [{ value: 635 }] }])
    expect(claims.edges).toEqual([{ node: { value: 653, articleCount: 1 } }])
    await app.db.article.deleteMany({ where: { externalId: 'trace' } })
  })

  test('is seen in the changes of the revision, and the past stays as it was', async () => {
    const { id } = await publish('diff')
    const later = new Date('2025-12-24T15:00:00Z')
    app.setTime(later)
    await correct({ id, text: 'It was 653.', bodyText: RAID(653) })
    const { article } = await app.read(`{ article(id: "${id}") {
      revision { changes { against bodyText { kind text } figures { before { value } after { value } } } }
      past: revisionAsOf(time: "2025-12-24T13:00:00Z") { number changes { against } }
      never: revisionAsOf(time: "2025-12-24T11:00:00Z") { number }
    } }`)
    expect(article).toEqual({
      revision: {
        changes: {
          against: 1,
          bodyText: [
            { kind: 'KEPT', text: 'Russia launched ' },
            { kind: 'REMOVED', text: '635' },
            { kind: 'ADDED', text: '653' },
            { kind: 'KEPT', text: ' drones overnight, according to the Ukrainian Air Force.\n\n' },
            { kind: 'KEPT', text: 'Officials said 12 people were injured in Odesa.' },
          ],
          figures: [{ before: { value: 635 }, after: { value: 653 } }],
        },
      },
      past: { number: 1, changes: null },
      never: null,
    })
    const asOf = async (time: string) =>
      await app.read(
        `{ articles(asOf: "${time}") { totalCount } article(id: "${id}", asOf: "${time}") { slug } }`,
      )
    expect(await asOf('2025-12-24T13:00:00Z')).toEqual({
      articles: { totalCount: 1 },
      article: { slug: 'raid-diff' },
    })
    expect(await asOf('2025-12-21T00:00:00Z')).toEqual({
      articles: { totalCount: 0 },
      article: null,
    })
    await app.db.article.deleteMany({ where: { externalId: 'diff' } })
  })

  test('does not show in articles as of a time before it: text, notices, mentions and figures are those of then', async () => {
    app.setTime(new Date('2025-12-24T12:00:00Z'))
    const { id } = await publish('past')
    app.setTime(new Date('2025-12-24T15:00:00Z'))
    const bodyText = RAID(653).replace('Odesa', 'Kharkiv')
    await correct({ id, text: 'It was 653.', headline: 'Raid: 653 drones', bodyText })
    const fields = `headline bodyText bodyHtml wordCount language authors dek slug
      revision { number bodyText } corrections { text }
      mentions { totalCount edges { node { span { exact } entity { name } } } }
      figures { totalCount edges { node { value span { exact } article { headline } places { name } } } }
      firstFigure: figures(first: 1) { edges { node { value } } }`
    const then = '2025-12-24T13:00:00Z'
    const answer = await app.read(`{
      past: articles(asOf: "${then}") { edges { node { ${fields} } } }
      one: article(id: "${id}", asOf: "${then}") { ${fields} }
      late: article(id: "${id}", asOf: "2025-12-24T16:00:00Z") { ${fields} }
      now: article(id: "${id}") { ${fields} }
    }`)
    const was = answer.past.edges[0].node
    expect(was).toMatchObject({
      bodyText: RAID(635),
      revision: { number: 1, bodyText: RAID(635) },
      corrections: [],
      figures: {
        totalCount: 2,
        edges: [
          // What is reached through them is as it is today.
          { node: { value: 635, article: { headline: 'Raid: 653 drones' } } },
          { node: { value: 12, places: [{ name: 'Odesa' }] } },
        ],
      },
      firstFigure: { edges: [{ node: { value: 635 } }] },
    })
    expect(was.headline).not.toBe('Raid: 653 drones')
    expect(was.bodyHtml).toContain('635')
    expect(JSON.stringify(was.mentions)).toContain('Odesa')
    expect(JSON.stringify(was.mentions)).not.toContain('Kharkiv')
    expect(answer.one).toEqual(was)
    expect(answer.late).toEqual(answer.now)
    expect(answer.now).toMatchObject({
      headline: 'Raid: 653 drones',
      bodyText,
      revision: { number: 2 },
      corrections: [{ text: 'It was 653.' }],
      firstFigure: { edges: [{ node: { value: 653 } }] },
    })
    await app.db.article.deleteMany({ where: { externalId: 'past' } })
  })

  test('of two at one time, with the same expected revision, one wins', async () => {
    const { id } = await publish('race')
    const answers = await Promise.all(
      [653, 661].map((count) =>
        correct({ id, text: `It was ${count}.`, bodyText: RAID(count), expectedRevision: 1 }),
      ),
    )
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CorrectArticlePayload',
      'RevisionConflictError',
    ])
    expect(answers.find(({ code }) => code)).toMatchObject({
      code: 'CONFLICT',
      expectedRevision: 1,
      currentRevision: 2,
    })
    expect(await app.db.correction.count({ where: { article: { externalId: 'race' } } })).toBe(1)
  })

  test('can come from the CMS; the same notice again adds nothing', async () => {
    await publish('cms')
    const correction = { kind: 'CORRECTION' as const, text: 'It was 653.' }
    const send = (headline: string) =>
      app.ingest({ externalId: 'cms', headline, bodyText: RAID(653), correction })
    await send('Raid')
    await send('Raid, later')
    const { article } = await app.read(
      '{ article(slug: "raid-cms") { revisions { edges { node { kind } } } corrections { text figures { value supersededBy { value } } } } }',
    )
    expect(article).toEqual({
      revisions: {
        edges: ['UPDATE', 'CORRECTION', 'ORIGINAL'].map((kind) => ({ node: { kind } })),
      },
      corrections: [
        { text: 'It was 653.', figures: [{ value: 635, supersededBy: { value: 653 } }] },
      ],
    })
  })

  test('stays when the CMS goes on sending the text that was wrong', async () => {
    const { id } = await publish('stale')
    await correct({ id, text: 'It was 653.', bodyText: RAID(653) })
    await app.ingest({
      externalId: 'stale',
      headline: 'Raid stale',
      publishedAt: new Date('2025-12-22T08:00:00Z'),
      bodyText: RAID(635),
      topics: [{ name: 'War' }],
    })
    const { article } = await app.read(`{ article(id: "${id}") { bodyText topics { name } } }`)
    expect(article).toEqual({ bodyText: RAID(653), topics: [{ name: 'War' }] })
  })

  test('takes what the editor says of figures, and refuses what is not there', async () => {
    const { id, ...before } = await publish('said')
    const figure = ids(before)[0]?.[1]
    const retracted = await correct({ id, text: 'Nobody counted.', figures: [{ figure }] })
    expect(retracted.article.corrections[0].figures).toMatchObject([
      { id: figure, status: 'RETRACTED', supersededBy: null },
    ])
    expect(
      (await correct({ id, text: 'No.', figures: [{ figure, words: '9 cats' }] })).message,
    ).toBe(
      'input.figures.0.words: no figure was found on "9 cats". The new text has "12 people were injured".',
    )
  })

  test('carries along what people decided, and marks what lost its words', async () => {
    const { id, ...before } = await publish('kept')
    const [[, drones], [, injured]] = ids(before) as [[number, string], [number, string]]
    const rowOf = (node: string) => ({
      id: Number(Buffer.from(node, 'base64').toString().split(':')[1]),
    })
    for (const node of [drones, injured]) {
      await app.db.figure.update({ where: rowOf(node), data: { reviewStatus: 'ACCEPTED' } })
    }
    await app.ingest({
      externalId: 'kept',
      headline: 'Raid',
      bodyText: `Late report.\n\n${RAID(700)}`,
    })
    const kept = await app.db.figure.findUniqueOrThrow({
      where: rowOf(injured),
      include: { revision: true },
    })
    expect([kept.reviewStatus, kept.current, kept.revision.number]).toEqual(['ACCEPTED', true, 2])
    expect([...kept.revision.bodyText].slice(kept.start, kept.end).join('')).toBe(kept.exact)
    const lost = await app.db.figure.findUniqueOrThrow({ where: rowOf(drones) })
    expect([lost.status, lost.current, lost.reviewStatus]).toEqual(['ORPHANED', false, 'ACCEPTED'])
    const query = `{ node(id: "${drones}") { ... on Figure { status value } } article(id: "${id}") { orphanedFigures { edges { node { value } } } orphanedMentions { totalCount } } }`
    expect(await app.read(query)).toEqual({
      node: null,
      article: { orphanedFigures: { edges: [] }, orphanedMentions: { totalCount: 0 } },
    })
    const reviewer = await app.makeKey('REVIEW')
    expect(await app.read(query, { key: reviewer })).toEqual({
      node: { status: 'ORPHANED', value: 635 },
      article: {
        orphanedFigures: { edges: [{ node: { value: 635 } }] },
        orphanedMentions: { totalCount: 0 },
      },
    })
  })
})
