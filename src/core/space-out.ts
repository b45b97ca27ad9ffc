/** Scripts that are written without spaces, whose characters stand for words or syllables. */
const UNSPACED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{L}\p{M}\p{N}])|(?<=[\p{L}\p{M}\p{N}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu
const ZERO_WIDTH_SPACE = '\u{200b}'

/**
 * Puts an invisible space around each Chinese or Japanese character, where the index would otherwise take a whole
 * sentence for one word. Texts and queries are treated alike, so that a word of two characters is found as a phrase.
 */
export const spaceOut = (text: string): string => text.replace(UNSPACED, ZERO_WIDTH_SPACE)

/** Takes the invisible spaces out again, for display. */
export const closeUp = (text: string): string => text.replaceAll(ZERO_WIDTH_SPACE, '')
