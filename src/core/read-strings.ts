/** A JSON column that holds an array of strings. */
export const readStrings = (json: unknown): string[] =>
  Array.isArray(json) ? json.filter((part): part is string => typeof part === 'string') : []
