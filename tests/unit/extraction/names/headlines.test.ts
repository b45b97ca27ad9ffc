import { describe, expect, it } from 'vitest'
import { namesIn } from './expect-names.ts'

const inHeadline = (headline: string, body: string): string[] => {
  const { mentions, entities } = namesIn(body, headline)
  return mentions
    .filter(({ document }) => document.spanned.field === 'HEADLINE')
    .map(({ document, start, end, entity }) =>
      [entities[entity]?.name, document.text.slice(start, end)].join(' < '),
    )
}

describe('a headline in Title Case', () => {
  it('names only what the body or the lexicons know', () => {
    expect(
      inHeadline(
        'Ukraine Declares Air Alert After Army Leaves Vysokivka Amid Heavy Russian Attacks',
        'The army has left Vysokivka, a town in the east, officials said on Wednesday.',
      ),
    ).toEqual(['Ukraine < Ukraine', 'Vysokivka < Vysokivka'])
  })

  it('links a surname to the full name of the body', () => {
    expect(
      inHeadline('Hrabar Warns Of Long Winter Without Heat', 'Mykola Hrabar is the governor.'),
    ).toEqual(['Mykola Hrabar < Hrabar'])
  })

  it('is read the same in capitals', () => {
    expect(
      inHeadline('HRABAR WARNS OF LONG WINTER IN UKRAINE', 'Mykola Hrabar is the governor.'),
    ).toEqual(['Mykola Hrabar < HRABAR', 'UKRAINE < UKRAINE'])
  })

  it('knows a first name with a surname', () => {
    expect(inHeadline('Emma Thorvald Wins National Award After Long Fight', 'It rained.')).toEqual([
      'Emma Thorvald < Emma Thorvald',
    ])
  })
})

describe('a headline in sentence case', () => {
  it('is read like running text', () => {
    expect(inHeadline('Volcano near Xyrtown forces 300 out', 'It rained.')).toEqual([
      'Xyrtown < Xyrtown',
    ])
  })
})
