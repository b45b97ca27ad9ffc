import { createHmac } from 'node:crypto'
import { UnauthenticatedError } from './actor.ts'
import { equalInConstantTime } from './api-key.ts'
import { requireFresh, type SignedDelivery, wrongSignature } from './delivery-signature.ts'

/** Headers that every signature covers, whatever else it does. */
const ALWAYS_SIGNED = ['x-contentful-signed-headers', 'x-contentful-timestamp']

/**
 * Checks Contentful's request verification: the hex HMAC-SHA256, with the secret as it is written, of method, path, the signed
 * headers ("name:value", sorted by name, joined with ";") and body, each on a line of its own. What Contentful does not
 * name in x-contentful-signed-headers is not vouched for.
 *
 * https://www.contentful.com/developers/docs/extensibility/webhooks/request-verification, and where that is silent
 * signRequest of @contentful/node-apps-toolkit, which brings a whole management client along.
 *
 * @param url where Contentful sent it; of it, path and query are signed
 * @returns null: a delivery that is sent again may be signed anew, so its signature is no name for it
 * @throws UnauthenticatedError where it is not good
 */
export function verifyContentfulSignature(
  signature: string,
  { headers, body, url, secrets, now }: SignedDelivery & { readonly url: URL },
): null {
  const timestamp = headers.get('x-contentful-timestamp') ?? ''
  const names = (headers.get('x-contentful-signed-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
  if (!ALWAYS_SIGNED.every((name) => names.includes(name)) || !/^\d{1,15}$/.test(timestamp)) {
    throw new UnauthenticatedError(
      'A delivery that Contentful has signed needs the headers x-contentful-signature, x-contentful-signed-headers and x-contentful-timestamp (in milliseconds), and the last two must be among the signed ones.',
    )
  }
  const signed = names
    .filter((name) => headers.has(name))
    .sort()
    .map((name) => `${name}:${headers.get(name)?.trim()}`)
  const head = ['POST', canonicalPath(url), signed.join(';'), ''].join('\n')
  const isGood = secrets.some((secret) =>
    equalInConstantTime(
      signature.trim().toLowerCase(),
      createHmac('sha256', secret).update(head).update(body).digest('hex'),
    ),
  )
  if (!isGood) throw wrongSignature('x-contentful-signature')
  requireFresh(new Date(Number(timestamp)), now)
  return null
}

/** As the toolkit writes it: the query is escaped as one word, and then once more with the path. */
function canonicalPath({ pathname, search }: URL): string {
  return encodeURI(search === '' ? pathname : `${pathname}?${encodeURIComponent(search.slice(1))}`)
}
