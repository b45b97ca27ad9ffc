import { expect, it, onTestFinished } from 'vitest'
import { embeddedExtractor } from '../../../../src/extraction/embedded-extractor.ts'
import { createExtractionThreads } from '../../../../src/extraction/pool/extraction-threads.ts'

const input = (body: string, language = 'en') => ({
  headline: 'Storm hits farms',
  body,
  language,
  publishedAt: new Date('2026-03-02T08:00:00Z'),
})

it('finds in its threads what the embedded extractor finds, under the same name', async () => {
  const threads = createExtractionThreads()
  onTestFinished(() => threads.close())
  const threaded = threads.embedded
  const { name, version } = embeddedExtractor
  expect(threaded).toMatchObject({ name, version })
  const texts = [4, 40, 400].map((n) =>
    input(`The storm hit ${n} farms in Denmark on Sunday, Anna Berg of the Red Cross said.`),
  )
  const [one, other] = await Promise.all(
    [threaded, embeddedExtractor].map((by) => Promise.all(texts.map((text) => by.extract(text)))),
  )
  expect(one).toEqual(other)
  expect(one?.[0]?.figures).toMatchObject([{ value: 4, period: { precision: 'DAY' } }])
  expect(await threads.detectLanguage(texts.map(({ body }) => body).join(' '))).toBe('en')
  const german = input('In Dänemark traf der Sturm 40 Höfe.', 'de')
  expect(await threaded.extract(german)).toEqual({ entities: [], mentions: [], figures: [] })
})
