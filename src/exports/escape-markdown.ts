/** What means something to Markdown in the middle of a line, GitHub's tables and strikes included. */
const MARKS = /[\\`*_[\]<>&~|$]/g
/** What means something at the start of a line: headings, lists, quotes, rules, underlines of headings. */
const LINE_START = /^(\s*)([#+=-]|\d+(?=[.)]))/gm

/** Text that Markdown shows as it is written; single line feeds stay line feeds. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKS, '\\$&')
    .replace(LINE_START, (_, _space: string, mark: string) =>
      /\d/.test(mark) ? `${mark}\\` : `\\${mark}`,
    )
    .replace(/^[ \t]+/gm, '')
    .replace(/(?<!\n)\n(?!\n)/g, '\\\n')
}
