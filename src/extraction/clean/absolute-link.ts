/** The address, if it leads somewhere from any site: absolute, and http, https or mailto. */
export function absoluteLink(href: string | undefined): string | null {
  const address = href?.trim() ?? ''
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : null
}
