/** The address, or null for what is not an absolute http or https one. */
export function webAddress(text: string | null | undefined): string | null {
  const url = text?.trim() ?? ''
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? url : null
}
