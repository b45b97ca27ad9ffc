type Json = string | number | boolean | readonly Json[] | JsonObject
export type JsonObject = { readonly [name: string]: Json }

/** The properties that say something: formats have no null, and an empty list would claim that there is none. */
export function knownProperties(properties: {
  readonly [name: string]: Json | null | undefined
}): JsonObject {
  const known = Object.entries(properties).filter(
    (entry): entry is [string, Json] =>
      entry[1] != null && !(Array.isArray(entry[1]) && entry[1].length === 0),
  )
  return Object.fromEntries(known)
}
