const ISO_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?\s?(?:([Zz])|([+-]\d{2}):?(\d{2}))?)?$/

/**
 * A time in ISO 8601, with or without time of day. Without a zone it is UTC, so that the same file
 * means the same everywhere. Null for anything else.
 */
export function parseTime(text: string): Date | null {
  const match = ISO_TIME.exec(text.trim())
  if (match === null) return null
  const [, day = '', minutes = '00:00', seconds = ':00', fraction = '', , hours, rest] = match
  const midnight = new Date(`${day}T00:00:00Z`)
  // JavaScript reads 30 February as 2 March.
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null
  const zone = hours === undefined ? 'Z' : `${hours}:${rest}`
  const time = new Date(`${day}T${minutes}${seconds}${fraction.slice(0, 4)}${zone}`)
  return Number.isNaN(time.getTime()) ? null : time
}
