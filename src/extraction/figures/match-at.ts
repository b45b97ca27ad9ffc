/**
 * A sticky expression matched exactly at an offset. Every expression in these passes is tried this
 * way, at one place, so none of them can scan the text.
 */
export function matchAt(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
  sticky.lastIndex = offset
  return sticky.exec(text)
}
