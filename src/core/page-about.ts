const PAGES: Record<string, (value: string) => string> = {
  geonames: (id) => `https://www.geonames.org/${encodeURIComponent(id)}`,
  wikidata: (id) => `https://www.wikidata.org/entity/${encodeURIComponent(id)}`,
  wikipedia: (title) =>
    `https://en.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`,
}

/** The page elsewhere about what has this id there; null for ids of a CMS, which have no page. */
export const pageAbout = (scheme: string, value: string): string | null =>
  PAGES[scheme]?.(value) ?? null
