import { describe, expect, it } from 'vitest'
import { textToParagraphs } from '../../../../src/extraction/clean/text-to-paragraphs.ts'

const WRAPPED = `The harbour authority said on Monday that it would close two of its five piers
for the rest of the winter, after divers had found cracks in the concrete. The
closure affects 14 ferry lines and about 3,200 passengers a day, it said.

A spokeswoman said the repairs would cost at least 12 million euros, which the
city and the state would share.`

describe('empty lines', () => {
  it('divide paragraphs, however many there are', () => {
    expect(textToParagraphs('One.\n\nTwo.\n\n\n \nThree.')).toEqual(['One.', 'Two.', 'Three.'])
  })

  it('divide the same way with line ends of other systems', () => {
    expect(textToParagraphs('One.\r\n\r\nTwo.\r\rThree.')).toEqual(['One.', 'Two.', 'Three.'])
  })
})

describe('single line ends', () => {
  it('divide paragraphs of any other length', () => {
    const long = 'The council met for nine hours and put off the vote on the budget. '.repeat(4)
    expect(textToParagraphs(`Council puts off vote\n${long}\n${long}`)).toEqual([
      'Council puts off vote',
      long.trim(),
      long.trim(),
    ])
  })

  it('divide a list of short lines', () => {
    expect(textToParagraphs('Results:\nNorth 3\nSouth 1')).toEqual([
      'Results:',
      'North 3',
      'South 1',
    ])
  })

  it('divide a headline from a text of one line that is as long', () => {
    const lines = [
      'Quake of magnitude 6.1 hits the northern coast, no damage reported so far',
      'Nobody was hurt when the ground shook on Monday morning, the province said.',
    ]
    expect(textToParagraphs(lines.join('\n'))).toEqual(lines)
  })

  it('are joined where a text was wrapped at a fixed width', () => {
    const [first, second, ...others] = textToParagraphs(WRAPPED)
    expect(first).toBe(
      'The harbour authority said on Monday that it would close two of its five piers for the rest of the winter, after divers had found cracks in the concrete. The closure affects 14 ferry lines and about 3,200 passengers a day, it said.',
    )
    expect(second).toBe(
      'A spokeswoman said the repairs would cost at least 12 million euros, which the city and the state would share.',
    )
    expect(others).toEqual([])
  })

  it('divide a wrapped text without empty lines where a line ends early', () => {
    expect(textToParagraphs(WRAPPED.replace('\n\n', '\n'))).toEqual(textToParagraphs(WRAPPED))
  })

  it('keep a wrapped text below its headline apart', () => {
    expect(textToParagraphs(`City closes piers\n${WRAPPED}`)[0]).toBe('City closes piers')
  })

  it('leave a compound whole that was wrapped at its hyphen', () => {
    const text =
      'The commission that looked into the fire said in its report that a twenty-\nfive-minute delay had cost the crew the chance to save the northern wing of\nthe old town hall.'
    expect(textToParagraphs(text)).toEqual([
      'The commission that looked into the fire said in its report that a twenty-five-minute delay had cost the crew the chance to save the northern wing of the old town hall.',
    ])
  })
})

it('gives no paragraph for no text', () => {
  expect(textToParagraphs(' \n\u00a0\n\t')).toEqual([])
})
