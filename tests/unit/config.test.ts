import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'

const URL = 'http://127.0.0.1:11434/v1'

test('without settings there is no remote extractor', () => {
  expect(readConfig({}).remoteExtractor).toBe(null)
  const empty = { DATELINE_EXTRACTOR_URL: '', DATELINE_EXTRACTOR_MODEL: '' }
  expect(readConfig(empty).remoteExtractor).toBe(null)
})

test('an address and a model make one, with limits on what it may cost', () => {
  const settings = { DATELINE_EXTRACTOR_URL: URL, DATELINE_EXTRACTOR_MODEL: 'small' }
  expect(readConfig(settings).remoteExtractor).toEqual({
    url: URL,
    key: null,
    model: 'small',
    tokensPerArticle: 60_000,
    articlesPerDay: 1000,
    charactersPerDay: 5_000_000,
  })
  const more = {
    ...settings,
    DATELINE_EXTRACTOR_KEY: 'k',
    DATELINE_EXTRACTOR_ARTICLES_PER_DAY: '5',
  }
  expect(readConfig(more).remoteExtractor).toMatchObject({ key: 'k', articlesPerDay: 5 })
})

test('half of a remote extractor is an error that names the missing half', () => {
  expect(() => readConfig({ DATELINE_EXTRACTOR_URL: URL })).toThrow(
    'DATELINE_EXTRACTOR_MODEL is not set: a remote extractor needs DATELINE_EXTRACTOR_URL and DATELINE_EXTRACTOR_MODEL.',
  )
  expect(() => readConfig({ DATELINE_EXTRACTOR_KEY: 'k' })).toThrow(
    'DATELINE_EXTRACTOR_URL is not set',
  )
})

test('a setting that cannot be used is named', () => {
  const settings = { DATELINE_EXTRACTOR_URL: 'ftp://x', DATELINE_EXTRACTOR_MODEL: 'small' }
  expect(() => readConfig(settings)).toThrow('DATELINE_EXTRACTOR_URL: ')
  expect(() => readConfig({ DATELINE_EXTRACTOR_TOKENS_PER_ARTICLE: '10' })).toThrow(
    'DATELINE_EXTRACTOR_TOKENS_PER_ARTICLE: ',
  )
})

test('how long things are kept can be set, in days, a day at least', () => {
  expect(readConfig({}).keep).toEqual({ deliveryDays: 30, eventDays: 30, failureDays: 90 })
  const settings = { DATELINE_DELIVERY_DAYS: '7', DATELINE_FAILURE_DAYS: '365' }
  expect(readConfig(settings).keep).toEqual({ deliveryDays: 7, eventDays: 30, failureDays: 365 })
  expect(() => readConfig({ DATELINE_DELIVERY_DAYS: '0' })).toThrow('DATELINE_DELIVERY_DAYS: ')
})
