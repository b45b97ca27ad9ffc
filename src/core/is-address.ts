/** Whether an id of an article is only where it was found: a feed's guid, the address of a page. */
export function isAddress(externalId: string): boolean {
  return /^https?:\/\//i.test(externalId) && URL.canParse(externalId)
}
