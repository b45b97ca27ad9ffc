import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, csvText } from '../../../src/exports/csv.ts'

const write = async (cells: readonly Cell[]): Promise<string> => {
  async function* pages() {
    yield cells.map((cell) => ({ cell }))
  }
  let text = ''
  const rows = { count: async () => cells.length, pages }
  for await (const part of csvText(rows, [['cell', ({ cell }) => cell]])) text += part
  return text
}

test('numbers and times are written as they are, null as nothing', async () => {
  expect(await write([-5, 0.25, new Date(0), 'plain'])).toBe(
    'cell\r\n-5\r\n0.25\r\n1970-01-01T00:00:00.000Z\r\nplain\r\n',
  )
})

test('a text that a spreadsheet would run gets an apostrophe, a plain number does not', async () => {
  expect(
    await write(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '\rx', '-12', '+3.5', '-', 'a=b']),
  ).toBe(
    "cell\r\n'=1+1\r\n'+cmd|x\r\n'-2+3\r\n'@SUM(A1)\r\n'\tx\r\n\"'\rx\"\r\n-12\r\n+3.5\r\n'-\r\na=b\r\n",
  )
})

test('any text comes back from a reader of CSV, but for the guard', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), async (cells) => {
      const read = parse(await write(cells), { columns: true, record_delimiter: '\r\n' }) as {
        cell: string
      }[]
      expect(read.map(({ cell }) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(
        cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
      )
    }),
    { numRuns: 100 },
  )
})
