import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../../src/core/app-error.ts'
import { inflections } from '../../../src/core/inflections.ts'
import { articleMatch, nameMatch } from '../../../src/core/search-match.ts'
import { parseSearchQuery } from '../../../src/core/search-query.ts'
import { closeUp, spaceOut } from '../../../src/core/space-out.ts'

/** The query for articles, without the other numbers of words. */
const match = (query: string) => articleMatch(parseSearchQuery(query), { exact: true })
const refusal = (query: string): string => {
  try {
    parseSearchQuery(query)
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message
    throw error
  }
  return 'none'
}

describe('a query is read', () => {
  test.each([
    ['drones', '"drones"'],
    ['drones over Kharkiv', '("drones" AND "over" AND "Kharkiv")'],
    ['drones AND Kharkiv', '("drones" AND "Kharkiv")'],
    ['"air force" drones', '("air force" AND "drones")'],
    ['“air force”', '"air force"'],
    ['zelen*', '"zelen" *'],
    ['"air for"*', '"air for" *'],
    ['drones OR missiles Odesa', '("drones" OR ("missiles" AND "Odesa"))'],
    ['(drones OR missiles) Odesa', '(("drones" OR "missiles") AND "Odesa")'],
    ['drones NOT missiles', '(("drones") NOT (("missiles" OR "missile")))'],
    ['drones -"air force" -(a OR b)', '(("drones") NOT ("air force" OR ("a" OR "b")))'],
    ['headline:drones', '{headline} : "drones"'],
    ['headline:(drones OR dek:raid)', '({headline} : "drones" OR {dek} : "raid")'],
    [
      'name:Zelensky figure:injured body:"in hospital"',
      '({entities} : "Zelensky" AND {figures} : "injured" AND {body} : "in hospital")',
    ],
  ])('%s', (query, expected) => {
    expect(match(query)).toBe(expected)
  })

  test('operators are capitals; other words and unknown fields are what they are', () => {
    expect(match('black and white or not')).toBe(
      '("black" AND "and" AND "white" AND "or" AND "not")',
    )
    expect(match('covid-19 10:30 constructor:x U.S.')).toBe(
      '("covid-19" AND "10:30" AND "constructor:x" AND "U.S.")',
    )
  })

  test('an unknown field before a phrase or parenthesis is a word', () => {
    expect(match('wire:"air force"')).toBe('("wire" AND "air force")')
    expect(match('wire:(a b)')).toBe('("wire" AND ("a" AND "b"))')
  })

  test('what makes no sense is passed over', () => {
    expect(match('AND drones OR')).toBe('"drones"')
    expect(match('((drones')).toBe('"drones"')
    expect(match(') drones ) missiles')).toBe('("drones" AND "missiles")')
    expect(match('"air force')).toBe('"air force"')
    expect(match('drones - NOT () "" !!! \u0000')).toBe('"drones"')
  })

  test('quotes and operators of FTS5 inside words stay words', () => {
    expect(match(`NEAR(a b) x"y ^z a+b {c} *`)).toBe(
      '("NEAR" AND ("a" AND "b") AND "x" AND "y ^z a+b {c} *")',
    )
  })
})

describe('a query is refused, with what to do,', () => {
  test.each([
    ['', 'holds no word'],
    ['  "!?" ()', 'holds no word'],
    ['-drones', 'only says what to leave out'],
    ['NOT drones -missiles', 'only says what to leave out'],
    ['drones OR -missiles', 'only says what to leave out'],
    ['drones -(-missiles)', 'only says what to leave out'],
    ['a*', 'at least two characters'],
    ['x'.repeat(501), 'at most 500'],
    ['word '.repeat(33), 'at most 32'],
    [`${'(('.repeat(5)}x`, 'at most 8'],
  ])('%s', (query, message) => {
    expect(refusal(query)).toContain(message)
  })
})

test('names are searched for in their own field only, and as they are written', () => {
  const names = (query: string) => nameMatch(parseSearchQuery(query))
  expect(names('drones')).toBe('"drones"')
  expect(names('name:Kyiv -city')).toBe('(("Kyiv") NOT ("city"))')
  expect(names('headline:Kyiv')).toBeNull()
  expect(names('headline:raid Kyiv')).toBeNull()
  expect(names('headline:raid OR Kyiv')).toBe('("Kyiv")')
  expect(names('北京')).toBe('"北京" *')
})

test('a single word is also found in its other number', () => {
  expect(articleMatch(parseSearchQuery('drone "drone" drone*'))).toBe(
    '(("drone" OR "drones") AND "drone" AND "drone" *)',
  )
  const others = Object.fromEntries(
    [
      'drone',
      'drones',
      'cities',
      'city',
      'attacks',
      'classes',
      'class',
      'NATO',
      'Paris',
      'day',
      'é',
    ].map((word) => [word, inflections(word)]),
  )
  expect(others).toEqual({
    drone: ['drones'],
    drones: ['drone'],
    cities: ['city'],
    city: ['cities'],
    attacks: ['attack'],
    classes: ['class', 'classe'],
    class: ['classes'],
    NATO: [],
    Paris: ['Parises'],
    day: ['days'],
    é: [],
  })
})

test('Chinese and Japanese texts are taken apart character by character, invisibly', () => {
  expect(spaceOut('NATO在北京')).toBe('NATO\u{200b}在\u{200b}北\u{200b}京')
  expect(closeUp(spaceOut('NATO在北京'))).toBe('NATO在北京')
  expect(spaceOut('São Paulo, Київ, 서울')).toBe('São Paulo, Київ, 서울')
})
