import { expect, test } from 'vitest'
import { createTestApp } from '../../support/test-app.ts'

test('a place that stands for its government is marked, and on no map', async () => {
  const app = await createTestApp()
  await app.ingest({
    headline: 'Sanctions',
    bodyText: 'The plan is to compel Moscow to talk. Officials in Oslo said 12 boats were seized.',
  })
  const { place, figuresByPlace } = await app.read(`{
    place(slug: "moscow") { mentions { edges { node { metonym span { exact } } } } figures { totalCount } }
    figuresByPlace(metric: "boats-seized") { places { place { name } } geoJSON }
  }`)
  expect(place).toEqual({
    mentions: { edges: [{ node: { metonym: true, span: { exact: 'Moscow' } } }] },
    figures: { totalCount: 0 },
  })
  expect(JSON.stringify(figuresByPlace)).not.toContain('Moscow')
  await app.close()
})
