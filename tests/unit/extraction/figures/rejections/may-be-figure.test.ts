import { describe, it } from 'vitest'
import { expectFigures } from '../expect-figures.ts'

const none = (texts: readonly string[]) =>
  it.each(texts)('%s', (text) => expectFigures(text, [], { people: ['Ann Lee', 'Tarn'] }))

describe('dates and times are no figures', () => {
  none([
    'He was born on 3 March 1978 and moved away in 1999.',
    'It opened on March 3, 2024, and closed on 2024-05-06.',
    'It closed on 03/04/2024.',
    'The shop opens at 9:30 a.m. and shuts at 5pm.',
    'The attack came at 14:05 local time, 1200 GMT.',
    'The 1990s were different; so was 2019-21.',
    'The 2024 elections were dull.',
    'Between 2019 and 2021 it was shut.',
    'Sales began in the third quarter of 2023.',
  ])
})

describe('durations that only place an event are no figures', () => {
  none([
    'Two weeks ago they met.',
    'The blast came two days earlier.',
    'They left two days before the feast.',
    'Five years after the war he came home.',
    'In the past three months nothing changed.',
    'He has lived there for 20 years.',
    'They met within three days.',
    'A three-day visit ended.',
    'It happened half an hour later.',
  ])
})

describe('ages are no figures', () => {
  none([
    'A 45-year-old man left.',
    'Ann Lee, 45, left.',
    'Ann Lee (45) left.',
    'The girl, aged 12, left.',
    'The boy is nine years old.',
    'Children under the age of 12 may enter.',
    'Those in the 18-24 age group left.',
    'People aged between 20 and 30 left.',
    'It is open to 18 and 19-year-olds.',
  ])
})

describe('names and labels are no figures', () => {
  none([
    'The F-16 and the Kh-59 took off.',
    'A Boeing 737 landed.',
    'Article 5 of the treaty was invoked.',
    'See page 12, table 3 and chapter 4.',
    'Phase 3 trials begin.',
    'He lives at 10 Park Road.',
    'The Hot 100 chart is out.',
    'A Learjet 45 aircraft landed.',
    'The Group of Seven agreed.',
    'No. 10 said nothing.',
    'He won Formula One titles.',
    'Flight 370 vanished from Highway 61.',
    'COVID-19 is back.',
    'The Group of Seven met on Channel 4.',
    'The ruler of Louis XIV is gone; Apollo 11 flew.',
  ])
})

describe('determiners are no figures', () => {
  none([
    'It was one of the last cities to fall.',
    'One day it may rise again.',
    'No one knows, and one thing is sure.',
    'One must wait.',
    'This one is new.',
    'The two countries talked.',
    'On the one hand it rains.',
  ])
})

describe('numbering and numbers to call are no figures', () => {
  none([
    '1. The first point.',
    '(2) The second point.',
    'It is so [12].',
    'Call +44 20 7946 0958 now.',
    'Call 020 7946 0958 now.',
    'He came third and she 21st.',
    'Ten things to know about cats.',
    'He won the 100 metres.',
  ])
})

describe('what looks like a date or a label but counts', () => {
  it.each([
    ['About 2000 people marched.', '2000 people marched'],
    ['In Kyiv 12 people died.', '12 people died'],
    ['A crowd of 1,950 people gathered.', '1,950 people gathered'],
    ['The two men were arrested.', 'two men were arrested'],
    ['One man died.', 'One man died'],
    ['The blast killed one.', 'one'],
    ['A two-year ban followed.', 'two-year ban'],
  ])('%s', (text, exact) => expectFigures(text, [{ exact }], { places: ['Kyiv'] }))
})
