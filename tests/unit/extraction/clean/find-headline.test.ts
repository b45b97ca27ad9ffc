import { describe, expect, it } from 'vitest'
import { paragraphBlock } from '../../../../src/extraction/clean/block.ts'
import { findHeadline } from '../../../../src/extraction/clean/find-headline.ts'

const BODY = 'The city closed the bridge on Monday.'

function headlineOf(...texts: readonly string[]): readonly [string, string | null] {
  const { headline, block } = findHeadline(texts.map(paragraphBlock))
  return [headline, block?.text ?? null]
}

describe('a story without a headline', () => {
  it('is named by its first line, when that does not end like a sentence', () => {
    expect(headlineOf('Bridge closed', BODY)).toEqual(['Bridge closed', 'Bridge closed'])
    expect(headlineOf('Who pays for it?', BODY)).toEqual(['Who pays for it?', 'Who pays for it?'])
  })

  it('is named by a first line that ends in an abbreviation', () => {
    expect(headlineOf('Talks resume in the U.S.', BODY)[1]).toBe('Talks resume in the U.S.')
  })

  it('is named by its first sentence otherwise, which stays in the body', () => {
    expect(headlineOf('Dr. Amal Said closed the bridge. It may reopen in May.', BODY)).toEqual([
      'Dr. Amal Said closed the bridge',
      null,
    ])
    expect(headlineOf('She said: “No.”')).toEqual(['She said: “No', null])
  })

  it('has a headline of 200 characters at most, cut between words', () => {
    const [headline, block] = headlineOf(`${'bridge '.repeat(60)}closed`)
    expect(headline).toBe(`${'bridge '.repeat(28).trim()}…`)
    expect(Array.from(headline).length).toBeLessThanOrEqual(200)
    expect(block).toBeNull()
  })

  it('is named by its h1, wherever that stands', () => {
    const title = { ...paragraphBlock('Bridge closed.'), headingLevel: 1 }
    expect(findHeadline([paragraphBlock('By Amal Said'), title, paragraphBlock(BODY)])).toEqual({
      headline: 'Bridge closed.',
      block: title,
    })
  })
})
