/** Line ends of every system, and the separators that stand for one. */
const LINE_END = /\r\n?|[\v\f\u2028\u2029]/g

/** Tab, no-break space, thin space and all other horizontal spaces. */
const SPACES = /[\t\p{Zs}]+/gu

const CONTROL = /(?!\n)\p{Cc}/gu

/**
 * Characters that show nothing and only break matching: soft hyphen, zero-width space, word
 * joiner, byte order mark, annotation marks, noncharacters. The bidirectional overrides U+202D and
 * U+202E are here too: they display letters in another order than they are stored, so that a
 * reader would see other words than a span quotes. All other bidirectional marks stay.
 */
const INVISIBLE =
  /[\u00ad\u180e\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gu

/** Tag characters spell the flags of England, Scotland and Wales; anywhere else they hide text. */
const TAG_CHARACTERS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u{e0000}-\u{e007f}]/gu

/**
 * Zero-width joiners and non-joiners, but for those after an emoji or after a letter of a script
 * that writes with them (Persian, Hindi, ...).
 */
const STRAY_JOINER =
  /[\u200c\u200d](?<!(?:(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L}\p{M}*|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f).)/gu

/** What the bytes 0x80 to 0x9f mean in windows-1252; the five unused ones stay controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Anything but printable ASCII with single spaces. */
const NEEDS_WORK = /[^ -~]| {2}/

/**
 * Text as it is stored and spanned: well-formed Unicode in NFC, one LF per line end, at most one
 * empty line at a time, single plain spaces and none at line ends, no controls. C1 controls are
 * read as windows-1252, which is what put them there (a bare U+0092 is an apostrophe).
 * Normalising twice changes nothing.
 */
export function normalizeText(text: string): string {
  // Most pieces of HTML are a few plain words.
  if (!NEEDS_WORK.test(text)) return text.trim()
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '')
    .replace(SPACES, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(TAG_CHARACTERS, '$1')
    .normalize('NFC')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same on one line: line ends become spaces. */
export function normalizeLine(text: string): string {
  return normalizeText(text).replace(/\n+/g, ' ')
}
