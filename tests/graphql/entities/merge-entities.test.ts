import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const publishedAt = new Date('2025-12-23T08:00:00Z')
let app: TestApp
let key: string
beforeEach(async () => {
  app = await createTestApp()
  key = await app.makeKey('REVIEW')
  const says = (externalId: string, bodyText: string) =>
    app.ingest({ externalId, publishedAt, headline: `Report ${externalId}`, bodyText })
  await says('a', 'The Coastal Union said 6 boats were stolen in Odesa.')
  await says('b', 'The Harbour Union said 6 boats were stolen in Odesa.')
  await says('c', 'The Dock Union said 6 boats were stolen in Odesa and Kyiv.')
})
afterEach(() => app.close())

const MERGE = `mutation ($ids: [ID!]!, $into: ID!) { mergeEntities(ids: $ids, into: $into) { __typename
  ... on MergeEntitiesPayload { entity { slug aliases { name } articles { totalCount } mentions { totalCount } claims { totalCount } figures(role: CLAIMANT) { totalCount } } }
  ... on Error { code message } } }`
const UNMERGE = `mutation ($id: ID!) { unmergeEntity(id: $id) { __typename
  ... on UnmergeEntityPayload { entity { slug articles { totalCount } } } ... on Error { code message } } }`
const MARK = `mutation ($id: ID!, $other: ID!) { markNotSame(id: $id, other: $other) { __typename
  ... on MarkNotSamePayload { entities { slug } } ... on Error { code message } } }`
const UNMARK =
  'mutation ($id: ID!, $other: ID!) { unmarkNotSame(id: $id, other: $other) { __typename } }'

const row = (slug: string) => app.db.entity.findUniqueOrThrow({ where: { slug } })
const idOf = async (slug: string, type = 'Organization') =>
  Buffer.from(`${type}:${(await row(slug)).id}`).toString('base64')
const [COASTAL, HARBOUR, DOCK] = ['coastal-union', 'harbour-union', 'dock-union'] as const
const merge = async (from: string, into: string, type?: string) =>
  (
    await app.read(MERGE, {
      variables: { ids: [await idOf(from, type)], into: await idOf(into) },
      key,
    })
  ).mergeEntities
const unmerge = async (slug: string) =>
  (await app.read(UNMERGE, { variables: { id: await idOf(slug) }, key })).unmergeEntity

/** All that a merge may change; ids of claims aside, which may be made anew. */
async function stateOf() {
  const [mentions, figures, edges, claims, index] = await Promise.all([
    app.db.mention.findMany({ orderBy: { id: 'asc' } }),
    app.db.figure.findMany({
      orderBy: { id: 'asc' },
      include: { places: { orderBy: { position: 'asc' } } },
    }),
    app.db.articleEntity.findMany({ orderBy: [{ articleId: 'asc' }, { position: 'asc' }] }),
    app.db.claim.findMany({ orderBy: { identity: 'asc' }, include: { places: true } }),
    app.db.$queryRaw`SELECT rowid, "entities", "figures" FROM "article_fts" ORDER BY rowid`,
  ])
  return {
    mentions,
    figures: figures.map(({ claimId: _id, claimantOriginId: _origin, ...figure }) => figure),
    edges,
    claims: claims.map(({ id: _id, places, ...claim }) => ({
      ...claim,
      places: places.map(({ placeId }) => placeId).sort(),
    })),
    index,
  }
}

test('the survivor has the articles, mentions, figures, claims and names of both', async () => {
  expect((await merge(HARBOUR, COASTAL)).entity).toEqual({
    slug: COASTAL,
    aliases: [{ name: 'Coastal Union' }, { name: 'Harbour Union' }],
    articles: { totalCount: 2 },
    mentions: { totalCount: 2 },
    claims: { totalCount: 1 },
    figures: { totalCount: 2 },
  })
  const { claims } = await app.read(
    '{ claims(filter: { claimant: { slug: { eq: "harbour-union" } } }) { edges { node { value articleCount attribution { claimant { slug } } } } } }',
  )
  expect(claims.edges).toEqual([
    { node: { value: 6, articleCount: 2, attribution: { claimant: { slug: COASTAL } } } },
  ])
})

