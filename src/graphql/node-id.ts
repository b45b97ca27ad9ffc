/** The integer in a Relay id; one that no row has where it is not an integer. */
export function readNodeId(id: string): number {
  const number = Number(id)
  return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : 0
}
