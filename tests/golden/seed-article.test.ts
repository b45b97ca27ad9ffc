import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeText } from '../../src/ingestion/decode-text.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

// The article itself is not ours to ship: these tests run where it lies beside the project.
const ARTICLE = '../shared/seed/article.txt'
const present = existsSync(ARTICLE)
if (!present) process.stderr.write(`Tests of the seed article are skipped: no ${ARTICLE}.\n`)

const QUERY = `query ($id: URL!) { article(url: $id) {
  headline bodyText revision { removedText }
  people { edges { node { name jobTitle } } }
  places { edges { node { name countryCode geoJSON } } }
  organizations { edges { node { name } } }
  mentions(first: 100) { edges { node { span { field start end exact } entity { name } metonym } } }
  figures { totalCount edges { node { value valueText unit qualifier metric { key } places { name } attribution { kind label via cue { exact } claimant { name } } span { start end exact } } } }
  derivedFigures { value formula }
} }`

describe.skipIf(!present)('the seed article', () => {
  const bytes = present ? readFileSync(ARTICLE) : Buffer.alloc(0)
  const text = bytes.toString('utf8')
  const paragraphs = text.trim().split(/\n\n+/)
  const asHtml = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const variants: Record<string, { bodyText: string } | { bodyHtml: string }> = {
    'as it is': { bodyText: decodeText(bytes) },
    'with Windows line ends': { bodyText: decodeText(Buffer.from(text.replaceAll('\n', '\r\n'))) },
    'in UTF-16': { bodyText: decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')) },
    'in windows-1252': {
      bodyText: decodeText(Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')),
    },
    'as HTML': { bodyHtml: paragraphs.map((line) => `<p>${asHtml(line)}</p>`).join('\n') },
  }
  let app: TestApp
  const graphs: Record<string, any> = {}
  beforeAll(async () => {
    app = await createTestApp()
    for (const [i, [name, body]] of Object.entries(variants).entries()) {
      const url = `https://seed.example/${i}`
      await app.ingest({
        source: 'seed',
        externalId: String(i),
        headline: null,
        bodyText: null,
        ...body,
        url,
        publishedAt: new Date('2025-12-24T09:00:00Z'),
      })
      graphs[name] = (await app.read(QUERY, { variables: { id: url } })).article
    }
  })
  afterAll(() => app.close())
  const nodes = (connection: any) => connection.edges.map((edge: any) => edge.node)
  const seed = () => graphs['as it is']

  test('gives the same graph in every encoding and as HTML', () => {
    for (const name of Object.keys(variants)) expect([name, graphs[name]]).toEqual([name, seed()])
  })

  test('loses its page furniture and keeps it aside', () => {
    expect(seed().headline).toBe(
      'Ukraine Declares Air Alert After Army Withdrawal from Sieversk Amid Escalating Russian Attacks',
    )
    expect([...seed().bodyText]).toHaveLength(2333)
    expect(seed().revision.removedText).toEqual(['News', 'Back to top button'])
  })

  test('reports exactly eight figures', () => {
    const rows = nodes(seed().figures).map((figure: any) => [
      figure.span.start,
      figure.span.exact,
      figure.valueText,
      figure.value,
      figure.unit,
      figure.metric.key,
      figure.places.map(({ name }: { name: string }) => name).join(', '),
      figure.attribution.label,
    ])
    expect(rows).toEqual([
      [
        1354,
        'three civilians were killed',
        'three',
        3,
        'civilians',
        'civilians-killed',
        'Kherson region, Zaporizhzhia region',
        'Ukrainian authorities',
      ],
      [
        1386,
        'others injured',
        'others',
        null,
        'civilians',
        'civilians-injured',
        'Kherson region, Zaporizhzhia region',
        'Ukrainian authorities',
      ],
      [1499, '635 drones', '635', 635, 'drones', 'drones-launched', '', 'Ukrainian Air Force'],
      [1514, '38 missiles', '38', 38, 'missiles', 'missiles-launched', '', 'Ukrainian Air Force'],
      [1556, '587 drones', '587', 587, 'drones', 'drones-intercepted', '', 'Ukrainian Air Force'],
      [
        1571,
        '34 missiles',
        '34',
        34,
        'missiles',
        'missiles-intercepted',
        '',
        'Ukrainian Air Force',
      ],
      [
        1680,
        'two traffic police officers were killed',
        'two',
        2,
        'traffic police officers',
        'traffic-police-officers-killed',
        'Yasenevaya Street, Moscow',
        'Russian authorities',
      ],
      [
        1943,
        'two towns',
        'two',
        2,
        'towns',
        'towns-captured',
        'Dnipropetrovsk region, Kharkiv region',
        'Russian Defense Ministry',
      ],
    ])
    expect(seed().figures.totalCount).toBe(8)
    expect(
      nodes(seed().figures).map(({ attribution }: any) => [
        attribution.kind,
        attribution.claimant?.name ?? null,
      ]),
    ).toEqual([
      ['COLLECTIVE', null],
      ['COLLECTIVE', null],
      ['NAMED', 'Ukrainian Air Force'],
      ['NAMED', 'Ukrainian Air Force'],
      ['NAMED', 'Ukrainian Air Force'],
      ['NAMED', 'Ukrainian Air Force'],
      ['COLLECTIVE', null],
      ['NAMED', 'Russian Defense Ministry'],
    ])
  })

  test('gives three rates', () => {
    expect(seed().derivedFigures).toEqual([
      { value: 587 / 635, formula: '587 / 635' },
      { value: 34 / 38, formula: '34 / 38' },
      { value: (587 + 34) / (635 + 38), formula: '(587 + 34) / (635 + 38)' },
    ])
  })

  test('names its people, places and organizations', () => {
    expect(nodes(seed().people)).toEqual([
      { name: 'Volodymyr Zelensky', jobTitle: 'President' },
      { name: 'Vanel Sarvarov', jobTitle: 'General' },
      { name: 'Andriy Sybiha', jobTitle: 'Foreign Minister' },
    ])
    const names = (list: string) => nodes(seed()[list]).map(({ name }: { name: string }) => name)
    expect(names('organizations').sort()).toEqual([
      'General Staff of the Ukrainian Army',
      'NATO',
      'Russian Defense Ministry',
      'Russian General Staff',
      'Telegram',
      'Ukrainian Air Force',
    ])
    expect(names('places').sort()).toEqual([
      'Dnipropetrovsk region',
      'Donbas',
      'Donetsk region',
      'Kharkiv region',
      'Kherson region',
      'Kramatorsk',
      'Kyiv',
      'Moscow',
      'Russia',
      'Sieversk',
      'Sloviansk',
      'Ukraine',
      'United States',
      'Yasenevaya Street',
      'Zaporizhzhia region',
    ])
    const unlocated = nodes(seed().places).filter(({ geoJSON }: any) => geoJSON === null)
    expect(unlocated.map(({ name }: { name: string }) => name)).toEqual(['Yasenevaya Street'])
    const sieversk = nodes(seed().mentions).filter(({ entity }: any) => entity.name === 'Sieversk')
    expect(sieversk).toHaveLength(5)
  })

  test('every span cuts its own words out of the text', () => {
    const fields = { HEADLINE: [...seed().headline], BODY: [...seed().bodyText] }
    const spans = [...nodes(seed().mentions), ...nodes(seed().figures)].map(({ span }) => span)
    expect(spans.length).toBeGreaterThan(30)
    for (const { field = 'BODY', start, end, exact } of spans) {
      expect(fields[field as keyof typeof fields].slice(start, end).join('')).toBe(exact)
    }
  })
})
