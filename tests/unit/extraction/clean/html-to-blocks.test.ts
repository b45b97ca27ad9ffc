import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../../../src/core/app-error.ts'
import { blocksToHtml } from '../../../../src/extraction/clean/blocks-to-html.ts'
import { htmlToBlocks } from '../../../../src/extraction/clean/html-to-blocks.ts'

const storyOf = (html: string) => htmlToBlocks(html).filter(({ furniture }) => !furniture)
const texts = (html: string): readonly string[] => storyOf(html).map(({ text }) => text)
const setAside = (html: string): readonly string[] =>
  htmlToBlocks(html)
    .filter(({ furniture }) => furniture)
    .map(({ text }) => text)
const markup = (html: string): string => blocksToHtml(storyOf(html))

describe('blocks', () => {
  it('never glue the texts of two elements together', () => {
    expect(texts('<div>38 missiles</div><div>Back to top</div>')).toEqual([
      '38 missiles',
      'Back to top',
    ])
    expect(texts('<p>38 missiles<section>Back</section>to top</p>')).toEqual([
      '38 missiles',
      'Back',
      'to top',
    ])
    expect(texts('38 missiles<x-top-button>Back to top</x-top-button>')).toEqual([
      '38 missiles',
      'Back to top',
    ])
  })

  it('leave words whole across inline elements', () => {
    expect(texts('<p>Kra<b>mat</b>orsk <span>and</span> <i>Slo</i>viansk</p>')).toEqual([
      'Kramatorsk and Sloviansk',
    ])
  })

  it('collapse white space of the source', () => {
    expect(texts('<p>\n  Two\n\ttowns &nbsp; <b> fell </b>\n</p>')).toEqual(['Two towns fell'])
    expect(markup('<p>\n  Two\n\ttowns &nbsp; <b> fell </b>\n</p>')).toBe(
      '<p>Two towns <b>fell</b></p>',
    )
  })

  it('decode entities', () => {
    expect(texts('<p>Fish &amp; chips &lt;b&gt; &#8220;caf&eacute;&#x201D; &#146;n</p>')).toEqual([
      'Fish & chips <b> “café” ’n',
    ])
  })

  it('follow line breaks inside one element, and two of them start a paragraph', () => {
    const html = '<p>12 Quay Street<br>Northport<br/><br>Second <b>para<br>graph</b></p>'
    expect(texts(html)).toEqual(['12 Quay Street', 'Northport', 'Second para', 'graph'])
    expect(markup(html)).toBe(
      '<p>12 Quay Street<br>Northport</p><p>Second <b>para</b><br><b>graph</b></p>',
    )
  })

  it('keep a heading whole across line breaks', () => {
    expect(texts('<h1>Bridge closed<br>after cracks found</h1>')).toEqual([
      'Bridge closed after cracks found',
    ])
  })

  it('come from empty lines where the source has no paragraphs', () => {
    expect(
      texts('First <b>para</b>\ngoes on.\n\nSecond.\r\n\r\n<h2>Third</h2>\n\nFourth.'),
    ).toEqual(['First para goes on.', 'Second.', 'Third', 'Fourth.'])
    expect(texts('<p>One\n\nparagraph.</p>')).toEqual(['One paragraph.'])
  })

  it('know the level of headings', () => {
    expect(htmlToBlocks('<h1>A</h1><h3>B</h3><p>C</p>').map((block) => block.headingLevel)).toEqual(
      [1, 3, null],
    )
  })

  it('read preformatted agency copy as paragraphs', () => {
    const wire =
      'NORTHPORT - The harbour authority closed two of its five piers on Monday after\ndivers had found cracks in the concrete.\n\nThe repairs cost 12 million euros.'
    expect(texts(`<pre>${wire}</pre>`)).toEqual([
      'NORTHPORT - The harbour authority closed two of its five piers on Monday after divers had found cracks in the concrete.',
      'The repairs cost 12 million euros.',
    ])
  })

  it('keep raised and lowered digits apart from the number before them', () => {
    expect(
      texts('<p>10<sup>6</sup> km<sup>2</sup>, CO<sub>2</sub>, the 1<sup>st</sup></p>'),
    ).toEqual(['10⁶ km², CO₂, the 1st'])
  })

  it('write the quotation marks that a browser would draw', () => {
    expect(texts('<p>He said <q>no</q>.</p>')).toEqual(['He said “no”.'])
  })
})

describe('lists and tables', () => {
  it('give one block per item, nested ones too, even without end tags', () => {
    const html = '<ul><li>One<li>Two<ol><li>Two a</li></ol></li><li><p>Three</p><p>more</p></ul>'
    expect(texts(html)).toEqual(['One', 'Two', 'Two a', 'Three', 'more'])
    expect(markup(html)).toBe(
      '<ul><li>One</li><li>Two<ol><li>Two a</li></ol></li><li><p>Three</p><p>more</p></li></ul>',
    )
  })

  it('give one block per row, with its cells apart', () => {
    const html =
      '<table><caption>Losses</caption><thead><tr><th>Region<th>Killed</thead><tr><td>Kherson<td><b>3</b></tr><tr><td></td><td>12<br>or 13</td></tr></table>'
    expect(texts(html)).toEqual(['Losses', 'Region | Killed', 'Kherson | 3', '12 or 13'])
    expect(markup(html)).toBe(
      '<p>Losses</p><table><thead><tr><th>Region</th><th>Killed</th></tr></thead><tr><td>Kherson</td><td><b>3</b></td></tr><tr><td>12 or 13</td></tr></table>',
    )
  })

  it('read a table that only arranges the page as paragraphs', () => {
    expect(
      texts('<table><tr><td><p>First.</p><p>Second.</p></td><td>Third</td></tr></table>'),
    ).toEqual(['First.', 'Second.', 'Third'])
    expect(texts('<table role="presentation"><tr><td>A</td><td>B</td></tr></table>')).toEqual([
      'A',
      'B',
    ])
    expect(
      texts('<table><tr><td><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>'),
    ).toEqual(['A | B'])
  })
})

