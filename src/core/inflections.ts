/**
 * Singular and plural of an English word by its spelling alone: "drones" for "drone", "cities" for "city". None for words with
 * other letters, of fewer than three, or in capitals ("NATO"). May give a form that is no word, which a search then does not find.
 */
export function inflections(word: string): readonly string[] {
  if (!/^[A-Za-z][a-z]{2,}$/.test(word)) return []
  if (/[^aeiou]ies$/.test(word)) return [`${word.slice(0, -3)}y`]
  if (/(?:[sxz]|[cs]h)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  if (/(?:[sx]|z|[cs]h)$/.test(word)) {
    return /[^suix]s$/.test(word) ? [word.slice(0, -1)] : [`${word}es`]
  }
  return [/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`]
}