test('old ids, slugs and names lead to the survivor: by themselves, in filters and in the search', async () => {
  const id = await idOf(HARBOUR)
  await merge(HARBOUR, COASTAL)
  await merge(COASTAL, DOCK)
  const found = await app.read(`{
    node(id: "${id}") { ... on Organization { slug } }
    nodes(ids: ["${id}", "${await idOf(COASTAL)}"]) { ... on Organization { slug } }
    entity(slug: "${HARBOUR}") { slug }
    organization(slug: "${HARBOUR}") { slug }
    person(slug: "${HARBOUR}") { slug }
    entities(filter: { slug: { in: ["${HARBOUR}"] } }) { edges { node { slug } } }
    named: entities(filter: { name: { contains: "harbour" } }) { edges { node { slug } } }
    articles(filter: { entities: { slug: { eq: "${HARBOUR}" } } }) { totalCount }
    figures(filter: { claimant: { slug: { eq: "${HARBOUR}" } } }) { totalCount }
    search(query: "harbour", types: [ORGANIZATION]) { edges { node { ... on Organization { slug } } } }
    figureSeries(metric: "boats-stolen", claimants: ["${HARBOUR}"], interval: AS_REPORTED) { points { articleCount } }
  }`)
  const slug = { slug: DOCK }
  expect(found).toEqual({
    node: slug,
    nodes: [slug, slug],
    entity: slug,
    organization: slug,
    person: null,
    entities: { edges: [{ node: slug }] },
    named: { edges: [{ node: slug }] },
    articles: { totalCount: 3 },
    figures: { totalCount: 3 },
    search: { edges: [{ node: slug }] },
    figureSeries: { points: [{ articleCount: 2 }, { articleCount: 1 }] },
  })
})

test('an unmerge restores exactly what was, in the middle of a chain too', async () => {
  const before = await stateOf()
  await merge(HARBOUR, COASTAL)
  const between = await stateOf()
  expect(between).not.toEqual(before)
  await merge(COASTAL, DOCK)
  expect((await unmerge(COASTAL)).entity).toEqual({ slug: COASTAL, articles: { totalCount: 2 } })
  expect(await stateOf()).toEqual(between)
  expect((await row(HARBOUR)).mergedIntoId).toBe((await row(COASTAL)).id)
  await unmerge(HARBOUR)
  expect(await stateOf()).toEqual(before)

  await merge(HARBOUR, COASTAL)
  await merge(COASTAL, DOCK)
  await unmerge(HARBOUR)
  expect((await row(COASTAL)).mergedIntoId).toBe((await row(DOCK)).id)
  await unmerge(COASTAL)
  expect(await stateOf()).toEqual(before)
})

test('what comes in under the old name is of the survivor, and goes back with the unmerge', async () => {
  const ingest = (externalId: string) =>
    app.ingest({
      externalId,
      publishedAt,
      headline: `Report ${externalId}`,
      bodyText: 'The Harbour Union said 9 boats were stolen in Odesa.',
      entities: [{ name: 'Harbour Union', type: 'ORGANIZATION', externalId: 'h-1' }],
    })
  const read = async (slug: string) =>
    (
      await app.read(`{ organization(slug: "${slug}") { slug aliases { name }
        externalIds { value } articles { totalCount } figures { totalCount } claims { totalCount } } }`)
    ).organization
  await merge(HARBOUR, COASTAL)
  await ingest('d')
  expect(await read(HARBOUR)).toEqual({
    slug: COASTAL,
    aliases: [{ name: 'Coastal Union' }, { name: 'Harbour Union' }],
    externalIds: [{ value: 'h-1' }],
    articles: { totalCount: 3 },
    figures: { totalCount: 3 },
    claims: { totalCount: 2 },
  })
  await unmerge(HARBOUR)
  expect(await read(HARBOUR)).toEqual({
    slug: HARBOUR,
    aliases: [{ name: 'Harbour Union' }],
    externalIds: [{ value: 'h-1' }],
    articles: { totalCount: 2 },
    figures: { totalCount: 2 },
    claims: { totalCount: 2 },
  })
  expect(await read(COASTAL)).toMatchObject({ externalIds: [], articles: { totalCount: 1 } })
  await app.read(MARK, { variables: { id: await idOf(HARBOUR), other: await idOf(COASTAL) }, key })
  await ingest('e')
  expect(await read(HARBOUR)).toMatchObject({ articles: { totalCount: 3 } })
})

test('a survivor that only a draft names goes by the name under which it is read', async () => {
  await merge(HARBOUR, COASTAL)
  await app.ingest({ externalId: 'a', publishedAt, bodyText: 'Nothing.', status: 'DRAFT' })
  const { organization } = await app.read(`{ organization(slug: "${COASTAL}") { name } }`)
  expect(organization).toEqual({ name: 'Harbour Union' })
})

test('a figure that has both places has the survivor once, and both again after the unmerge', async () => {
  const before = await stateOf()
  const variables = { ids: [await idOf('odesa', 'Place')], into: await idOf('kyiv', 'Place') }
  await app.read(MERGE, { variables, key })
  const { figures } = await app.read('{ figures { edges { node { places { slug } } } } }')
  expect(figures.edges.map(({ node }: { node: object }) => node)).toEqual(
    Array(3).fill({ places: [{ slug: 'kyiv' }] }),
  )
  await app.read(UNMERGE, { variables: { id: await idOf('odesa', 'Place') }, key })
  expect(await stateOf()).toEqual(before)
})

