/** BCP 47, as far as it is used. */
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** The tag, or null for what is none: pages and feeds say all kinds of things. */
export function languageTag(text: string | null | undefined): string | null {
  const tag = text?.trim() ?? ''
  return LANGUAGE_TAG.test(tag) ? tag : null
}
