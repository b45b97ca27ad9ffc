/** Addresses of things on this server, for readers and for machines. */
export interface Links {
  /** Where clients reach the server, without a trailing slash. */
  readonly root: string
  article(slug: string): string
  entity(slug: string): string
  metric(key: string): string
  figure(article: string, id: number): string
}

/** @param root PUBLIC_URL, without a trailing slash */
export const createLinks = (root: string): Links => ({
  root,
  article: (slug) => `${root}/articles/${encodeURIComponent(slug)}`,
  entity: (slug) => `${root}/entities/${encodeURIComponent(slug)}`,
  metric: (key) => `${root}/metrics/${encodeURIComponent(key)}`,
  figure: (article, id) => `${root}/articles/${encodeURIComponent(article)}#figure-${id}`,
})
