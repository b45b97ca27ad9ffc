import { describe, expect, it } from 'vitest'
import { sanitizeBodyHtml } from '../../../../src/extraction/clean/sanitize-body-html.ts'

describe('sanitised HTML', () => {
  it('keeps the elements of running text', () => {
    const html =
      '<h2>A</h2><p>B <em>c</em> <strong>d</strong><br />e</p><ul><li>f</li></ul><blockquote><p>g</p></blockquote><table><tr><th colspan="2">h</th></tr><tr><td>i</td></tr></table>'
    expect(sanitizeBodyHtml(html)).toBe(html)
  })

  it('keeps the direction and the language of a text', () => {
    const html = '<p dir="rtl" lang="ar">قال الجيش</p>'
    expect(sanitizeBodyHtml(html)).toBe(html)
  })

  it.each([
    ['scripts', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['styles', '<style>p{}</style><p style="color:red">a</p>', '<p>a</p>'],
    ['event attributes', '<p onclick="x()" ONLOAD=y>a</p>', '<p>a</p>'],
    ['pictures', '<p>a<img src=x onerror=alert(1)></p>', '<p>a</p>'],
    ['frames', '<iframe src="https://example.org"></iframe><p>a</p>', '<p>a</p>'],
    ['classes and ids', '<p class="a" id="b" data-x="c">a</p>', '<p>a</p>'],
    ['javascript addresses', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['hidden javascript addresses', '<a href="java&#10;script:alert(1)">a</a>', '<a>a</a>'],
    ['data addresses', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['relative addresses', '<a href="/news">a</a>', '<a>a</a>'],
    ['addresses without a scheme', '<a href="//example.org">a</a>', '<a>a</a>'],
    ['foreign markup', '<svg><a xlink:href="javascript:x">a</a></svg>', '<a>a</a>'],
  ])('has no %s', (_what, html, expected) => {
    expect(sanitizeBodyHtml(html)).toBe(expected)
  })

  it('marks links as not vouched for', () => {
    expect(
      sanitizeBodyHtml('<a href=" https://example.org/?a=1&amp;b=2" target=_blank>a</a>'),
    ).toBe('<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">a</a>')
    expect(sanitizeBodyHtml('<a href="mailto:desk@example.org">a</a>')).toBe(
      '<a href="mailto:desk@example.org" rel="nofollow noopener">a</a>',
    )
  })

  it('leaves the first level of headings to the page', () => {
    expect(sanitizeBodyHtml('<h1>a</h1>')).toBe('<h2>a</h2>')
  })
})
