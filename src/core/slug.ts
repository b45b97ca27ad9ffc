import slugify from '@sindresorhus/slugify'

const MAX_SLUG = 100

/** A URL part made from a title: Latin letters, digits and "-", cut between words. Empty where nothing is left. */
export function slugOf(title: string): string {
  const slug = slugify(title, {
    decamelize: false,
    customReplacements: [
      ["'", ''],
      ['’', ''],
    ],
  })
  if (slug.length <= MAX_SLUG) return slug
  const cut = slug.lastIndexOf('-', MAX_SLUG)
  return slug.slice(0, cut > 0 ? cut : MAX_SLUG)
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? slug : `${slug}-${n}`
    if (!taken.has(candidate)) return candidate
  }
}
