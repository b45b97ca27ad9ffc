/** A set of the words in a string, which keeps long lists readable. */
export const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')))
