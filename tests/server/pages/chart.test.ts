import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
const say = (externalId: string, day: number, bodyText: string, more = {}) =>
  app.ingest({
    externalId,
    headline: `Story ${externalId}`,
    publishedAt: new Date(Date.UTC(2025, 11, day, 8)),
    bodyText,
    ...more,
  })
beforeAll(async () => {
  app = await createTestApp()
  const launched = 'Russia launched'
  await say(
    '1',
    20,
    `The Ukrainian Air Force said ${launched} 635 drones at Ukraine on December 19, 2025.`,
  )
  await say(
    '2',
    20,
    `The Russian Defence Ministry said ${launched} 587 drones at Ukraine on December 19, 2025.`,
  )
  await say(
    '3',
    21,
    `The Ukrainian Air Force said ${launched} at least 310 drones at Ukraine on December 20, 2025.`,
  )
  await say(
    '4',
    22,
    `The Ukrainian Air Force said ${launched} 640 drones at Ukraine on December 19, 2025.`,
  )
  await say(
    '5',
    22,
    'Mr Astrid Draftson said 77 wagons were stolen in Lviv on December 19, 2025.',
    { status: 'DRAFT' },
  )
})
afterAll(() => app.close())

const get = async (path: string) => {
  const response = await app.app.request(path)
  return { response, status: response.status, text: await response.text() }
}

