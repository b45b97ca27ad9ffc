/** A Relay id, as GraphQL gives it: `node(id:)` finds what it names. */
export const globalId = (type: string, id: number): string =>
  Buffer.from(`${type}:${id}`).toString('base64')
