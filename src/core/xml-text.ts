/** All that XML 1.0 lets stand in a document; control characters and halves of surrogate pairs are not among it. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text that may stand in an XML document once it is escaped. */
export const xmlText = (text: string): string => text.replace(FORBIDDEN, '')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as content or attribute of an XML element. */
export const escapeXml = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
