import { Parser } from 'htmlparser2'
import { InvalidInputError } from '../../core/app-error.ts'
import { MAX_HTML_DEPTH } from '../../core/html-depth.ts'

export type HtmlNode = HtmlElement | string

export interface HtmlElement {
  /** In lower case. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
  /** False where the end tag is missing, so that nobody knows how far the element goes. */
  readonly hasEndTag: boolean
}

type OpenElement = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] } & {
  children: HtmlNode[]
}

/** Parses HTML, however broken, into a tree under a nameless root. Comments are left out. */
export function readHtmlTree(html: string): HtmlElement {
  const root = openElement('', {})
  const open = [root]
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > MAX_HTML_DEPTH) {
        throw new InvalidInputError(
          `bodyHtml has elements inside elements more than ${MAX_HTML_DEPTH} deep: send the markup of the article itself.`,
          'bodyHtml',
        )
      }
      const element = openElement(name, attributes)
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    onclosetag(_name, isImplied) {
      const element = open.pop()
      if (element) element.hasEndTag = !isImplied
    },
    ontext(text) {
      const siblings = open.at(-1)?.children ?? []
      const last = siblings.at(-1)
      if (typeof last === 'string') siblings[siblings.length - 1] = last + text
      else siblings.push(text)
    },
  })
  parser.end(html)
  return root
}

function openElement(name: string, attributes: Record<string, string>): OpenElement {
  return { name, attributes, children: [], hasEndTag: false }
}

/** Whether the element has a descendant, itself left out, that fits. */
export function hasDescendant(
  element: HtmlElement,
  fits: (descendant: HtmlElement) => boolean,
): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (fits(child) || hasDescendant(child, fits)),
  )
}
