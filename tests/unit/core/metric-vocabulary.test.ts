import { expect, test } from 'vitest'
import {
  canonicalMetricKey,
  METRIC_VOCABULARY,
  vocabularyMetric,
} from '../../../src/core/metric-vocabulary.ts'

test('a synonym gives the metric it stands for, any other key itself', () => {
  expect(canonicalMetricKey('deaths')).toBe('people-killed')
  expect(canonicalMetricKey('drones-downed')).toBe('drones-intercepted')
  expect(canonicalMetricKey('people-killed')).toBe('people-killed')
  expect(canonicalMetricKey('shirts-sold')).toBe('shirts-sold')
})

test('a metric of the vocabulary is defined', () => {
  expect(vocabularyMetric('unemployment')).toEqual({
    key: 'unemployment',
    label: 'Unemployment rate',
    unit: 'percent',
    aggregation: 'RATIO',
    description: 'Share of the labour force without work that looks for it.',
    synonyms: ['unemployment-rate', 'jobless-rate', 'unemployment-rates'],
  })
  expect(vocabularyMetric('shirts-sold')).toBeNull()
})

test('no key or synonym stands for two metrics, and each entry is complete', () => {
  const keys = METRIC_VOCABULARY.flatMap(({ key, synonyms }) => [key, ...synonyms])
  expect(new Set(keys).size).toBe(keys.length)
  expect(METRIC_VOCABULARY.length).toBeGreaterThan(55)
  for (const { key, label, aggregation, description } of METRIC_VOCABULARY) {
    expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(label).not.toBe('')
    expect(['FLOW', 'CUMULATIVE', 'STOCK', 'RATIO']).toContain(aggregation)
    expect(description).toMatch(/\.$/)
  }
})
