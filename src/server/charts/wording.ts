const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** "24 Dec 2025", or the first and the last day. `end` is exclusive. */
export function daysOf({ start, end }: { readonly start: Date; readonly end: Date }): string {
  const [first, last] = [DAYS.format(start), DAYS.format(new Date(end.getTime() - 1))]
  return first === last ? first : `${first} to ${last}`
}

/** At most so many code points, the last of them an ellipsis where something is missing. */
export function clip(text: string, length: number): string {
  const codePoints = [...text]
  return codePoints.length <= length ? text : `${codePoints.slice(0, length - 1).join('')}…`
}

/** Lines of at most so many characters, as far as words allow. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line === undefined || line.length + word.length + 1 > width) lines.push(clip(word, width))
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** Text without the characters that XML does not allow, whatever they are written as. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
