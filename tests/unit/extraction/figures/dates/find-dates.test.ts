import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../../src/extraction/document.ts'
import { findDates } from '../../../../../src/extraction/figures/dates/find-dates.ts'
import { readPassages } from '../../../../../src/extraction/figures/passage.ts'

/** A Wednesday. */
const PUBLISHED = new Date('2025-12-24T09:00:00Z')

function datesOf(text: string, publishedAt: Date | null = PUBLISHED) {
  const [passage] = readPassages(readDocument('BODY', text))
  if (!passage) return []
  return findDates(passage, publishedAt).map(({ first, next, interval }) => {
    const [start, end] = [passage.tokens[first]?.start, passage.tokens[next - 1]?.end]
    const day = (date: Date) => date.toISOString().slice(0, 10)
    return [
      text.slice(start, end),
      interval && `${interval.precision} ${day(interval.start)}/${day(interval.end)}`,
    ]
  })
}

describe('findDates', () => {
  it.each([
    ['on 3 March 2024', '3 March 2024', 'DAY 2024-03-03/2024-03-04'],
    ['on March 3, 2024', 'March 3, 2024', 'DAY 2024-03-03/2024-03-04'],
    ['on the 3rd of March', '3rd of March', 'DAY 2025-03-03/2025-03-04'],
    ['on 3-5 March', '3-5 March', 'DAY 2025-03-03/2025-03-06'],
    ['on 30 December', '30 December', 'DAY 2024-12-30/2024-12-31'],
    ['in March 2024', 'March 2024', 'MONTH 2024-03-01/2024-04-01'],
    ['in March', 'March', 'MONTH 2025-03-01/2025-04-01'],
    ['in May', 'May', 'MONTH 2025-05-01/2025-06-01'],
    ['on 2024-03-03', '2024-03-03', 'DAY 2024-03-03/2024-03-04'],
    ['in 2024', '2024', 'YEAR 2024-01-01/2025-01-01'],
    ['in 2023-24', '2023-24', 'YEAR 2023-01-01/2025-01-01'],
    ['between 2019 and 2021', '2019 and 2021', 'YEAR 2019-01-01/2022-01-01'],
    ['on Wednesday', 'Wednesday', 'DAY 2025-12-24/2025-12-25'],
    ['on Thursday morning', 'Thursday morning', 'DAY 2025-12-18/2025-12-19'],
    ['last Wednesday', 'last Wednesday', 'DAY 2025-12-17/2025-12-18'],
    ['next Monday', 'next Monday', 'DAY 2025-12-29/2025-12-30'],
    ['yesterday', 'yesterday', 'DAY 2025-12-23/2025-12-24'],
    ['it fell overnight', 'overnight', 'DAY 2025-12-24/2025-12-25'],
    ['last month', 'last month', 'MONTH 2025-11-01/2025-12-01'],
    ['this year', 'this year', 'YEAR 2025-01-01/2026-01-01'],
    ['last week', 'last week', 'WEEK 2025-12-15/2025-12-22'],
    ['in the third quarter', 'third quarter', 'QUARTER 2025-07-01/2025-10-01'],
    ['in the first quarter of 2023', 'first quarter of 2023', 'QUARTER 2023-01-01/2023-04-01'],
    ['in Q2 2024', 'Q2 2024', 'QUARTER 2024-04-01/2024-07-01'],
    ['two days ago', 'two days ago', 'DAY 2025-12-22/2025-12-23'],
    ['two years ago', 'two years ago', 'YEAR 2023-01-01/2024-01-01'],
    ['in the past 24 hours', 'past 24 hours', 'HOUR 2025-12-23/2025-12-24'],
    ['in the last two weeks', 'last two weeks', 'WEEK 2025-12-10/2025-12-25'],
    ['since Friday', 'Friday', 'DAY 2025-12-19/2025-12-25'],
  ])('%s', (text, words, interval) => expect(datesOf(text)).toEqual([[words, interval]]))

  it.each([
    ['two days before the feast', 'two days before'],
    ['at 9:30 a.m.', '9:30 a.m.'],
    ['at 1200 GMT', '1200 GMT'],
    ['the 1990s', '1990s'],
    ['on 03/04/2024', '03/04/2024'],
    ['last summer', 'last summer'],
  ])('knows %s for a date without saying which', (text, words) => {
    expect(datesOf(text)).toEqual([[words, null]])
  })

  it('says nothing of a date that needs the day of publication where there is none', () => {
    expect(datesOf('on Wednesday', null)).toEqual([['Wednesday', null]])
    expect(datesOf('in March', null)).toEqual([['March', null]])
    expect(datesOf('in March 2024', null)).toEqual([['March 2024', 'MONTH 2024-03-01/2024-04-01']])
  })

  it.each([
    'they may march and sit in the sun',
    'about 2000 people',
    'April, 47, left',
    '31 February',
  ])('finds no day in %j', (text) =>
    expect(datesOf(text).filter(([, interval]) => interval?.startsWith('DAY'))).toEqual([]),
  )
})

describe('a time outside the calendar', () => {
  it.each(['3bn months ago', '20,000 years ago', 'in the past 90,000 years'])(
    '%s is no period',
    (text) => {
      expect(datesOf(`It happened ${text}.`).map(([, interval]) => interval)).toEqual([null])
    },
  )
})
