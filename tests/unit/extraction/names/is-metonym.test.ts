import { expect, it } from 'vitest'
import { namesIn } from './expect-names.ts'

it.each([
  ['Moscow said it would answer.', [true]],
  ['The plan is to compel Moscow to talk.', [true]],
  ['They put pressure on Russia.', [true]],
  ['Rain fell on Moscow.', [false]],
  ['The ministry in Gaza reported ten dead.', [false]],
  ['France rejected the offer. People in France cheered.', [true, false]],
] as const)('%s', (text, expected) => {
  expect(namesIn(text).mentions.map(({ metonym }) => metonym)).toEqual(expected)
})
