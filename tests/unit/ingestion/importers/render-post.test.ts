import { expect, test } from 'vitest'
import { cleanArticle } from '../../../../src/extraction/clean/clean-article.ts'
import { renderPost } from '../../../../src/ingestion/importers/render-post.ts'

const paragraphs = (content: string): string[] =>
  cleanArticle({ headline: 'A title', bodyHtml: renderPost(content) }).bodyText.split('\n\n')

test('pictures, players and links by shortcode are no text, with what is in them', () => {
  expect(
    paragraphs(
      [
        'The storm reached Skarholm.',
        '[caption id="a1" width="300"]<img src="x.jpg" /> The pier in May. Photo [by] Ida Holm[/caption]',
        '[gallery ids="1,2,3"]',
        '[embed]https://video.example/1[/embed]',
        '[audio mp3="a.mp3"][/audio]',
        '[video src="a.mp4"] It sank 41 boats.',
      ].join('\n\n'),
    ),
  ).toEqual(['The storm reached Skarholm.', 'It sank 41 boats.'])
})

test('a gallery without an end takes nothing that follows it', () => {
  expect(paragraphs('[gallery]\n\nOne.\n\n[caption]A pier[/caption]\n\nTwo.')).toEqual([
    'One.',
    'Two.',
  ])
})

test('other shortcodes leave the text inside them', () => {
  expect(
    paragraphs(
      '[vc_row][vc_column width="1/2"]Ferries sail.[/vc_column][/vc_row]\n\n[box]At [b]nine[/b].[/box]\n\n[ad_slot_1]',
    ),
  ).toEqual(['Ferries sail.', 'At nine.'])
})

test('words in brackets are words', () => {
  const line = '“[The mayor] opened [sic] 3 schools [in 2024],” she said [1].'
  expect(paragraphs(line)).toEqual([line])
})

test('empty lines divide, and line feeds break lines, also beside elements; verbatim text stays', () => {
  expect(
    paragraphs(
      'One.\r\n\r\nTwo,\r\nbelow it.\n<div>Box.</div>\n<ul>\n\t<li>Three</li>\n\n\t<li>Four</li>\n</ul>\n<pre>a\n\nb</pre>\nFive.',
    ),
  ).toEqual(['One.', 'Two,', 'below it.', 'Box.', 'Three', 'Four', 'a', 'b', 'Five.'])
})

test('a post made of blocks has its paragraphs', () => {
  const content = '<!-- wp:paragraph -->\n<p>One\n\nline.</p>\n<!-- /wp:paragraph -->'
  expect(renderPost(content)).toBe(content)
})

test('brackets without end cost little', () => {
  const content = `${'[caption '.repeat(20_000)}${'[a='.repeat(20_000)}`
  expect(renderPost(content)).toContain('[caption')
})