describe('what is not the story', () => {
  it('is set aside from nav, aside, footer, form, button and figcaption, in order', () => {
    const html = `<nav><a href="/">Home</a><a href="/world">World</a></nav><p>Text.</p>
      <figure><img src="a.jpg" alt="A bridge"><figcaption>The bridge</figcaption></figure>
      <aside><p>Aside</p></aside><form><label>Mail <input></label></form>
      <p>More.<button>Share</button></p><footer>Imprint</footer><div role="navigation">Menu</div>`
    expect(texts(html)).toEqual(['Text.', 'More.'])
    expect(setAside(html)).toEqual([
      'Home World',
      'The bridge',
      'Aside',
      'Mail',
      'Share',
      'Imprint',
      'Menu',
    ])
  })

  it('is set aside from blocks of WordPress that are no text of the post', () => {
    const html = `<p class="wp-block-paragraph">Text.</p>
      <div class="wp-caption alignnone"><img src="a.jpg"><p class="wp-caption-text">The dam in May</p></div>
      <div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/s">Subscribe now</a></div></div>
      <ul class="wp-block-latest-posts__list wp-block-latest-posts"><li><a href="/p">Another story</a></li></ul>
      <div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3></div>
      <h2 class="wp-block-heading">What comes next</h2><figure class="wp-block-table"><table><tr><td>Monday</td><td>4 sailings</td></tr></table></figure>`
    expect(texts(html)).toEqual(['Text.', 'What comes next', 'Monday | 4 sailings'])
    expect(setAside(html)).toEqual([
      'The dam in May',
      'Subscribe now',
      'Another story',
      'Share this:',
    ])
  })

  it('is forgotten when no reader was meant to see it', () => {
    const html =
      '<head><title>T</title></head><script>alert(1)</script><style>p{}</style><noscript>N</noscript><template>T</template><svg><text>S</text></svg><xml><w:View>Normal</w:View></xml><p hidden>H</p><p style="color:red; display : none">D</p><span class="x sr-only">R</span><!-- C --><p>Text.</p>'
    expect(htmlToBlocks(html).map(({ text }) => text)).toEqual(['Text.'])
  })

  it('is what the publisher struck out', () => {
    const html = '<p>The blast killed <s>three</s> <del>3</del> four people.</p>'
    expect(texts(html)).toEqual(['The blast killed four people.'])
    expect(setAside(html)).toEqual(['three', '3'])
  })

  it('is never guessed where the end tag is missing', () => {
    expect(texts('<h1>Title</h1><nav><a href="/">Home</a><p>The whole story.</p>')).toEqual([
      'Title',
      'Home',
      'The whole story.',
    ])
  })

  it('is not a form that holds the whole page', () => {
    const html = '<form><p>The whole story, told in a form.</p></form><p>End.</p>'
    expect(texts(html)).toEqual(['The whole story, told in a form.', 'End.'])
  })

  it('is not the name under a quote', () => {
    expect(texts('<blockquote><p>No.</p><footer>The mayor</footer></blockquote>')).toEqual([
      'No.',
      'The mayor',
    ])
  })
})

describe('broken HTML', () => {
  it.each([
    ['stray angle brackets', '<p>a < b and <3 > c', ['a < b and <3 > c']],
    ['unclosed tags', '<p>One<b>two<p>Three</i>four', ['Onetwo', 'Threefour']],
    ['a tag without end', '<p>One</p><p class="x', ['One']],
    ['quotes in attributes', `<p title='a "b" > c' data-x="<p>">One</p>`, ['One']],
    ['end tags nobody opened', '</div></p><p>One</b></i></p></li><p>Two', ['One', 'Two']],
    ['an unclosed comment', '<p>One</p><!-- two', ['One']],
    ['items outside of a list', '<li>One</li><li>Two</li>', ['One', 'Two']],
    ['rows outside of a table', '<tr><td>One</td><td>Two</td></tr>', ['One', 'Two']],
    ['entities without end', '<p>R&D &copy &notanentity; &#xZZ;', ['R&D © ¬anentity; &#xZZ;']],
  ])('is read all the same: %s', (_what, html, expected) => {
    expect(texts(html)).toEqual(expected)
  })

  it('has a limit of depth, with an error that says so', () => {
    expect(texts(`${'<div>'.repeat(500)}deep`)).toEqual(['deep'])
    expect(() => htmlToBlocks('<div>'.repeat(100_000))).toThrow(
      new InvalidInputError(
        'bodyHtml has elements inside elements more than 512 deep: send the markup of the article itself.',
        'bodyHtml',
      ),
    )
  })
})