test('a chart is an image with a title and a description of claimants, revisions and conflicts', async () => {
  const { response, status, text } = await get('/charts/drones-launched.svg')
  expect(status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(text).toContain('role="img" aria-labelledby="chart-title chart-description"')
  expect(text).toContain('<title id="chart-title">Drones launched</title>')
  expect(text).toContain(
    'Ukrainian Air Force: 2 numbers, 310 to 640, 19 Dec 2025 to 20 Dec 2025. Russian Defence Ministry: 1 number, 587, 19 Dec 2025. Contradiction: Russian Defence Ministry 587, Ukrainian Air Force 640.',
  )
  expect(text).toContain('; earlier: 635</title>')
  expect(text).toContain('>at least 310</text>')
  expect(text).not.toMatch(/<script|<style|style="| on[a-z]+="/)
})

test('one claimant alone has one series; a time without claims says that there are none', async () => {
  const one = await get(
    '/charts/drones-launched.svg?claimants=russian-defence-ministry&interval=day',
  )
  expect(one.text).toContain(
    'Drones launched, FLOW. Russian Defence Ministry: 1 number, 587, 19 Dec 2025.',
  )
  const none = await get('/charts/drones-launched.svg?from=2030-01-01')
  expect([none.status, none.text.includes('>No claims match.</text>')]).toEqual([200, true])
})

test('what is wrong with a request is told in the image', async () => {
  const bad = await get('/charts/drones-launched.svg?interval=hour')
  expect([
    bad.status,
    bad.text.includes('must be one of DAY, WEEK, MONTH, YEAR, AS_REPORTED'),
  ]).toEqual([400, true])
  expect((await get('/charts/drones-launched.svg?from=soon')).status).toBe(400)
  expect((await get('/charts/drones-launched.svg?colour=red')).text).toContain('unknown: colour')
  const [unknown, hidden] = [
    await get('/charts/nothing.svg'),
    await get('/charts/wagons-stolen.svg'),
  ]
  expect([unknown.status, hidden.status]).toEqual([404, 404])
  expect(await app.db.metric.count({ where: { key: 'wagons-stolen' } })).toBe(1)
})

test('numbers that must not be added up are an error that can be read', async () => {
  await say(
    '6',
    23,
    'The Ukrainian Air Force said Russia launched 900 drones at Ukraine in December 2025.',
  )
  await say(
    '7',
    23,
    'The Ukrainian Air Force said Russia launched 200 drones at Kyiv on December 19, 2025.',
  )
  const { status, text } = await get('/charts/drones-launched.svg?interval=month')
  expect([status, text.includes('cannot be added up')]).toEqual([400, true])
})

test('the page of a metric shows its chart and the figures behind it', async () => {
  const { status, text } = await get('/metrics/drones-launched')
  expect(status).toBe(200)
  expect(text).toContain('<svg xmlns')
  expect(text).toMatch(
    /href="\/articles\/story-1#figure-\d+" title="[^"]*635[^"]*">635 drones<\/a>/,
  )
  expect((await get('/metrics/wagons-stolen')).status).toBe(404)
})

test('the page of an entity tells what it says, where, and in which articles', async () => {
  const { status, text } = await get('/entities/ukrainian-air-force')
  expect(status).toBe(200)
  expect(text).toContain('<h1>Ukrainian Air Force</h1>')
  expect(text).toContain('<h2>Says</h2>')
  expect(text).toContain('<h2>Places in its stories</h2>')
  expect(text).toContain('<a href="/articles/story-3">Story 3</a>')
  expect(text).toContain('<desc id="timeline-description">')
  expect((await get('/entities/ukraine')).text).toContain('<h2>Figures here</h2>')
})

test('an entity that only a draft names is not there; the slug of a merged one leads to the other', async () => {
  const hidden = await app.db.entity.findFirstOrThrow({ where: { name: 'Astrid Draftson' } })
  expect((await get(`/entities/${hidden.slug}`)).status).toBe(404)
  const target = await app.db.entity.findFirstOrThrow({ where: { slug: 'ukrainian-air-force' } })
  await app.db.entity.update({ where: { id: hidden.id }, data: { mergedIntoId: target.id } })
  const { response, status } = await get(`/entities/${hidden.slug}`)
  expect([status, response.headers.get('location')]).toEqual([308, '/entities/ukrainian-air-force'])
})

test('pages take as many statements for many articles as for a few', async () => {
  const count = async (path: string) => {
    app.statements.length = 0
    expect((await get(path)).status).toBe(200)
    return app.statements.length
  }
  const paths = [
    '/articles/story-1',
    '/entities/ukraine',
    '/entities/ukrainian-air-force',
    '/metrics/drones-launched',
  ]
  const few: number[] = []
  for (const path of paths) few.push(await count(path))
  for (let day = 1; day < 9; day += 1) {
    await say(
      `more-${day}`,
      day,
      `The Ukrainian Air Force said Russia launched ${300 + day} drones at Ukraine.`,
    )
  }
  const many: number[] = []
  for (const path of paths) many.push(await count(path))
  expect(many).toEqual(few)
})

test('no name breaks out of a chart or a page', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '</text><script>1</script>',
      '"><image href=x>',
      ']]><!--',
      '&amp;<b>',
      '\u0000\ufffe\ud800',
    ),
  )
  const paths = [
    '/charts/drones-launched.svg',
    '/metrics/drones-launched',
    '/entities/ukrainian-air-force',
  ]
  const shape = async () => {
    const names: string[] = []
    const walk = (node: { name?: string; attribs?: object; children?: object[] }): void => {
      if (node.name !== undefined) names.push(`${node.name} ${Object.keys(node.attribs ?? {})}`)
      for (const child of node.children ?? []) walk(child)
    }
    for (const path of paths) {
      const { text } = await get(path)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
      if (path.endsWith('.svg')) expect(text).not.toMatch(/[\u0000-\u0008\ufffe\uffff]/)
      walk(parseDocument(text, { xmlMode: path.endsWith('.svg') }) as object)
    }
    return names.filter((name) => !name.startsWith('text '))
  }
  const set = async (text: string) => {
    for (const { id } of await app.db.entity.findMany({ select: { id: true } })) {
      await app.db.entity.update({
        where: { id },
        data: { name: `${id} ${text}`, description: `x${text}` },
      })
    }
    await app.db.metric.updateMany({ data: { label: `x${text}`, description: `x${text}` } })
    await app.db.article.updateMany({ data: { headline: `x${text}` } })
    await app.db.figure.updateMany({
      data: { attributionLabel: `x${text}`, periodText: `x${text}` },
    })
  }
  await set('')
  const expected = await shape()
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      await set(text.toWellFormed())
      expect(await shape()).toEqual(expected)
    }),
    { numRuns: 12 },
  )
})