test('what is not the same is not merged, nor what was merged into it, until the mark is taken back', async () => {
  const pair = { id: await idOf(HARBOUR), other: await idOf(COASTAL) }
  const marked = await app.read(MARK, { variables: pair, key })
  expect(marked.markNotSame.entities).toEqual([{ slug: COASTAL }, { slug: HARBOUR }])
  await merge(HARBOUR, DOCK)
  expect(await merge(DOCK, COASTAL)).toEqual({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message:
      'ids: "Dock Union" (dock-union) and "Coastal Union" (coastal-union) are marked as not the same. Take that back with unmarkNotSame first.',
  })
  await app.read(UNMARK, { variables: pair, key })
  expect((await merge(DOCK, COASTAL)).entity.slug).toBe(COASTAL)
  expect((await app.read(MARK, { variables: pair, key })).markNotSame).toMatchObject({
    __typename: 'ConflictError',
  })
})

test('entities of different types, or one with itself, are not merged; what is not merged is not unmerged', async () => {
  expect(await merge('odesa', COASTAL, 'Place')).toEqual({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message:
      'ids: "Odesa" (odesa) is a PLACE, "Coastal Union" (coastal-union) a ORGANIZATION. Only entities of one type can be one.',
  })
  expect(await merge(COASTAL, COASTAL)).toMatchObject({
    message: 'ids: "Coastal Union" (coastal-union) is the same entity already.',
  })
  expect(await unmerge(COASTAL)).toMatchObject({
    __typename: 'ConflictError',
    message: 'id: "Coastal Union" (coastal-union) is not merged into another entity.',
  })
})

test('a country is not merged into a city that lies in it', async () => {
  const city = await row('odesa')
  const region = await app.db.entity.findUniqueOrThrow({ where: { id: city.parentId ?? 0 } })
  const country = await app.db.entity.findUniqueOrThrow({ where: { id: region.parentId ?? 0 } })
  const variables = { ids: [await idOf(country.slug, 'Place')], into: await idOf('odesa', 'Place') }
  expect((await app.read(MERGE, { variables, key })).mergeEntities).toEqual({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message:
      'ids: "Odesa" (odesa) lies in "Ukraine" (ukraine). Merge them the other way, or give "Odesa" another parent with updateEntity first.',
  })
})

test('each merge is in the audit log and the outbox', async () => {
  await merge(HARBOUR, COASTAL)
  await unmerge(HARBOUR)
  const [harbour, coastal] = [await row(HARBOUR), await row(COASTAL)]
  const audit = await app.db.auditEvent.findMany({
    where: { targetType: 'Entity' },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ action, targetId, details }) => [action, targetId, details])).toEqual([
    [
      'mergeEntities',
      harbour.id,
      { from: HARBOUR, into: COASTAL, intoId: coastal.id, articles: 1 },
    ],
    [
      'unmergeEntity',
      harbour.id,
      { entity: HARBOUR, from: COASTAL, fromId: coastal.id, articles: 1 },
    ],
  ])
  const outbox = await app.db.outboxEvent.findMany({ where: { entityId: harbour.id } })
  expect(outbox.map(({ type, audience, payload }) => [type, audience, payload])).toEqual([
    ['entity.merged', 'EVERYONE', { intoId: coastal.id }],
    ['entity.unmerged', 'EVERYONE', { fromId: coastal.id }],
  ])
})

test('it needs REVIEW, and an entity that the key may not see does not exist', async () => {
  const variables = { ids: [await idOf(HARBOUR)], into: await idOf(COASTAL) }
  const { errors } = await app.ask(MERGE, { variables })
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  await app.ingest({
    externalId: 'b',
    publishedAt,
    bodyText: 'The Harbour Union said 6 boats were stolen in Odesa.',
    status: 'DRAFT',
  })
  expect(await merge(HARBOUR, COASTAL)).toMatchObject({ __typename: 'NotFoundError' })
})

test('a large entity is merged with as many statements as a small one for each hundred articles', async () => {
  const { id: from } = await row(HARBOUR)
  const article = await app.db.article.findFirstOrThrow({ where: { externalId: 'b' } })
  const revision = await app.db.articleRevision.findFirstOrThrow({
    where: { articleId: article.id },
  })
  for (let i = 0; i < 300; i += 1) {
    const { id: _id, currentRevisionId: _current, ...copy } = article
    const { id: articleId } = await app.db.article.create({
      data: { ...copy, slug: `copy-${i}`, externalId: `copy-${i}` },
    })
    const { id: _revision, removedText: _removed, authors: _authors, ...text } = revision
    const { id: revisionId } = await app.db.articleRevision.create({
      data: { ...text, articleId, removedText: [], authors: [] },
    })
    await app.db.article.update({
      where: { id: articleId },
      data: { currentRevisionId: revisionId },
    })
    const place = { articleId, revisionId, entityId: from, originId: from, field: 'BODY' as const }
    await app.db.mention.create({
      data: {
        ...place,
        start: 4,
        end: 17,
        exact: 'Harbour Union',
        prefix: '',
        suffix: '',
        confidence: 1,
        agent: 'test',
      },
    })
  }
  app.statements.length = 0
  expect((await merge(HARBOUR, COASTAL)).entity.articles.totalCount).toBe(302)
  expect(app.statements.length).toBeLessThan(100)
})
