const TRACKING = /^(utm_|mc_|at_)|^(fbclid|gclid|dclid|msclkid|igshid|cmpid|ref_src)$/

/**
 * One form of an article's address, so that the same story is found under all links to it: no
 * fragment, no tracking parameters, parameters in order, no trailing slash. Throws TypeError for
 * text that is not a URL.
 */
export function normalizeUrl(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name)) parsed.searchParams.delete(name)
  }
  parsed.searchParams.sort()
  if (parsed.pathname !== '/') parsed.pathname = parsed.pathname.replace(/\/+$/, '') || '/'
  return parsed.href
}
