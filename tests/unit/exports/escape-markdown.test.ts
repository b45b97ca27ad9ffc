import fc from 'fast-check'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../../src/exports/escape-markdown.ts'

const shown = (markdown: string): string =>
  String(marked.parse(markdown, { async: false, gfm: false }))
    .replace(/<br>\n?/g, '\n')
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim()

test('what looks like Markdown or HTML is shown as it is written', () => {
  expect(escapeMarkdown('# 5 *stars* [a](b) <b>')).toBe('\\# 5 \\*stars\\* \\[a\\](b) \\<b\\>')
  expect(escapeMarkdown('1. First\n2) Second')).toBe('1\\. First\\\n2\\) Second')
  expect(escapeMarkdown('- item\n+ item\n=====\n    code')).toBe(
    '\\- item\\\n\\+ item\\\n\\=====\\\ncode',
  )
})

test('any text comes back from a renderer as it went in', () => {
  const piece = fc.constantFrom(
    ...[
      '#',
      '*',
      '_',
      '`',
      '>',
      '-',
      '+',
      '1.',
      '2)',
      '[x](y)',
      '<i>',
      '&amp;',
      '\\',
      '~~',
      '|',
      '==',
      '$',
      '!',
      'word',
      'Ünï',
      '"',
      ' ',
      '\n',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      // A text of one paragraph, as cleaning leaves them: no space at either end of a line.
      const text = pieces
        .join('')
        .replace(/\s*\n\s*/g, '\n')
        .replace(/ +/g, ' ')
        .trim()
      expect(shown(escapeMarkdown(text))).toBe(text)
    }),
    { numRuns: 500 },
  )
})
