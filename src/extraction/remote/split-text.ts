/** A part of a text, and where it starts there, in UTF-16 units. */
export interface TextPart {
  readonly text: string
  readonly offset: number
}

/**
 * Cuts a long text into parts of at most `size` UTF-16 units that together are the whole text: at
 * the end of a paragraph where there is one in the second half of a part, else of a sentence, else
 * of a word; never inside a character.
 */
export function splitText(text: string, size: number): TextPart[] {
  const parts: TextPart[] = []
  let offset = 0
  while (text.length - offset > size) {
    const end = offset + cutLength(text.slice(offset, offset + size))
    parts.push({ text: text.slice(offset, end), offset })
    offset = end
  }
  parts.push({ text: text.slice(offset), offset })
  return parts
}

function cutLength(part: string): number {
  const sentence = [...part.matchAll(/[.!?]["”’)]* /g)].at(-1)
  const ends = [
    part.lastIndexOf('\n') + 1,
    sentence === undefined ? 0 : sentence.index + sentence[0].length,
    part.lastIndexOf(' ') + 1,
  ]
  return ends.find((end) => end > part.length / 2) ?? wholeCharacters(part)
}

/** The length without half a character at the end. */
function wholeCharacters(part: string): number {
  const last = part.charCodeAt(part.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? part.length - 1 : part.length
}
