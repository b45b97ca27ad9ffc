import { Parser } from 'htmlparser2'

/** The text of a line of HTML, such as a title with entities: "Storm &amp; tide" is "Storm & tide". */
export function plainText(html: string): string {
  let text = ''
  const parser = new Parser({
    ontext(part) {
      text += part
    },
  })
  parser.end(html)
  return text.replace(/\s+/g, ' ').trim()
}
